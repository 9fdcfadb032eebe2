import { siteName, type Instant, type Port } from '#values'
import { holdingOf, type Held, type Holding } from './held-lists.ts'

type Say = (en: string, fr: string) => string

/** How one port holds the lists, in the reader's words. */
export interface HeldLine {
  readonly port: Port
  readonly place: string
  readonly holding: Holding
  readonly mark: 'done' | 'going' | 'look' | 'stop'
  readonly standing: string
  readonly number: number | undefined
  readonly heldAt: Instant | undefined
  readonly entries: number | undefined
}

const marks: Readonly<Record<Holding, HeldLine['mark']>> = { 'same': 'done', 'unproven': 'going', 'behind': 'look', 'differs': 'stop', 'silent': 'look' }

export function heldLine(port: Port, held: Held | undefined, centre: Held, say: Say): HeldLine {
  const holding = holdingOf(held, centre)
  return {
    port, place: siteName(port), holding, mark: marks[holding], standing: standingOf(holding, centre.number - (held?.number ?? 0), say),
    number: held?.number, heldAt: held?.heldAt, entries: held?.proven?.entries,
  }
}

function standingOf(holding: Holding, missing: number, say: Say): string {
  switch (holding) {
    case 'same': return say('Lists the same as here', 'Listes identiques à ici')
    case 'unproven': return say('Lists newest, not compared yet', 'Listes à jour, pas encore comparées')
    case 'behind': return missing === 1 ? say('Lists 1 change behind', 'Listes : 1 modification de retard') : say(`Lists ${missing} changes behind`, `Listes : ${missing} modifications de retard`)
    case 'differs': return say('Lists differ: have the link repaired', 'Listes différentes : faites réparer la liaison')
    case 'silent': return say('Lists never answered for', 'Listes : jamais de réponse')
  }
}

import { addPence, noPence, pence, timesPence, type Citation, type Pence } from '#values'
import { maximumForCarrying, maximumForNotSecuring, type Maximum } from '../instruments/carriers-liability-regulations-2002.ts'
import { tierAggregate } from '../instruments/level-of-penalty-code-of-practice.ts'
import { inForce } from '../provision.ts'
import type { Caps } from '../assessment.ts'
import type { Facts } from './facts.ts'

export function maximumOf({ section, occurredOn }: Facts): { readonly value: Maximum; readonly under: Citation } {
  const under = section === '32' ? maximumForCarrying : maximumForNotSecuring
  return { value: inForce(under, occurredOn).value, under }
}

export interface Penalised {
  readonly startingPoint: Pence
  readonly perEntrant: Pence
}

/** The caps of the whole incident, and whether the amounts go above them. `times` is the number of entrants under section 32, 1 under section 31A. */
export function capsOn(penalised: readonly Penalised[], times: number, facts: Facts): Caps {
  const { perPerson, aggregate } = maximumOf(facts).value
  const tier = tierOf(penalised, facts)
  const each = addPence(...penalised.map(({ perEntrant }) => perEntrant))
  return {
    statutoryPence: timesPence(aggregate, times),
    tierPence: tier === null ? null : timesPence(tier, times),
    exceeded: each > aggregate,
    tierExceeded: tier !== null && each > tier,
    perPersonPence: perPerson,
    times,
  }
}

function tierOf(penalised: readonly Penalised[], { occurredOn }: Facts): Pence | null {
  if (penalised.length === 0) return null
  const highest = pence(Math.max(...penalised.map(({ startingPoint }) => startingPoint)))
  return timesPence(highest, inForce(tierAggregate, occurredOn).value.timesStartingPoint)
}

/** The cap that bites, for each entrant: the statutory one, or the tier where it is read as hard and is lower (point C2). */
export function bitingCap({ statutoryPence, tierPence, exceeded, tierExceeded, times }: Caps, { settings }: Facts): Pence | null {
  const hard = settings.tierCap === 'HARD' && tierExceeded ? tierPence : null
  const caps = [exceeded ? statutoryPence : null, hard].filter((cap) => cap !== null)
  return caps.length === 0 ? null : pence(Math.min(...caps) / times)
}

/**
 * Shares a cap in proportion to the uncut amounts, to the penny: each is rounded down and the pennies left over go to the largest
 * remainders, earlier persons first. How a cut is shared is not stated in the regulations, so a person decides.
 */
export function cutProRata(amounts: readonly Pence[], cap: Pence): readonly Pence[] {
  const total = addPence(...amounts)
  if (total <= cap) return amounts
  const shares = amounts.map((amount, place) => ({ place, share: Math.floor((amount * cap) / total), remainder: (amount * cap) % total }))
  const leftOver = cap - shares.reduce((sum, { share }) => sum + share, 0)
  const lucky = [...shares].sort((one, other) => other.remainder - one.remainder || one.place - other.place).slice(0, leftOver)
  return shares.map((each) => pence(each.share + (lucky.includes(each) ? 1 : noPence)))
}

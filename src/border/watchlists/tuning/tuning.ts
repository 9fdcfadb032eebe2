import type { MatchSet } from '../match-set/match-set.ts'
import { matchesOf, type Match } from '../match-set/matches-of.ts'
import type { ReadEvidence } from '../match-set/evidence.ts'
import type { ListedEntry } from '../match-set/listed-entry.ts'
import { sureness, type Sureness, type Tiers } from '../match-set/sureness.ts'
import { tiersByDefault } from '../limits.ts'
import { alwaysWorkingModel, type ModelOf } from '../reading-errors/error-model.ts'

/** What people have settled of the matcher, as it stands at one moment. */
export interface Tuning {
  readonly modelOf: ModelOf
  tiersOf(listId: string): Tiers
}

export const tuningByDefault: Tuning = { modelOf: alwaysWorkingModel, tiersOf: () => tiersByDefault }

/** A match that somebody is told of, and how sure it was. */
export interface Alerting extends Match<ListedEntry> {
  readonly sureness: Sureness
}

/** The listed vehicles these reads of one plate may be, as far as their lists want to be told. */
export function alertingMatches(set: MatchSet<ListedEntry>, reads: readonly ReadEvidence[], { modelOf, tiersOf }: Tuning): readonly Alerting[] {
  return matchesOf(set, reads, modelOf)
    .map((match) => ({ ...match, sureness: sureness(match, tiersOf(match.listed.entry.listId)) }))
    .filter((match) => match.sureness !== 'possible')
}

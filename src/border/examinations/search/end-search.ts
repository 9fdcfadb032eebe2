import type { Instant } from '#values'
import { announce, refuse, type Decision } from '#platform/decisions'
import { standingSteps, type Outcome, type Search, type SearchEnded } from './search.ts'

export interface SearchEnd {
  readonly outcome: Outcome
  readonly note: string | null
  readonly endedAt: Instant
}

/** Ends the search. "Nothing found" says that somebody looked, so at least one technique must have been carried out. */
export function endSearch(search: Search | undefined, { outcome, note, endedAt }: SearchEnd): Decision<SearchEnded> {
  if (search === undefined) return refuse('no-such-search')
  if (search.stage === 'ended') return search.outcome === outcome ? announce() : refuse('search-has-ended')
  const looked = standingSteps(search).some(({ result }) => result !== 'not-done')
  if (outcome === 'nothing-found' && !looked) return refuse('nothing-was-searched')
  if (outcome === 'released' && note === null) return refuse('say-why-released')

  return announce({ type: 'search-ended', outcome, note, endedAt })
}

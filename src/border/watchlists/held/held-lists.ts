import type { Instant, Site } from '#values'

/** The lists as they stand at one site at one version: how many entries, and one sum over all rows. */
export interface ListContent {
  readonly number: number
  readonly entries: number
  /** Two sites with the same rows have the same sum; a row that differs, is missing or is there twice changes it. */
  readonly content: string
}

/** What a site answered last: the version it holds, and the last time it summed up what it holds. */
export interface Held {
  readonly site: Site
  readonly number: number
  readonly heldAt: Instant
  readonly proven: ListContent | null
}

/**
 * - `same`: the site holds the newest version and its rows are the centre's;
 * - `unproven`: it holds the newest version, and its rows have not been compared since;
 * - `behind`: it has not answered for the newest version;
 * - `differs`: the same version and not the same rows, which ought not to happen and wants the link repaired;
 * - `silent`: it has never answered.
 */
export type Holding = 'same' | 'unproven' | 'behind' | 'differs' | 'silent'

export function holdingOf(held: Held | undefined, centre: Held): Holding {
  if (held === undefined) return 'silent'
  const compared = held.proven !== null && centre.proven !== null && held.proven.number === centre.proven.number
  if (compared && (held.proven.content !== centre.proven.content || held.proven.entries !== centre.proven.entries)) return 'differs'
  if (held.number < centre.number) return 'behind'
  return compared && held.proven.number === centre.number ? 'same' : 'unproven'
}

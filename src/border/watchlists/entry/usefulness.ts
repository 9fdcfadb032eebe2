import type { Instant } from '#values'

/** What came of an entry's hits at every port. */
export interface Usefulness {
  readonly hits: number
  readonly confirmed: number
  readonly dismissed: number
  readonly open: number
  /** Hits after which the vehicle was searched to the end, and those in which people were found. */
  readonly searched: number
  readonly found: number
  readonly lastHitAt: Instant | null
  /** How often it was dismissed for each coded reason. */
  readonly dismissedAs: Readonly<Record<string, number>>
}

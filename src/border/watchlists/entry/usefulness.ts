import type { Instant } from '#values'

/** What came of an entry's hits at every port. */
export interface Usefulness {
  readonly hits: number
  readonly confirmed: number
  readonly dismissed: number
  readonly open: number
  readonly lastHitAt: Instant | null
  /** How often it was dismissed for each coded reason. */
  readonly dismissedAs: Readonly<Record<string, number>>
}

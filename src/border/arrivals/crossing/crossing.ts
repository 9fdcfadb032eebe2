import type { Instant, Plate, Site } from '#values'

/** Which vehicle of a combination carries the plate; null where no camera's position tells. */
export type Part = 'tractor' | 'trailer' | null

/** One plate of a passing vehicle, by its best read. */
export interface CrossingPlate {
  readonly id: string
  readonly part: Part
  readonly plate: Plate
  /** Judged from what cameras said and what the plate looks like; null where that is not sure enough to show. */
  readonly country: string | null
  readonly countrySureness?: number | null
  readonly confidence: number | null
  readonly characterConfidence: readonly number[] | null
  readonly readId: string
  /** Every read taken for this plate, also those the camera replaced; the latest where there were very many. */
  readonly readIds?: readonly string[]
  readonly imageSha256: string | null
  readonly seenAt: Instant
}

/** One vehicle passing once through a lane. */
export interface Crossing {
  readonly id: string
  readonly site: Site
  readonly lane: string | null
  readonly direction: string | null
  readonly firstSeenAt: Instant
  readonly lastSeenAt: Instant
  /** The version of the lists that it was held against when it was last read; null where that is not known. */
  readonly listsVersion?: number | null
  readonly plates: readonly CrossingPlate[]
}

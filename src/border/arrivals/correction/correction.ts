import type { Instant, Plate, Site } from '#values'

/** What one camera wrote of the plate. */
export interface WrittenAs {
  readonly cameraId: string
  readonly plate: Plate
}

/** What an officer says stood on a plate of a crossing. */
export interface Correction {
  /** That of the crossing's plate. */
  readonly id: string
  readonly site: Site
  readonly crossingId: string
  readonly truePlate: Plate
  readonly reads: readonly WrittenAs[]
  readonly correctedBy: string
  readonly correctedAt: Instant
}

export interface PlateCorrected extends Correction {
  readonly type: 'plate-corrected'
}

export function evolveCorrection(_before: Correction | undefined, { type: _type, ...correction }: PlateCorrected): Correction {
  return correction
}

import type { Plate } from '#values'

/** What the matcher needs of one read. Anything a maker left out is null and weighs nothing. */
export interface ReadEvidence {
  readonly plate: Plate
  readonly country: string | null
  /** One number from 0 to 1 for each character of the plate; used only when there are as many as characters. */
  readonly characterConfidence: readonly number[] | null
  /** The camera's other readings of the same plate. */
  readonly candidates: readonly { readonly plate: Plate; readonly confidence: number | null }[]
  readonly confidence: number | null
  /** Two reads by one camera are less of a second opinion than reads by two. */
  readonly cameraId?: string
}

/** What the matcher needs of one entry. */
export interface ListedPlate {
  readonly entryId: string
  /** `#` where the list does not know the character. */
  readonly plate: Plate
  readonly country: string | null
  /** How many edits a read may be away: 1 unless the list asks to be looked through harder. */
  readonly editsMax?: 1 | 2
}

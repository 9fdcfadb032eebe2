import type { BundleBlock } from '#platform/documents'
import type { CalendarDate, Instant } from '#values'

/** Something of the case that can go before a court, as text or as a photograph. */
export interface OfferedItem {
  /** The same record has the same key in every bundle, so that two bundles can be compared. */
  readonly key: string
  readonly title: string
  readonly on: CalendarDate | null
  /** Where it comes from and who made it. */
  readonly from: string
  readonly sha256: string
  readonly hashOf: string
  readonly blocks: readonly BundleBlock[]
  /** Why it stays out unless an officer puts it in; null where it goes in. */
  readonly outBecause: string | null
  /** Nobody puts it in: it is named among what was left out, with why. */
  readonly isBarred: boolean
  /** How large its photograph is; 0 for text. */
  readonly sizeBytes: number
}

/** A record in words, before it has a hash of its own; a file that was kept brings its own. */
export type WrittenItem = Omit<OfferedItem, 'sha256'> & { readonly sha256: string | null }

/** What a bundle says of one record: that it is in, or why it is not. */
export interface ManifestLine {
  readonly key: string
  readonly title: string
  readonly sha256: string
  readonly outBecause: string | null
}

/** A bundle as it was made: it never changes, and another is made when the case has moved. */
export interface MadeBundle {
  readonly id: string
  readonly caseId: string
  readonly appealId: string
  /** 1 for the first of the appeal. */
  readonly number: number
  readonly manifest: readonly ManifestLine[]
  readonly pdfSha256: string
  readonly pages: number
  readonly madeBy: string
  readonly madeAt: Instant
}

export function manifestLine({ key, title, sha256 }: OfferedItem, outBecause: string | null): ManifestLine {
  return { key, title, sha256, outBecause }
}

import type { Instant, Plate, Site } from '#values'
import type { Candidate, ImageKind, ReadState } from './understanding.ts'

/** A picture that shows a read, by the hash that names its file. */
export interface KeptImage {
  readonly sha256: string
  readonly kind: ImageKind
  readonly bytes: number
}

/** One plate seen once by one of our cameras, as the database holds it. Never changed. */
export interface PlateRead {
  readonly id: string
  readonly site: Site
  readonly cameraId: string
  /** What the device calls itself, which need not be what we call it. */
  readonly cameraHint: string | null
  readonly lane: string | null
  readonly direction: string | null
  /** The camera's clock; ours where the camera gave no time. */
  readonly capturedAt: Instant
  /** Our clock, when the message was on disk. */
  readonly receivedAt: Instant
  readonly plate: Plate
  readonly plateAsRead: string
  readonly country: string | null
  readonly confidence: number | null
  readonly characterConfidence: readonly number[] | null
  readonly candidates: readonly Candidate[]
  readonly passageHint: string | null
  readonly state: ReadState
  readonly format: string
  readonly rawSha256: string
  readonly images: readonly KeptImage[]
}

/** What happens to reads once they are safe: crossings are joined and lists are matched. Must bear being called again with the same reads. */
export type OnReads = (reads: readonly PlateRead[]) => Promise<void>

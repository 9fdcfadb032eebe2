import type { Instant, Plate } from '#values'

/** How far a vehicle's story has come: one maker sends a first guess and replaces it later under the same identity. */
export type ReadState = 'new' | 'update' | 'final' | 'preview'

export interface Candidate {
  readonly plate: Plate
  readonly confidence: number | null
}

export type ImageKind = 'plate' | 'vehicle' | 'scene'

export interface Image {
  readonly kind: ImageKind
  readonly bytes: Uint8Array
}

/** One plate as one camera saw it once, in our words; what the maker did not say is null. */
export interface UnderstoodRead {
  readonly plate: Plate
  /** The characters before any correction, the camera's or ours. */
  readonly plateAsRead: string
  /** ISO 3166 alpha-2; a hint that is often wrong, so nothing is ever decided by it alone. */
  readonly country: string | null
  readonly confidence: number | null
  readonly capturedAt: Instant | null
  /** The same moment read with day and month the other way round, where the message leaves both open. */
  readonly capturedAtOtherwise?: Instant
  readonly cameraHint: string | null
  readonly lane: string | null
  /** The maker's word (`forward`, `reverse`) or a bearing in degrees as text. */
  readonly direction: string | null
  /** One number a character of `plateAsRead`. */
  readonly characterConfidence: readonly number[] | null
  readonly candidates: readonly Candidate[]
  /** What the camera says ties the reads of one vehicle together. */
  readonly passageHint: string | null
  readonly state: ReadState
  readonly images: readonly Image[]
  /** Equal for two deliveries of the same read from the same camera, and for nothing else; null when the message holds nothing that could tell. */
  readonly sameAs: string | null
}

/** Why a well-formed message, or a result in it, is not a plate read. */
export type IgnoredReason = 'no-plate' | 'not-a-plate' | 'no-result' | 'heartbeat' | 'other-event' | 'over-limit'

export interface Understanding {
  /** The name of the maker's way of writing, or of the mapping that was used. */
  readonly format: string
  readonly reads: readonly UnderstoodRead[]
  readonly ignored: readonly { readonly reason: IgnoredReason }[]
}

/** A result of a message: a read, or the reason it is none. */
export type Outcome = UnderstoodRead | { readonly reason: IgnoredReason }

export function understandingOf(format: string, outcomes: readonly Outcome[]): Understanding {
  return {
    format,
    reads: outcomes.filter((outcome) => 'plate' in outcome),
    ignored: outcomes.filter((outcome) => 'reason' in outcome),
  }
}

import type { Instant, Plate, Site } from '#values'
import type { Difference, Handling, How, LearnedOf, Marker, Sureness } from '#border/watchlists'

/** What the entry said when the hit was raised. */
export interface ListedAs {
  readonly entryId: string
  readonly listNameEn: string
  readonly listNameFr: string
  readonly reasonEn: string
  readonly reasonFr: string
  readonly handling: Handling
  readonly markers: readonly Marker[]
  readonly listedPlate: Plate
  readonly listedCountry: string | null
}

/** What one read of the passage says of the listed plate. */
export interface ReadExplained {
  readonly readId: string
  readonly cameraId: string
  readonly plate: Plate
  readonly how: How
  readonly differences: readonly Difference[]
  /** The model that this camera's errors were weighed by; absent in hits from before each camera could have one. */
  readonly model?: { readonly version: number; readonly of: LearnedOf }
}

/** Why the machine thought so, as it stood when it did. */
export interface Explanation {
  readonly sureness: Sureness
  /** The plate that would explain the reads best, of all but the listed one. */
  readonly otherPlate: string
  /** Which model of the cameras' errors the read was weighed by that the hit rests on. */
  readonly modelVersion: number
  readonly reads: readonly ReadExplained[]
}

/** The read the hit rests on, and how it fits. */
export interface Evidence {
  readonly readId: string
  readonly plate: Plate
  readonly country: string | null
  readonly characterConfidence: readonly number[] | null
  readonly imageSha256: string | null
  readonly how: How
  readonly differences: readonly Difference[]
  readonly cost: number
  /** Null for hits from before matches explained themselves. */
  readonly explained: Explanation | null
}

export type HitStatus = 'raised' | 'acknowledged' | 'confirmed' | 'dismissed' | 'superseded'

/** A passing vehicle that may be a listed one, and what people made of it. */
export interface Hit extends ListedAs, Evidence {
  readonly id: string
  readonly site: Site
  readonly crossingId: string
  readonly plateId: string
  readonly lane: string | null
  readonly raisedAt: Instant
  /** When the vehicle passed, for an entry that arrived only afterwards: it may still be in the zone. */
  readonly insideSince: Instant | null
  /** When the duty officer was told, because nobody had answered. */
  readonly escalatedAt: Instant | null
  /** When a later read of the passage said another plate, and an officer had taken the hit on. */
  readonly doubtedAt: Instant | null
  readonly status: HitStatus
  readonly handledBy: string | null
  readonly handledAt: Instant | null
  readonly dismissedAs: DismissalCode | null
  /** What a person says stood on the plate, when it was not the listed one. */
  readonly truePlate: Plate | null
}

/** Why a hit was no hit. Counted, so that bad reads and bad entries can be told apart and put right. */
export const dismissalCodes = ['misread', 'other-country', 'cloned-plate', 'other-vehicle', 'entry-out-of-date', 'no-picture'] as const

export type DismissalCode = (typeof dismissalCodes)[number]

type Later = 'status' | 'handledBy' | 'handledAt' | 'dismissedAs' | 'truePlate' | 'escalatedAt' | 'doubtedAt'

export type NewHit = Omit<Hit, Later | 'insideSince' | 'explained'> & { readonly insideSince?: Instant; readonly explained?: Explanation }

export interface HitRaised extends NewHit {
  readonly type: 'hit-raised'
}

export interface HitImproved extends Omit<Evidence, 'explained'> {
  readonly type: 'hit-improved'
  readonly explained?: Explanation
}

export interface HitSuperseded {
  readonly type: 'hit-superseded'
}

/** The machine takes nothing out of an officer's hands, so it says what it has read since. */
export interface HitDoubted {
  readonly type: 'hit-doubted'
  readonly doubtedAt: Instant
}

export interface HitEscalated {
  readonly type: 'hit-escalated'
  readonly escalatedAt: Instant
}

export interface HitAcknowledged {
  readonly type: 'hit-acknowledged'
  readonly handledBy: string
  readonly handledAt: Instant
}

export interface HitConfirmed {
  readonly type: 'hit-confirmed'
  readonly handledBy: string
  readonly handledAt: Instant
}

export interface HitDismissed {
  readonly type: 'hit-dismissed'
  readonly handledBy: string
  readonly handledAt: Instant
  readonly dismissedAs: DismissalCode
  readonly truePlate?: Plate
}

export type HitEvent = HitRaised | HitImproved | HitSuperseded | HitDoubted | HitEscalated | HitAcknowledged | HitConfirmed | HitDismissed

export function evolveHit(hit: Hit | undefined, event: HitEvent): Hit {
  if (event.type === 'hit-raised') return raised(event)
  if (hit === undefined) throw new Error(`${event.type} before the hit was raised`)
  const { type, ...facts } = event
  switch (type) {
    case 'hit-improved': return { ...hit, ...facts, doubtedAt: null, status: hit.status === 'superseded' ? 'raised' : hit.status }
    case 'hit-superseded': return { ...hit, status: 'superseded' }
    case 'hit-doubted':
    case 'hit-escalated': return { ...hit, ...facts }
    case 'hit-acknowledged': return { ...hit, ...facts, status: 'acknowledged' }
    case 'hit-confirmed': return { ...hit, ...facts, status: 'confirmed' }
    case 'hit-dismissed': return { ...hit, ...facts, status: 'dismissed' }
  }
}

function raised({ type: _type, ...hit }: HitRaised): Hit {
  return { insideSince: null, escalatedAt: null, doubtedAt: null, explained: null, ...hit, status: 'raised', handledBy: null, handledAt: null, dismissedAs: null, truePlate: null }
}

export function isOpen({ status }: Pick<Hit, 'status'>): boolean {
  return status === 'raised' || status === 'acknowledged'
}

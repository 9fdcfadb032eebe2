import type { Happening } from '#platform/decisions'
import type { CalendarDate, Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { Covered } from './areas-to-cover.ts'

export const evidenceKinds = ['checklist', 'instructions', 'statement', 'photograph', 'vehicle-papers', 'business-size', 'means', 'correspondence', 'other'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const evidenceRoads = ['at-the-scene', 'from-the-port', 'post', 'e-mail', 'by-hand', 'online'] as const
export type EvidenceRoad = (typeof evidenceRoads)[number]

/** Whether an officer saw this paper at the stop. The owner's copy that comes later can differ from it (casework.md U9). */
export const seenAtScene = ['seen', 'not-seen', 'not-known'] as const
export type SeenAtScene = (typeof seenAtScene)[number]

export const evidenceTypes = ['image/jpeg', 'image/png', 'application/pdf', 'text/plain'] as const
export type EvidenceType = (typeof evidenceTypes)[number]

/** Bytes by their hash; `readEvidenceBytes` has them. */
export interface KeptBytes {
  readonly sha256: string
  readonly contentType: EvidenceType
  readonly sizeBytes: number
}

/** Where it came from, so that a court can follow it back. */
export interface Provenance {
  /** Who supplied it, in words: a name, an office. */
  readonly suppliedBy: string
  readonly road: EvidenceRoad
  readonly receivedOn: CalendarDate
  readonly seenAtScene: SeenAtScene
  readonly note: string
}

/** A rendition with something covered. The latest stands for the original wherever it leaves the office. */
export interface RedactedTwin extends KeptBytes {
  /** What is covered in it. */
  readonly covers: string
  readonly reasons: string
  /** Where the original was covered here; absent for a twin that came as a file. */
  readonly areas?: readonly Covered[]
  readonly redactedBy: Named
  readonly redactedAt: Instant
}

/** `redacted-only`: the original is for those who decide and inspect, and never leaves. */
export const disclosures = ['as-it-is', 'redacted-only'] as const
export type Disclosure = (typeof disclosures)[number]

/** To whom of the case it is shown at the public door: what leaves of it, and nothing else. */
export interface Shown {
  readonly to: readonly string[]
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

/** What a person of the case says of one item. */
export interface Comment {
  readonly id: string
  readonly personId: string
  readonly from: string
  readonly says: string
  readonly at: Instant
}

/** Bytes of it in which a scanner found something: they lie apart, and nobody is served them. */
export interface Infected {
  readonly sha256: string
  readonly threat: string
  readonly foundAt: Instant
}

/** Something supplied or found, kept as it came. Nothing of it is ever changed: what is known better is said beside it. */
export interface Evidence {
  readonly id: string
  readonly caseId: string
  readonly title: string
  readonly kind: EvidenceKind
  /** Whom it concerns; null for the case as a whole. */
  readonly personId: string | null
  readonly file: KeptBytes
  readonly provenance: Provenance
  /** What it says, typed out, so that versions can be compared line by line and a screen reader can read it. */
  readonly transcript: string
  /** The item of which this is another version. */
  readonly versionOf: string | null
  readonly disclosure: Disclosure
  /** Oldest first; the last is in force. */
  readonly twins: readonly RedactedTwin[]
  readonly addedBy: Named
  readonly addedAt: Instant
  /** Taken out of what the case rests on, because it was put into the wrong case or is not what it was taken for. */
  readonly withdrawn: { readonly reasons: string; readonly by: Named; readonly on: CalendarDate } | null
  /** Absent while it is shown to nobody outside. */
  readonly shown?: Shown
  /** Oldest first; absent while nobody outside has said anything. */
  readonly comments?: readonly Comment[]
  /** Absent while no scanner has found anything. */
  readonly infected?: readonly Infected[]
}

export interface EvidenceAdded extends Happening, Omit<Evidence, 'id' | 'twins' | 'withdrawn' | 'shown' | 'comments' | 'infected'> {
  readonly type: 'evidence-added'
  readonly evidenceId: string
}

export interface EvidenceRedacted extends Happening {
  readonly type: 'evidence-redacted'
  readonly twin: RedactedTwin
}

export interface EvidenceTranscribed extends Happening {
  readonly type: 'evidence-transcribed'
  readonly transcript: string
}

export interface DisclosureSet extends Happening {
  readonly type: 'evidence-disclosure-set'
  readonly disclosure: Disclosure
  readonly reasons: string
}

export interface EvidenceWithdrawn extends Happening {
  readonly type: 'evidence-withdrawn'
  readonly withdrawn: NonNullable<Evidence['withdrawn']>
}

export interface EvidenceShown extends Happening {
  readonly type: 'evidence-shown'
  readonly shown: Shown
}

export interface EvidenceCommented extends Happening {
  readonly type: 'evidence-commented'
  readonly comment: Comment
}

export interface EvidenceInfected extends Happening {
  readonly type: 'evidence-infected'
  readonly infected: Infected
}

/** Newer definitions find nothing in it. */
export interface EvidenceReleased extends Happening {
  readonly type: 'evidence-released'
  readonly sha256: string
}

export type EvidenceEvent = EvidenceAdded | EvidenceRedacted | EvidenceTranscribed | DisclosureSet | EvidenceWithdrawn | EvidenceShown | EvidenceCommented | EvidenceInfected | EvidenceReleased

export function evolveEvidence(state: Evidence | undefined, event: EvidenceEvent): Evidence {
  if (event.type === 'evidence-added') {
    const { evidenceId, caseId, title, kind, personId, file, provenance, transcript, versionOf, disclosure, addedBy, addedAt } = event
    return { id: evidenceId, caseId, title, kind, personId, file, provenance, transcript, versionOf, disclosure, addedBy, addedAt, twins: [], withdrawn: null }
  }
  if (state === undefined) throw new Error(`Evidence cannot begin with ${event.type}`)
  switch (event.type) {
    case 'evidence-redacted': return { ...state, twins: [...state.twins, event.twin], disclosure: 'redacted-only' }
    case 'evidence-transcribed': return { ...state, transcript: event.transcript }
    case 'evidence-disclosure-set': return { ...state, disclosure: event.disclosure }
    case 'evidence-withdrawn': return { ...state, withdrawn: event.withdrawn }
    case 'evidence-shown': return { ...state, shown: event.shown }
    case 'evidence-commented': return { ...state, comments: [...(state.comments ?? []), event.comment] }
    case 'evidence-infected': return { ...state, infected: [...(state.infected ?? []), event.infected] }
    case 'evidence-released': return { ...state, infected: (state.infected ?? []).filter(({ sha256 }) => sha256 !== event.sha256) }
  }
}

/** What may leave the office of one item: the original, its twin, or nothing while the twin is due. */
export interface Outward {
  readonly bytes: KeptBytes | null
  /** Typed out from the original, so it leaves only with the original. */
  readonly transcript: string
  readonly withheldBecause: string | null
}

export function outwardOf(item: Evidence): Outward {
  const { file, transcript, disclosure, twins, withdrawn } = item
  if (withdrawn !== null) return withheld(`Withdrawn: ${withdrawn.reasons}`)
  const outward = disclosure === 'as-it-is' ? file : twins.at(-1)
  if (outward === undefined) return withheld('It may leave only redacted, and nobody has redacted it yet')
  const { sha256, contentType, sizeBytes } = outward
  if (isInfected(item, sha256)) return withheld('A virus scanner found something in it')
  return { bytes: { sha256, contentType, sizeBytes }, transcript: disclosure === 'as-it-is' ? transcript : '', withheldBecause: null }
}

function withheld(because: string): Outward {
  return { bytes: null, transcript: '', withheldBecause: because }
}

/** A scanner found something in these bytes of it, so nobody is served them. */
export function isInfected({ infected = [] }: Pick<Evidence, 'infected'>, sha256: string): boolean {
  return infected.some((each) => each.sha256 === sha256)
}

/** Whoever asks for it outside has to wait until somebody has redacted it. */
export function twinIsDue(evidence: Evidence): boolean {
  return evidence.withdrawn === null && evidence.disclosure === 'redacted-only' && outwardOf(evidence).bytes === null
}

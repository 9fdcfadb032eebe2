import type { CalendarDate, Citation, Instant, Plate, Site } from '#values'
import { peopleFound, type AlarmAndPeople, type AlarmSource, type Suspicion } from './alarm.ts'
import type { Acknowledgement, HandOver, NewHandOver } from './hand-over.ts'
import type { PapersAndDriver, PersonAtScene, Sighting } from './papers.ts'
import type { Photo } from './photo.ts'
import type { SceneOutcome, VehicleOutcome } from './scene.ts'
import type { Transporter, VehicleAndEntry } from './vehicle.ts'

/** The parts of the record, one for each step of the form. */
export interface Sections {
  readonly alarm: AlarmAndPeople
  readonly vehicle: VehicleAndEntry
  readonly papers: PapersAndDriver
  readonly scene: SceneOutcome
}

export type SectionName = keyof Sections

/** One part with its answers. */
export type Section = { readonly [Name in SectionName]: { readonly section: Name; readonly answers: Sections[Name] } }[SectionName]

/** That a recorded part was changed, and why; what it said before is in the history. */
export interface Correction {
  readonly section: SectionName
  readonly because: string
  readonly at: Instant
  readonly by: string
}

/** People found in a vehicle at one port. A draft until the officer says that it is the record. */
export interface Detection {
  readonly id: string
  readonly site: Site
  readonly stage: 'draft' | 'recorded' | 'discarded'
  readonly searchId: string | null
  readonly crossingId: string | null
  readonly startedAt: Instant
  readonly startedBy: string
  readonly recordedAt: Instant | null
  readonly alarm: AlarmAndPeople | null
  readonly vehicle: VehicleAndEntry | null
  readonly papers: PapersAndDriver | null
  readonly scene: SceneOutcome | null
  readonly photos: readonly Photo[]
  readonly handOvers: readonly HandOver[]
  readonly corrections: readonly Correction[]
}

/** A detection all of whose parts have been answered. */
export type CompleteDetection = Detection & Sections

export type DetectionStart = Pick<Detection, 'id' | 'site' | 'searchId' | 'crossingId' | 'startedAt' | 'startedBy'>

export type DetectionStarted = DetectionStart & { readonly type: 'detection-started' }
export type SectionNoted = Section & { readonly type: 'detection-noted' }
export type PhotoAttached = { readonly type: 'photo-attached'; readonly photo: Photo }
export type DetectionCorrected = Section & { readonly type: 'detection-corrected'; readonly because: string; readonly at: Instant; readonly by: string }
export type DetectionDiscarded = { readonly type: 'detection-discarded'; readonly because: string }
export type PeopleHandedOver = { readonly type: 'people-handed-over'; readonly handOver: NewHandOver; readonly under: readonly Citation[] }
export type ReceiptNoted = { readonly type: 'receipt-noted'; readonly handOverId: string; readonly receiptReference: string }
export type HandOverAcknowledged = { readonly type: 'hand-over-acknowledged'; readonly handOverId: string; readonly acknowledged: Acknowledgement }

/** The find as it leaves the lane: all that casework, statistics and the other ports read. */
export interface DetectionRecorded {
  readonly type: 'detection-recorded'
  readonly detectionId: string
  readonly site: Site
  readonly place: string
  readonly recordedAt: Instant
  readonly occurredAt: Instant
  readonly occurredOn: CalendarDate
  readonly transporter: Transporter
  readonly entrants: number
  readonly adults: number
  readonly children: number
  /** Pseudonyms: no identity of anybody found is kept with the vehicle's record. */
  readonly entrantIds: readonly string[]
  readonly tractorPlate: Plate | null
  readonly trailerPlate: Plate | null
  readonly country: string | null
  readonly alarmRaisedBy: AlarmSource
  readonly reportedByDriver: boolean
  readonly driverSuspicion: Suspicion
  readonly driverFirstSuspectedAt: Instant | null
  readonly driverReportedAt: Instant | null
  readonly checklistSeen: Sighting
  readonly instructionsSeen: Sighting
  readonly vehicleOutcome: VehicleOutcome
  readonly searchId: string | null
  readonly crossingId: string | null
  readonly personsAtScene: readonly PersonAtScene[]
  readonly under: readonly Citation[]
}

export type DetectionEvent =
  | DetectionStarted | SectionNoted | PhotoAttached | DetectionRecorded | DetectionCorrected
  | DetectionDiscarded | PeopleHandedOver | ReceiptNoted | HandOverAcknowledged

export function evolveDetection(detection: Detection | undefined, event: DetectionEvent): Detection {
  if (event.type === 'detection-started') return started(event)
  if (detection === undefined) throw new Error(`${event.type} before the detection was started`)
  switch (event.type) {
    case 'detection-noted': return { ...detection, [event.section]: event.answers }
    case 'photo-attached': return { ...detection, photos: [...detection.photos, event.photo] }
    case 'detection-recorded': return { ...detection, stage: 'recorded', recordedAt: event.recordedAt }
    case 'detection-corrected': return corrected(detection, event)
    case 'detection-discarded': return { ...detection, stage: 'discarded' }
    case 'people-handed-over': return { ...detection, handOvers: [...detection.handOvers, { ...event.handOver, acknowledged: null }] }
    case 'receipt-noted': return withHandOver(detection, event.handOverId, { receiptReference: event.receiptReference })
    case 'hand-over-acknowledged': return withHandOver(detection, event.handOverId, { acknowledged: event.acknowledged })
  }
}

function started({ type: _type, ...start }: DetectionStarted): Detection {
  const unanswered = { alarm: null, vehicle: null, papers: null, scene: null }
  return { ...start, ...unanswered, stage: 'draft', recordedAt: null, photos: [], handOvers: [], corrections: [] }
}

function corrected(detection: Detection, { section, answers, because, at, by }: DetectionCorrected): Detection {
  return { ...detection, [section]: answers, corrections: [...detection.corrections, { section, because, at, by }] }
}

function withHandOver(detection: Detection, id: string, change: Partial<HandOver>): Detection {
  return { ...detection, handOvers: detection.handOvers.map((one) => (one.id === id ? { ...one, ...change } : one)) }
}

export function isComplete(detection: Detection): detection is CompleteDetection {
  return detection.alarm !== null && detection.vehicle !== null && detection.papers !== null && detection.scene !== null
}

/** Short enough to say over a radio: the last characters of the id, which are its random ones. */
export function referenceOf({ id }: Pick<Detection, 'id'>): string {
  return id.replaceAll('-', '').slice(-6).toUpperCase()
}

/** One pseudonym for each person found, for hand-over notes and counts. */
export function entrantIdsOf(detection: Pick<Detection, 'id'>, alarm: AlarmAndPeople): readonly string[] {
  return Array.from({ length: peopleFound(alarm) }, (_, index) => `${referenceOf(detection)}-${index + 1}`)
}

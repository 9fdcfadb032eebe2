import { assess, type Capacity, type Transporter } from '#law'
import { isPort, type CalendarDate, type Instant, type Plate, type Site } from '#values'
import type { Opening } from './open-case.ts'
import type { AlarmRaiser, Incident, Sighting, Vehicle } from './penalty-case.ts'

/** The part of a recorded find that casework reads; the lane's record holds the rest. */
export interface Find {
  readonly detectionId: string
  readonly site: Site
  readonly place: string
  readonly occurredAt: Instant
  readonly occurredOn: CalendarDate
  readonly transporter: Transporter
  readonly entrants: number
  readonly tractorPlate: Plate | null
  readonly trailerPlate: Plate | null
  readonly country: string | null
  readonly alarmRaisedBy: AlarmRaiser
  readonly driverFirstSuspectedAt: Instant | null
  readonly driverReportedAt: Instant | null
  readonly checklistSeen: Sighting
  readonly instructionsSeen: Sighting
  readonly personsAtScene: readonly { readonly capacity: Capacity; readonly name: string; readonly company: string | null }[]
}

/** The case bears its detection's own id, so that a find can never open two. */
export function caseFromDetection(find: Find): Omit<Opening, 'reference' | 'openedOn'> {
  return caseFacts(find.detectionId, find.detectionId, incidentFrom(find))
}

/** The regime follows from the day of the incident and nothing else. */
export function caseFacts(caseId: string, detectionId: string | null, incident: Incident): Omit<Opening, 'reference' | 'openedOn'> {
  const { occurredOn, transporter, section, entrants } = incident
  const { regime } = assess({ incident: { occurredOn, transporter, section, entrants }, persons: [] })
  return { caseId, detectionId, incident, regime }
}

function incidentFrom(find: Find): Incident {
  const { site, place, occurredOn, occurredAt, transporter, entrants, country } = find
  if (!isPort(site)) throw new Error(`A find was recorded at ${site}, which is not a port`)
  return {
    port: site, place, occurredOn, occurredAt, transporter, entrants,
    section: '32',
    ...vehiclesFound(find.tractorPlate, find.trailerPlate, country),
    selfReport: { raisedBy: find.alarmRaisedBy, firstSuspectedAt: find.driverFirstSuspectedAt, reportedAt: find.driverReportedAt },
    atScene: { checklist: find.checklistSeen, instructions: find.instructionsSeen, persons: find.personsAtScene },
    journeyBeganOn: null,
    adequatelySecured: null,
  }
}

/** The country was noted for the vehicle that drives; for a trailer alone it is the trailer's. */
export function vehiclesFound(tractor: Plate | null, trailer: Plate | null, country: string | null): Pick<Incident, 'tractor' | 'trailer'> {
  return { tractor: vehicle(tractor, country), trailer: vehicle(trailer, tractor === null ? country : null) }
}

function vehicle(registration: Plate | null, country: string | null): Vehicle | null {
  return registration === null ? null : { registration, country }
}

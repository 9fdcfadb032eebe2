import { concealedAtControl, powerToHandOver } from '#law'
import { dayOf, type Instant } from '#values'
import { announce, refuse, type Decision } from '#platform/decisions'
import { peopleFound, reportedByDriver } from './alarm.ts'
import { entrantIdsOf, isComplete, type CompleteDetection, type Detection, type DetectionRecorded, type PeopleHandedOver } from './detection.ts'
import { faultInHandOver } from './hand-over-people.ts'

/** Makes the draft the record, and announces it to casework. Done twice, it is done once. */
export function recordDetection(detection: Detection | undefined, recordedAt: Instant): Decision<DetectionRecorded | PeopleHandedOver> {
  if (detection === undefined) return refuse('no-such-detection')
  if (detection.stage === 'recorded') return announce()
  if (detection.stage === 'discarded') return refuse('draft-was-discarded')
  if (!isComplete(detection)) return refuse('steps-missing')
  const { handOver } = detection.scene
  const fault = handOver === null ? undefined : faultInHandOver(detection, handOver, recordedAt)
  if (fault !== undefined) return refuse(fault)

  const recorded = theFind(detection, recordedAt)
  return handOver === null ? announce(recorded) : announce<DetectionRecorded | PeopleHandedOver>(recorded, { type: 'people-handed-over', handOver, under: powerToHandOver(detection.site) })
}

function theFind(detection: CompleteDetection, recordedAt: Instant): DetectionRecorded {
  const { id, site, searchId, crossingId, alarm, vehicle, papers, scene } = detection
  const { place, foundAt, adults, children, alarmRaisedBy, driverSuspicion, driverFirstSuspectedAt, driverReportedAt } = alarm
  const { transporter, tractorPlate, trailerPlate, country } = vehicle
  return {
    type: 'detection-recorded', detectionId: id, site, place, recordedAt, occurredAt: foundAt, occurredOn: dayOf(foundAt),
    transporter, entrants: peopleFound(alarm), adults, children, entrantIds: entrantIdsOf(detection, alarm),
    tractorPlate, trailerPlate, country,
    alarmRaisedBy, reportedByDriver: reportedByDriver(alarm), driverSuspicion, driverFirstSuspectedAt, driverReportedAt,
    checklistSeen: papers.checklist, instructionsSeen: papers.instructions, vehicleOutcome: scene.vehicleOutcome,
    searchId, crossingId, personsAtScene: papers.persons,
    under: concealedAtControl,
  }
}

import type { DetectionCorrected } from '#border/examinations'
import { dayInWords, dayOf, timeOfDay, zoneOf, type Instant, type Port } from '#values'
import { vehiclesFound } from './case-from-detection.ts'
import type { ChangedFact, CorrectedFacts } from './find-correction.ts'
import type { Incident, Vehicle } from './penalty-case.ts'
import { alarmWords, capacityWords, sightingWords, transporterWords } from './words.ts'

/** What the corrected part says about the facts that casework reads; the lane's record holds the rest. */
export function correctedFacts(correction: DetectionCorrected): CorrectedFacts {
  switch (correction.section) {
    case 'alarm': {
      const { place, foundAt, adults, children, alarmRaisedBy, driverFirstSuspectedAt, driverReportedAt } = correction.answers
      const selfReport = { raisedBy: alarmRaisedBy, firstSuspectedAt: driverFirstSuspectedAt, reportedAt: driverReportedAt }
      return { place, occurredAt: foundAt, occurredOn: dayOf(foundAt), entrants: adults + children, selfReport }
    }
    case 'vehicle': {
      const { transporter, tractorPlate, trailerPlate, country } = correction.answers
      return { transporter, ...vehiclesFound(tractorPlate, trailerPlate, country) }
    }
    case 'papers': {
      const { checklist, instructions, persons } = correction.answers
      return { atScene: { checklist, instructions, persons } }
    }
    case 'scene':
      return {}
  }
}

/** Each fact that reads otherwise than before, with both readings. */
export function changedFacts(before: Incident, facts: CorrectedFacts): readonly ChangedFact[] {
  const now = new Map(told({ ...before, ...facts }))
  return told(before).flatMap(([fact, was]) => {
    const is = now.get(fact) ?? ''
    return is === was ? [] : [{ fact, was, now: is }]
  })
}

function told({ port, place, occurredOn, occurredAt, transporter, entrants, tractor, trailer, selfReport, atScene }: Incident): readonly (readonly [string, string])[] {
  return [
    ['Place', place],
    ['Found on', dayInWords(occurredOn)],
    ['Found at', timeOf(occurredAt, port)],
    ['Entrants', String(entrants)],
    ['What carried them', transporterWords[transporter]],
    ['Tractor', plateOf(tractor)],
    ['Trailer', plateOf(trailer)],
    ['Alarm raised by', alarmWords[selfReport.raisedBy]],
    ['Driver first suspected', timeOf(selfReport.firstSuspectedAt, port)],
    ['Driver reported', timeOf(selfReport.reportedAt, port)],
    ['Checklist', sightingWords[atScene.checklist]],
    ['Written instructions', sightingWords[atScene.instructions]],
    ['At the scene', atScene.persons.map(({ capacity, name, company }) => `${capacityWords[capacity]}: ${[name, company].filter(Boolean).join(', ')}`).join('; ') || 'nobody named'],
  ]
}

function plateOf(vehicle: Vehicle | null): string {
  return vehicle === null ? 'none recorded' : [vehicle.registration, vehicle.country].filter(Boolean).join(' ')
}

/** By the wall clocks of the port. */
function timeOf(at: Instant | null, port: Port): string {
  const zone = zoneOf(port)
  return at === null ? 'not said' : `${dayInWords(dayOf(at, zone))}, ${timeOfDay(at, zone).slice(0, 5)} local time`
}

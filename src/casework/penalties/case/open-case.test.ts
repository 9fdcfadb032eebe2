import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, instant, plate } from '#values'
import { aCase, anIncident, caseId } from '#test/penalties'
import { caseFacts, caseFromDetection } from './case-from-detection.ts'
import { openCase, type Opening } from './open-case.ts'

const opening = (change: Partial<Opening> = {}): Opening => ({
  ...caseFacts(caseId, null, anIncident()), reference: 'JX-2024-000001', openedOn: day('2024-01-11'), ...change,
})

describe('opening a case', () => {
  test('a find opens one case, and telling it again changes nothing', () => {
    assert.partialDeepStrictEqual(openCase(undefined, opening()), { events: [{ type: 'case-opened', reference: 'JX-2024-000001' }] })
    assert.deepEqual(openCase(aCase(), opening()), { events: [] })
  })
  test('the incident cannot be after the day the case opens', () => {
    assert.deepEqual(openCase(undefined, opening({ openedOn: day('2024-01-09') })), { refused: 'incident-in-future' })
    assert.partialDeepStrictEqual(openCase(undefined, opening({ openedOn: day('2024-01-10') })), { events: [{ type: 'case-opened' }] })
  })
  test('section 32 needs somebody found; section 31A does not', () => {
    const nobody = { entrants: 0 }
    assert.deepEqual(openCase(undefined, opening({ incident: anIncident(nobody) })), { refused: 'section-32-needs-an-entrant' })
    assert.partialDeepStrictEqual(openCase(undefined, opening({ incident: anIncident({ ...nobody, section: '31A' }) })), { events: [{ type: 'case-opened' }] })
  })
})

describe('the regime of a case', () => {
  const regimeOn = (occurredOn: string) => caseFacts(caseId, null, anIncident({ occurredOn: day(occurredOn) })).regime
  test('follows the day of the incident', () => {
    assert.deepEqual(['2023-02-12', '2023-02-13', '2025-12-31', '2026-01-01'].map(regimeOn), ['PRE_2023', 'R2023', 'R2023', 'R2026'])
  })
})

describe('a case from a find at the border', () => {
  const find = {
    detectionId: caseId, site: 'dunkerque', place: 'Shed 2', occurredAt: instant('2026-03-01T01:00:00Z'), occurredOn: day('2026-03-01'),
    transporter: 'detached-trailer', entrants: 3, tractorPlate: null, trailerPlate: plate('W-123-AB'), country: 'FR',
    alarmRaisedBy: 'driver', driverFirstSuspectedAt: instant('2026-03-01T00:30:00Z'), driverReportedAt: null,
    checklistSeen: 'seen', instructionsSeen: 'not-asked', personsAtScene: [{ capacity: 'operator', name: 'A. Marin', company: null }],
  } as const

  test('bears the id of the find, so that it cannot open two', () => {
    assert.partialDeepStrictEqual(caseFromDetection(find), { caseId, detectionId: caseId, regime: 'R2026' })
  })
  test('keeps who raised the alarm, when the driver first suspected and what the lane saw', () => {
    assert.partialDeepStrictEqual(caseFromDetection(find).incident, {
      port: 'dunkerque', entrants: 3, tractor: null, trailer: { registration: 'W123AB', country: 'FR' },
      selfReport: { raisedBy: 'driver', firstSuspectedAt: find.driverFirstSuspectedAt }, atScene: { checklist: 'seen', persons: [{ name: 'A. Marin' }] },
    })
  })
  test('is not made of what the centre itself recorded', () => {
    assert.throws(() => caseFromDetection({ ...find, site: 'centre' }), /not a port/)
  })
})

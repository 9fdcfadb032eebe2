import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant } from '#values'
import { isRefused, type Decision, type Happening } from '#platform/decisions'
import { sections } from '#test/a-detection'
import { correctDetection } from './correct-detection.ts'
import { entrantIdsOf, evolveDetection, type Detection, type Section, type Sections } from './detection.ts'
import { acknowledgeHandOver, handOverPeople, noteReceipt, stillWithUs } from './hand-over-people.ts'
import type { NewHandOver } from './hand-over.ts'
import { noteSection } from './note-section.ts'
import { recordDetection } from './record-detection.ts'
import { discardDetection, startDetection } from './start-detection.ts'

const now = instant('2026-03-10T03:00:00Z')
const start = { id: '0191c7ab-0000-7000-8000-0000007f3a2c', site: 'calais', searchId: 's1', crossingId: null, startedAt: now, startedBy: 'Test officer' } as const
const draft = evolveDetection(undefined, { type: 'detection-started', ...start })
const names = ['alarm', 'vehicle', 'papers', 'scene'] as const
const complete = names.reduce<Detection>((before, name) => evolveDetection(before, { type: 'detection-noted', section: name, answers: sections[name] } as Section & { type: 'detection-noted' }), draft)
const recorded: Detection = { ...complete, stage: 'recorded', recordedAt: now }
const aHandOver: NewHandOver = { id: 'h1', adults: 2, children: 1, handedOverAt: instant('2026-03-10T02:30:00Z'), receivingOfficer: 'PAF 4711', receiptReference: null }

function refusal<Event extends Happening>(decision: Decision<Event>): string | undefined {
  return isRefused(decision) ? decision.refused : undefined
}
function alarmRefusal(change: Partial<Sections['alarm']>): string | undefined {
  return refusal(noteSection(draft, { section: 'alarm', answers: { ...sections.alarm, ...change } }, now))
}

describe('starting a detection', () => {
  test('twice with the same id starts it once, and only at a port', () => {
    assert.deepEqual(startDetection(draft, start), { events: [] })
    assert.equal(refusal(startDetection(undefined, { ...start, site: 'centre' })), 'detections-take-place-at-ports')
  })
  test('by mistake can be put away until it is recorded', () => {
    assert.equal(refusal(discardDetection(draft, 'test of the form')), undefined)
    assert.equal(refusal(discardDetection(recorded, 'test of the form')), 'already-recorded')
  })
})

describe('the alarm', () => {
  test('raised by the driver goes with a suspicion and its time', () => {
    assert.equal(alarmRefusal({ driverSuspicion: 'did-not-suspect', driverFirstSuspectedAt: null }), 'driver-alarm-without-suspicion')
    assert.equal(alarmRefusal({ driverFirstSuspectedAt: null }), 'say-when-suspected')
    assert.equal(alarmRefusal({ driverSuspicion: 'suspected-no-time', driverFirstSuspectedAt: null }), undefined)
  })
  test('times run in order: suspected, reported, found, now', () => {
    assert.equal(alarmRefusal({ driverFirstSuspectedAt: instant('2026-03-10T01:41:00Z') }), 'suspected-after-found')
    assert.equal(alarmRefusal({ driverReportedAt: instant('2026-03-10T01:00:00Z') }), 'reported-before-suspected')
    assert.equal(alarmRefusal({ foundAt: instant('2026-03-10T03:06:00Z') }), 'found-in-the-future')
    assert.equal(alarmRefusal({ foundAt: instant('2026-03-10T03:05:00Z') }), undefined)
  })
  test('needs people, and with a child an answer about its welfare', () => {
    assert.equal(alarmRefusal({ adults: 0, children: 0, concerns: [], childWelfare: null }), 'nobody-found')
    assert.equal(alarmRefusal({ childWelfare: null }), 'consider-the-children')
    assert.equal(alarmRefusal({ referredTo: null }), 'say-who-it-was-referred-to')
    assert.equal(alarmRefusal({ children: 0, childWelfare: null }), 'child-concern-without-child')
  })
})

describe('a step of the form', () => {
  test('saved again unchanged adds nothing, whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(sections.vehicle).reverse()) as unknown as Sections['vehicle']
    assert.deepEqual(noteSection(complete, { section: 'vehicle', answers: turned }, now), { events: [] })
  })
  test('of a trailer found alone needs the trailer’s plate', () => {
    const answers = { ...sections.vehicle, transporter: 'detached-trailer' as const, trailerPlate: null }
    assert.equal(refusal(noteSection(draft, { section: 'vehicle', answers }, now)), 'trailer-plate-needed')
  })
  test('cannot change a record without a reason', () => {
    assert.equal(refusal(noteSection(recorded, { section: 'papers', answers: sections.papers }, now)), 'already-recorded')
  })
})

describe('recording', () => {
  test('needs every step', () => {
    assert.equal(refusal(recordDetection({ ...complete, papers: null }, now)), 'steps-missing')
  })
  test('says first that the driver reported it, counts everybody and names nobody found', () => {
    assert.partialDeepStrictEqual(recordDetection(complete, now), {
      events: [{
        type: 'detection-recorded', reportedByDriver: true, alarmRaisedBy: 'driver', driverFirstSuspectedAt: '2026-03-10T01:10:00.000Z',
        entrants: 3, entrantIds: ['7F3A2C-1', '7F3A2C-2', '7F3A2C-3'], occurredOn: '2026-03-10', checklistSeen: 'seen', searchId: 's1',
        personsAtScene: [{ capacity: 'driver', name: 'Test Driver', company: null }, { capacity: 'owner' }],
      }],
    })
    assert.deepEqual(entrantIdsOf(start, { ...sections.alarm, adults: 1, children: 0 }), ['7F3A2C-1'])
  })
  test('rests on the Act’s words for people hidden at a control', () => {
    assert.partialDeepStrictEqual(recordDetection(complete, now), { events: [{ under: [{ cite: 'Immigration and Asylum Act 1999 s.32(1)' }] }] })
  })
  test('falls on the London day: 00:30 in Calais is still the day before', () => {
    const late = { ...complete, alarm: { ...sections.alarm, foundAt: instant('2026-03-09T23:30:00Z') } }
    assert.partialDeepStrictEqual(recordDetection(late, now), { events: [{ occurredOn: '2026-03-09' }] })
  })
  test('twice is once', () => {
    assert.deepEqual(recordDetection(recorded, now), { events: [] })
  })
  test('with the people already handed over records that too', () => {
    const decision = recordDetection({ ...complete, scene: { ...sections.scene, handOver: aHandOver } }, now)
    assert.partialDeepStrictEqual(decision, { events: [{ type: 'detection-recorded' }, { type: 'people-handed-over', handOver: { id: 'h1' } }] })
  })
})

describe('a correction', () => {
  const because = { because: 'Plate misread in the dark', at: now, by: 'Test officer' }
  test('changes the record and is listed with its reason', () => {
    const section: Section = { section: 'vehicle', answers: { ...sections.vehicle, country: 'FR' } }
    assert.equal(refusal(correctDetection(recorded, section, because)), undefined)
    const after = evolveDetection(recorded, { type: 'detection-corrected', ...section, ...because })
    assert.equal(after.vehicle?.country, 'FR')
    assert.deepEqual(after.corrections, [{ section: 'vehicle', ...because }])
  })
  test('that changes nothing, or leaves fewer people than were handed over, is refused', () => {
    assert.equal(refusal(correctDetection(recorded, { section: 'vehicle', answers: sections.vehicle }, because)), 'nothing-changed')
    const given = evolveDetection(recorded, { type: 'people-handed-over', handOver: aHandOver, under: [] })
    assert.equal(refusal(correctDetection(given, { section: 'alarm', answers: { ...sections.alarm, adults: 1 } }, because)), 'fewer-than-handed-over')
  })
})

describe('handing over', () => {
  test('cannot give over more people than were found, nor before they were found', () => {
    assert.equal(refusal(handOverPeople(recorded, { ...aHandOver, adults: 3 }, now)), 'more-handed-over-than-found')
    assert.equal(refusal(handOverPeople(recorded, { ...aHandOver, handedOverAt: instant('2026-03-10T01:39:00Z') }, now)), 'handed-over-before-found')
  })
  test('counts heads, because stated ages may be judged anew', () => {
    assert.equal(refusal(handOverPeople(recorded, { ...aHandOver, adults: 3, children: 0 }, now)), undefined)
  })
  test('in two parts leaves nobody with us, and twice is once', () => {
    const first = evolveDetection(recorded, { type: 'people-handed-over', handOver: { ...aHandOver, adults: 2, children: 0 }, under: [] })
    assert.equal(stillWithUs(first), 1)
    assert.deepEqual(handOverPeople(first, aHandOver, now), { events: [] })
    assert.equal(refusal(handOverPeople(first, { ...aHandOver, id: 'h2', adults: 1, children: 1 }, now)), 'more-handed-over-than-found')
    assert.equal(refusal(handOverPeople(first, { ...aHandOver, id: 'h2', adults: 0, children: 1 }, now)), undefined)
  })
  test('keeps the first receipt, and takes the French side’s own word', () => {
    const given = evolveDetection(recorded, { type: 'people-handed-over', handOver: aHandOver, under: [] })
    const noted = evolveDetection(given, { type: 'receipt-noted', handOverId: 'h1', receiptReference: 'PV 12' })
    assert.equal(refusal(noteReceipt(noted, 'h1', 'PV 13')), 'receipt-already-noted')
    assert.equal(refusal(acknowledgeHandOver(noted, 'h1', { at: now, by: 'Test', reference: 'R1' })), undefined)
    assert.equal(refusal(acknowledgeHandOver(noted, 'h2', { at: now, by: 'Test', reference: 'R1' })), 'no-such-hand-over')
  })
})

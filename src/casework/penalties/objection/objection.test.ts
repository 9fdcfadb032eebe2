import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, pence, pounds } from '#values'
import { after, aPenaltyDecided, aPenaltyIssuedOn, aPenaltyObjectedOn, receiving, secondSenior, seniorOfficer } from '#test/penalties'
import { currentClock } from '../deadline/current-clock.ts'
import { lastDayFor } from '../deadline/last-day-for.ts'
import { issueNotice } from '../penalty/issue-notice.ts'
import { settlePenalty } from '../penalty/settle-penalty.ts'
import { agreeDecisionTime } from './agree-decision-time.ts'
import { determineObjection, type Determining } from './determine-objection.ts'
import { judgeLateObjection } from './judge-late-objection.ts'
import { mayStillObject } from './may-still-object.ts'
import { receiveObjection } from './receive-objection.ts'

describe('an objection to a notice issued on 1 March 2024', () => {
  const penalty = aPenaltyIssuedOn('2024-03-01')
  test('is in time on the 28th day', () => {
    assert.partialDeepStrictEqual(receiveObjection(penalty, receiving('2024-03-29')), { events: [{ type: 'objection-received', lastDay: '2024-03-29' }] })
  })
  test('is late the day after, and recorded all the same', () => {
    assert.partialDeepStrictEqual(receiveObjection(penalty, receiving('2024-03-30')), { events: [{ type: 'late-objection-received', lastDay: '2024-03-29' }] })
  })
  test('cannot arrive before the notice, nor after today', () => {
    assert.deepEqual(receiveObjection(penalty, receiving('2024-02-29')), { refused: 'received-before-notice' })
    assert.deepEqual(receiveObjection(penalty, { ...receiving('2024-03-20'), today: day('2024-03-19') }), { refused: 'received-in-future' })
  })
  test('needs a notice to object to', () => {
    assert.deepEqual(receiveObjection(aPenaltyDecided(), receiving('2024-03-20')), { refused: 'no-notice-to-object-to' })
  })
  test('is held once', () => {
    assert.deepEqual(receiveObjection(aPenaltyObjectedOn('2024-03-10'), receiving('2024-03-11')), { refused: 'objection-already-held' })
  })
})

describe('somebody who has paid', () => {
  const issued = aPenaltyIssuedOn('2024-03-01')
  const paid = after(issued, settlePenalty(issued, { settledOn: day('2024-03-05'), how: 'Paid in full' }))
  test('may still object to the last day and no longer', () => {
    assert.equal(mayStillObject(paid, day('2024-03-29')), true)
    assert.equal(mayStillObject(paid, day('2024-03-30')), false)
  })
  const objected = after(paid, receiveObjection(paid, receiving('2024-03-20')))
  test('can have an objection recorded, and is settled again if the amount stands', () => {
    assert.equal(objected.stage, 'objected')
    assert.partialDeepStrictEqual(after(objected, determineObjection(objected, determining())), { stage: 'settled', ended: { on: '2024-03-05' } })
  })
  test('has something to come back when the amount is reduced', () => {
    const reduced = after(objected, determineObjection(objected, determining({ outcome: 'reduce', amountPence: pounds(6000) })))
    assert.partialDeepStrictEqual(reduced, { stage: 'determined', amountPence: 600_000 })
    assert.equal(reduced.ended, null)
  })
})

describe('a late objection', () => {
  const late = aPenaltyObjectedOn('2024-04-02')
  const judging = { accept: true, reasons: 'The driver was in hospital.', judgedOn: day('2024-04-08'), decidedBy: secondSenior }
  test('waits for a person before it can be determined', () => {
    assert.deepEqual(determineObjection(late, determining()), { refused: 'late-objection-waits' })
  })
  test('is accepted or refused with reasons', () => {
    assert.deepEqual(judgeLateObjection(late, { ...judging, reasons: '' }), { refused: 'reasons-needed' })
    assert.partialDeepStrictEqual(after(late, judgeLateObjection(late, judging)), { stage: 'objected', objection: { standing: 'late-accepted', lateReasons: judging.reasons } })
  })
  test('once accepted stops the time to pay from the day it came in, and moves nothing else', () => {
    assert.equal(lastDayFor('pay', late).day, '2024-04-30')
    const accepted = after(late, judgeLateObjection(late, judging))
    assert.equal(lastDayFor('pay', accepted).day, null)
    for (const clock of ['issue', 'object', 'decide', 'appeal'] as const) assert.equal(lastDayFor(clock, accepted).day, lastDayFor(clock, late).day)
  })
  test('once refused pauses nothing, and the time to pay runs as if it had not come', () => {
    const refused = after(late, judgeLateObjection(late, { ...judging, accept: false }))
    assert.partialDeepStrictEqual(refused, { stage: 'issued', objection: { standing: 'late-refused' } })
    assert.equal(lastDayFor('pay', refused).day, '2024-04-30')
  })
  test('an objection in time is nobody’s to refuse', () => {
    assert.deepEqual(judgeLateObjection(aPenaltyObjectedOn('2024-03-29'), judging), { refused: 'no-late-objection-waits' })
  })
})

describe('the time to decide an objection', () => {
  const objected = aPenaltyObjectedOn('2024-03-20')
  test('is 70 days from the notice', () => {
    assert.partialDeepStrictEqual(currentClock(objected), { clock: 'decide', lastDay: '2024-05-10' })
  })
  test('can be a later day agreed with the objector, never an earlier one or the same', () => {
    assert.deepEqual(agreeDecisionTime(objected, { until: day('2024-05-10'), reasons: 'More evidence is coming.' }), { refused: 'not-a-longer-time' })
    const agreed = after(objected, agreeDecisionTime(objected, { until: day('2024-05-11'), reasons: 'More evidence is coming.' }))
    assert.equal(lastDayFor('decide', agreed).day, '2024-05-11')
  })
  test('while it is held the time to pay stands still', () => {
    assert.equal(lastDayFor('pay', objected).day, null)
  })
})

function determining(change: Partial<Determining> = {}): Determining {
  return { outcome: 'uphold', amountPence: null, reasons: 'Nothing new was shown.', snapshot: null, determinedBy: secondSenior, toldOn: day('2024-04-10'), othersPence: [], ...change }
}

describe('determining an objection to £12,000', () => {
  const objected = aPenaltyObjectedOn('2024-03-20')
  test('is for an officer who did not decide the penalty', () => {
    assert.deepEqual(determineObjection(objected, determining({ determinedBy: seniorOfficer })), { refused: 'decided-by-the-same-person' })
  })
  test('needs reasons, and a day that is not before the objection came', () => {
    assert.deepEqual(determineObjection(objected, determining({ reasons: '' })), { refused: 'reasons-needed' })
    assert.deepEqual(determineObjection(objected, determining({ toldOn: day('2024-03-19') })), { refused: 'told-before-received' })
  })
  test('upheld, the amount stands and the paused days are given back', () => {
    const upheld = after(objected, determineObjection(objected, determining()))
    assert.partialDeepStrictEqual(upheld, { stage: 'determined', amountPence: 1_200_000 })
    assert.partialDeepStrictEqual(currentClock(upheld), { clock: 'pay', lastDay: '2024-05-21' })
  })
  test('reduced, it is less and more than nothing', () => {
    const reduce = (amountPence: number) => determineObjection(objected, determining({ outcome: 'reduce', amountPence: pence(amountPence) }))
    assert.deepEqual([0, 1_200_000].map(reduce), [{ refused: 'not-a-reduction' }, { refused: 'not-a-reduction' }])
    assert.partialDeepStrictEqual(after(objected, reduce(600_000)), { stage: 'determined', amountPence: 600_000 })
  })
  test('cancelled, nothing is owed and it has ended', () => {
    assert.partialDeepStrictEqual(after(objected, determineObjection(objected, determining({ outcome: 'cancel' }))), { stage: 'cancelled', amountPence: 0, ended: { on: '2024-04-10' } })
  })
  test('increased, it needs a new notice, whose times start afresh', () => {
    const increase = (amountPence: number) => determineObjection(objected, determining({ outcome: 'increase', amountPence: pence(amountPence) }))
    assert.deepEqual(increase(1_200_000), { refused: 'not-an-increase' })
    assert.partialDeepStrictEqual(increase(2_000_001), { refused: 'above-the-maximum' })
    const increased = after(objected, increase(2_000_000))
    assert.equal(increased.stage, 'decided')
    const again = after(increased, issueNotice(increased, { issuedOn: day('2024-04-15'), documentId: 'notice-2' }))
    assert.partialDeepStrictEqual(again, { stage: 'issued', objection: null, notices: [{ amountPence: 1_200_000 }, { amountPence: 2_000_000 }] })
    assert.equal(lastDayFor('object', again).day, '2024-05-13')
  })
  test('an objection already determined is not determined again', () => {
    const upheld = after(objected, determineObjection(objected, determining()))
    assert.deepEqual(determineObjection(upheld, determining()), { refused: 'no-objection-held' })
    assert.deepEqual(receiveObjection(upheld, receiving('2024-03-29')), { refused: 'objection-already-determined' })
  })
})

describe('issuing a notice', () => {
  test('on the 180th day counted from the find, not on the day after', () => {
    const decided = aPenaltyDecided()
    assert.partialDeepStrictEqual(issueNotice(decided, { issuedOn: day('2024-07-07'), documentId: 'n' }), { events: [{ type: 'notice-issued', amountPence: pounds(12_000) }] })
    assert.partialDeepStrictEqual(issueNotice(decided, { issuedOn: day('2024-07-08'), documentId: 'n' }), { refused: 'too-late-to-issue' })
  })
  test('never dated before the decision', () => {
    assert.deepEqual(issueNotice(aPenaltyDecided(), { issuedOn: day('2024-02-19'), documentId: 'n' }), { refused: 'issued-before-decided' })
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused, type Decision } from '#platform/decisions'
import { day, instant, type Instant } from '#values'
import { recordFailure, recordSent } from './carry-dispatch.ts'
import { evolveDispatch, type Dispatch, type DispatchEvent, type DispatchPlanned } from './dispatch.ts'
import { repliesNotServed, serviceOfLetter } from './letters-served.ts'
import { outcomeCodes, outcomeRules } from './outcome.ts'
import { deemedReceipt } from './plan-channels.ts'
import { planDispatch, withholdDispatch } from './plan-dispatch.ts'
import { recordOutcome } from './record-outcome.ts'
import { takeReport } from './take-report.ts'

const by = { officerId: 'one', name: 'One' }
const to = { name: 'Reader', lines: ['1 Street'], country: 'Romania', email: 'reader@example.com', source: 'licence', asOf: day('2026-01-05') }
const planning: Omit<DispatchPlanned, 'type'> = {
  dispatchId: 'd1', caseId: 'c1', penaltyId: 'p1', documentId: 'l1', purpose: 'objection-decision', channel: 'post', to, because: 'There is an address', plannedBy: by, plannedOn: day('2026-03-02'), insteadOf: null,
}
const now = instant('2026-03-20T09:00:00Z')

function after(decision: Decision<DispatchEvent>, state?: Dispatch): Dispatch {
  if (isRefused(decision)) return assert.fail(decision.refused)
  return decision.events.reduce<Dispatch | undefined>(evolveDispatch, state) ?? assert.fail('nothing happened')
}

const planned = after(planDispatch([], { ...planning, transporter: 'goods-vehicle' }))
const sentOn = (on: string, state = planned): Dispatch => after(recordSent(state, { on: day(on), evidence: 'Batch 7, tray 2', by, today: day('2026-03-20') }), state)
const heard = (code: (typeof outcomeCodes)[number], at: Instant) => ({ code, at, evidence: 'Envelope', recordedBy: by })
const report = (standing: 'waiting' | 'dispatched' | 'delivered' | 'failed' | 'returned', at: string) => ({ standing, word: 'carrier', at: instant(at) })

describe('a letter on its way', () => {
  test('is not planned twice the same way to the same place while the first is under way', () => {
    assert.deepEqual(planDispatch([planned], { ...planning, transporter: 'goods-vehicle' }), { refused: 'sent-that-way-already' })
    assert.equal(isRefused(planDispatch([planned], { ...planning, to: { ...to, lines: ['2 Street'] }, transporter: 'goods-vehicle' })), false)
  })
  test('is fixed to a detached trailer and to nothing else', () => {
    assert.deepEqual(planDispatch([], { ...planning, channel: 'fixed-to-trailer', transporter: 'goods-vehicle' }), { refused: 'not-a-trailer-to-fix-it-to' })
    assert.equal(isRefused(planDispatch([], { ...planning, channel: 'fixed-to-trailer', transporter: 'detached-trailer' })), false)
  })
  test('can be held back with reasons until it has left, not after', () => {
    assert.deepEqual(withholdDispatch(planned, '', by), { refused: 'reasons-needed' })
    assert.equal(after(withholdDispatch(planned, 'The person has died', by), planned).stage, 'withheld')
    assert.deepEqual(withholdDispatch(sentOn('2026-03-03'), 'Too late', by), { refused: 'dispatch-has-left' })
  })
  test('is sent with what proves it, not tomorrow and not before it was there', () => {
    const sending = { on: day('2026-03-20'), evidence: 'Batch 7', by, today: day('2026-03-20') }
    assert.equal(after(recordSent(planned, sending), planned).stage, 'sent')
    assert.deepEqual(recordSent(planned, { ...sending, on: day('2026-03-21') }), { refused: 'sent-in-future' })
    assert.deepEqual(recordSent(planned, { ...sending, on: day('2026-03-01') }), { refused: 'sent-before-planned' })
    assert.deepEqual(recordSent(planned, { ...sending, evidence: ' ' }), { refused: 'say-what-proves-it' })
  })
  test('of which nothing is heard stays sent: silence is never delivery', () => {
    const sent = sentOn('2026-03-03')
    assert.deepEqual(takeReport(sent, report('waiting', '2026-03-19T09:00:00Z'), { by, now }), { events: [] })
    assert.equal(serviceOfLetter('l1', [sent]).standing, 'sent')
    assert.equal(sent.outcomes.length, 0)
  })
})

describe('reports of carriers', () => {
  const email = after(planDispatch([], { ...planning, channel: 'email', transporter: 'goods-vehicle' }))
  test('come twice and are taken once', () => {
    const once = after(takeReport(email, report('delivered', '2026-03-03T09:00:00Z'), { by, now }), email)
    assert.deepEqual(takeReport(once, report('delivered', '2026-03-03T09:00:00Z'), { by, now }), { events: [] })
    assert.equal(once.stage, 'delivered')
  })
  test('count by when they say it happened, whatever the order in which they come', () => {
    const sent = sentOn('2026-03-03')
    const [delivered, back] = [heard('delivered-at-address', instant('2026-03-06T12:00:00Z')), heard('moved', instant('2026-03-10T12:00:00Z'))]
    const orders = [[delivered, back], [back, delivered]].map((order) => order.reduce((state, outcome) => after(recordOutcome(state, outcome, now), state), sent))
    assert.deepEqual(orders.map(({ stage }) => stage), ['returned', 'returned'])
  })
  test('of a failure before it left end it; after that the mailbox refused it', () => {
    assert.equal(after(takeReport(email, report('failed', '2026-03-03T09:00:00Z'), { by, now }), email).stage, 'failed')
    const sent = sentOn('2026-03-03', email)
    assert.deepEqual(after(takeReport(sent, report('failed', '2026-03-04T09:00:00Z'), { by, now }), sent).outcomes.map(({ code }) => code), ['mailbox-refused'])
    assert.deepEqual(recordFailure(sent, 'late', now), { events: [] })
  })
  test('of a letter that nobody knows change nothing', () => assert.deepEqual(takeReport(undefined, report('returned', '2026-03-04T09:00:00Z'), { by, now }), { events: [] }))
})

describe('what became of it', () => {
  test('cannot be heard before anything left, nor from the future, nor from before it was sent', () => {
    assert.deepEqual(recordOutcome(planned, heard('moved', instant('2026-03-10T12:00:00Z')), now), { refused: 'nothing-has-left' })
    assert.deepEqual(recordOutcome(sentOn('2026-03-03'), heard('moved', instant('2026-03-21T12:00:00Z')), now), { refused: 'outcome-in-future' })
    assert.deepEqual(recordOutcome(sentOn('2026-03-03'), heard('moved', instant('2026-03-02T12:00:00Z')), now), { refused: 'outcome-before-sent' })
  })
  test('always says what it does to the days of the law', () => {
    for (const code of outcomeCodes) assert.match(outcomeRules[code].effect, /moves no last day|stands by itself/, code)
  })
})

describe('the day on which the law takes it to have arrived', () => {
  test('abroad is the fourth day after posting, and the same day by e-mail since 13 February 2023', () => {
    assert.equal(deemedReceipt('post', day('2026-03-03'), 'Romania').on, '2026-03-07')
    assert.equal(deemedReceipt('email', day('2023-02-13'), 'Romania').on, '2023-02-13')
    assert.equal(deemedReceipt('email', day('2023-02-12'), 'Romania').on, null)
  })
  test('is not named for a letter within the United Kingdom, by hand or on a trailer', () => {
    assert.equal(deemedReceipt('post', day('2026-03-03'), 'United Kingdom').on, null)
    assert.equal(deemedReceipt('by-hand', day('2026-03-03'), 'Romania').on, null)
  })
})

describe('a decision on an objection', () => {
  const penalty = { id: 'p1', stage: 'determined', notices: [{ documentId: 'n', issuedOn: day('2026-02-01'), amountPence: 1 }] } as unknown as Parameters<typeof repliesNotServed>[0][number]
  test('is a reply that has not been served until it has left us', () => {
    assert.deepEqual([...repliesNotServed([penalty], [])], ['p1'])
    assert.deepEqual([...repliesNotServed([penalty], [planned])], ['p1'])
    assert.deepEqual([...repliesNotServed([penalty], [sentOn('2026-03-03')])], [])
  })
  test('that came back has not been served either', () => {
    const sent = sentOn('2026-03-03')
    assert.deepEqual([...repliesNotServed([penalty], [after(recordOutcome(sent, heard('moved', instant('2026-03-10T12:00:00Z')), now), sent)])], ['p1'])
  })
})

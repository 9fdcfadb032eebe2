import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused, type Decision } from '#platform/decisions'
import { day, instant } from '#values'
import { recordPosted, recordPrinted, takeOut, type Posting } from './follow-batch.ts'
import { evolveBatch, lettersLeft, type BatchEvent, type PrintBatch } from './print-batch.ts'

const by = { officerId: 'one', name: 'One' }
const letter = (dispatchId: string) => ({ dispatchId, caseId: 'c1', reference: `JX-${dispatchId}`, sha256: 'hash' })
const made = evolveBatch(undefined, { type: 'print-batch-made', batchId: 'b1', number: 7, letters: ['d1', 'd2', 'd3'].map(letter), manifestSha256: 'hash', madeBy: by, madeAt: instant('2026-03-02T09:00:00Z') })
const posting: Posting = { on: day('2026-03-02'), envelopes: 3, evidence: 'Tray 2, 16:05, taken by the post', by, today: day('2026-03-03') }
const waiting = [{ id: 'd1' }, { id: 'd2' }, { id: 'd3' }]

function after(decision: Decision<BatchEvent>, state: PrintBatch): PrintBatch {
  return isRefused(decision) ? assert.fail(decision.refused) : decision.events.reduce<PrintBatch>(evolveBatch, state)
}

const printed = after(recordPrinted(made, by, instant('2026-03-02T11:00:00Z')), made)
const spoiled = (state: PrintBatch) => takeOut(state, { dispatchId: 'd2', reasons: 'The sheet was torn', by, on: day('2026-03-02') })

describe('a batch of letters', () => {
  test('is printed once, and before it is posted', () => {
    assert.deepEqual(recordPrinted(printed, by, instant('2026-03-02T11:00:00Z')), { refused: 'batch-is-printed' })
    assert.deepEqual(recordPosted(made, waiting, posting), { refused: 'batch-not-printed' })
  })
  test('is posted when as many envelopes are counted as letters are in it, and not one more or less', () => {
    assert.equal(after(recordPosted(printed, waiting, posting), printed).posted?.envelopes, 3)
    for (const envelopes of [2, 4]) assert.deepEqual(recordPosted(printed, waiting, { ...posting, envelopes }), { refused: 'envelopes-do-not-match' })
  })
  test('is posted on no day to come, on none before it was made, and not without what proves it', () => {
    assert.deepEqual(recordPosted(printed, waiting, { ...posting, on: day('2026-03-04') }), { refused: 'sent-in-future' })
    assert.deepEqual(recordPosted(printed, waiting, { ...posting, on: day('2026-03-01') }), { refused: 'sent-before-planned' })
    assert.deepEqual(recordPosted(printed, waiting, { ...posting, evidence: ' ' }), { refused: 'say-what-proves-it' })
  })
  test('loses a spoiled letter with reasons, once, and is then posted with one envelope less', () => {
    const two = after(spoiled(printed), printed)
    assert.deepEqual(lettersLeft(two).map(({ dispatchId }) => dispatchId), ['d1', 'd3'])
    assert.deepEqual(spoiled(two), { refused: 'not-in-this-batch' })
    assert.deepEqual(takeOut(printed, { dispatchId: 'd2', reasons: ' ', by, on: day('2026-03-02') }), { refused: 'say-why-taken-out' })
    assert.equal(isRefused(recordPosted(two, waiting, { ...posting, envelopes: 2 })), false)
  })
  test('is not posted while it holds a letter that was held back or has left another way', () => {
    assert.deepEqual(recordPosted(printed, [{ id: 'd1' }, { id: 'd3' }], posting), { refused: 'letter-no-longer-waits' })
  })
  test('that was posted stays as it is', () => {
    const posted = after(recordPosted(printed, waiting, posting), printed)
    assert.deepEqual(spoiled(posted), { refused: 'batch-is-posted' })
    assert.deepEqual(recordPosted(posted, waiting, posting), { refused: 'batch-is-posted' })
  })
})

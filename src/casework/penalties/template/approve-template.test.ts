import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused, type Decision } from '#platform/decisions'
import { day } from '#values'
import { findTemplate, lettersNotApproved, templateOn } from '../notice/letter-templates.ts'
import { answerTemplate, putForward, type Answering } from './approve-template.ts'
import { purposes } from './template-words.ts'
import { evolveApproval, type TemplateApproval, type TemplateEvent } from './template-approval.ts'

const [writer, senior] = [{ officerId: 'writer', name: 'A writer' }, { officerId: 'senior', name: 'A senior officer' }]
const second = findTemplate('penalty-notice', 2)
const asked = { fromOn: day('2026-04-01'), reasons: 'Says where help is', putForwardBy: writer, today: day('2026-03-20') }
const answer: Answering = { approve: true, reasons: 'Read in both languages', by: senior, on: day('2026-03-25') }

const outcome = (decision: Decision<TemplateEvent>): string => (isRefused(decision) ? decision.refused : decision.events.map(({ type }) => type).join())

function after(decision: Decision<TemplateEvent>, before?: TemplateApproval): TemplateApproval {
  if (isRefused(decision)) throw new Error(decision.refused)
  const state = decision.events.reduce<TemplateApproval | undefined>(evolveApproval, before)
  return state ?? assert.fail('nothing happened')
}

describe('a version of a letter', () => {
  const waits = after(putForward(second, undefined, asked))
  test('is put forward with reasons, once, and from no day that has gone', () => {
    assert.equal(outcome(putForward(second, waits, asked)), 'template-waits')
    assert.equal(outcome(putForward(second, undefined, { ...asked, reasons: ' ' })), 'reasons-needed')
    assert.equal(outcome(putForward(second, undefined, { ...asked, fromOn: day('2026-03-19') })), 'template-from-the-past')
    assert.equal(outcome(putForward(findTemplate('penalty-notice', 99), undefined, asked)), 'no-such-template')
    assert.equal(outcome(putForward(second, after(answerTemplate(waits, answer), waits), asked)), 'template-in-use')
  })
  test('is never approved by whoever put it forward', () => {
    assert.equal(outcome(answerTemplate(waits, { ...answer, by: writer })), 'put-forward-by-the-same-person')
    assert.equal(outcome(answerTemplate(waits, { ...answer, by: writer, approve: false })), 'put-forward-by-the-same-person')
  })
  test('is approved by another with reasons, before its first day', () => {
    assert.equal(outcome(answerTemplate(waits, { ...answer, reasons: '' })), 'reasons-needed')
    assert.equal(outcome(answerTemplate(waits, { ...answer, on: day('2026-04-02') })), 'template-from-the-past')
    assert.equal(outcome(answerTemplate(waits, answer)), 'template-approved')
    assert.equal(outcome(answerTemplate(undefined, answer)), 'no-template-waits')
  })
  test('is what letters take from its first day on, and not a day sooner', () => {
    const { purpose, version, fromOn } = after(answerTemplate(waits, answer), waits)
    const approved = [{ purpose: 'penalty-notice', version: 1, fromOn: day('2026-01-01') } as const, { purpose, version, fromOn }]
    assert.deepEqual([day('2026-03-31'), day('2026-04-01')].map((on) => templateOn('penalty-notice', on, approved).version), [1, 2])
  })
  test('is taken by nobody in an office that has approved none, and every other letter has to be approved before one of them goes out', () => {
    assert.throws(() => templateOn('penalty-notice', day('2026-04-01'), []), /two officers approve one/)
    assert.deepEqual(lettersNotApproved(day('2026-04-01'), [{ purpose: 'penalty-notice', version: 1, fromOn: day('2026-01-01') }]), purposes.filter((purpose) => purpose !== 'penalty-notice'))
    assert.deepEqual(lettersNotApproved(day('2026-04-01'), purposes.map((purpose) => ({ purpose, version: 1, fromOn: day('2026-04-01') }))), [])
  })
  test('that was sent back can be put forward again', () => {
    const sentBack = after(answerTemplate(waits, { ...answer, approve: false }), waits)
    assert.equal(outcome(putForward(second, sentBack, asked)), 'template-put-forward')
  })
})

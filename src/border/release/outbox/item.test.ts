import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused } from '#platform/decisions'
import { instant } from '#values'
import type { Judgement } from '../judge/judge.ts'
import { stages, takeAnswer, type Answer, type Item, type Stage } from './item.ts'
import { dueFor } from './next-message.ts'

const at = instant('2026-03-10T09:00:00Z')
const anItem = (stage: Stage): Item => ({
  id: 'i', partnerId: 'p', kind: 'entry', subjectId: 's', stage, messageId: 'm', number: 1, bodySha256: 'as it was', heldBefore: false, ruleVersion: 1, begunAt: at,
  answeredAt: null, because: null, reason: null, escalatedTo: null, escalatedAt: null,
})
const may: Judgement = { release: true, body: { kind: 'entry', marking: 'uk-only', facts: { plate: 'AA11AAA' }, conditions: { legalBasis: 'x', keepUntil: '2026-04-01' as never } } }
const mayNot: Judgement = { release: false, because: 'entry-withdrawn' }
const byStage = (judgement: Judgement, bodySha256?: string) => Object.fromEntries(stages.map((stage) => [stage, dueFor(anItem(stage), judgement, bodySha256)]))

describe('what is due for a record', () => {
  test('that may be told and reads as it did: the same message until it is answered, then nothing; and anew after it was taken back', () => {
    assert.equal(dueFor(undefined, may, 'as it was'), 'release')
    assert.deepEqual(byStage(may, 'as it was'), {
      'sending': 'release-again', 'released': 'nothing', 'refused': 'nothing',
      'not-sent': 'release', 'withdrawing': 'release', 'awaiting': 'release', 'deleted': 'release', 'kept': 'release', 'never-had': 'release',
    })
  })
  test('that reads otherwise now: a new message, wherever it stands', () => {
    assert.deepEqual([...new Set(Object.values(byStage(may, 'as it is')))], ['release'])
  })
  test('that may not be told: a withdrawal where the partner has it or may have it, and nothing where it cannot', () => {
    assert.equal(dueFor(undefined, mayNot, undefined), 'nothing')
    assert.deepEqual(byStage(mayNot), {
      'sending': 'withdraw', 'released': 'withdraw', 'withdrawing': 'withdraw-again',
      'not-sent': 'nothing', 'refused': 'nothing', 'awaiting': 'nothing', 'deleted': 'nothing', 'kept': 'nothing', 'never-had': 'nothing',
    })
  })
  test('that may not be told any more, after a later version of it was refused or never left: a withdrawal of the earlier one', () => {
    const stage = (one: Stage) => dueFor({ ...anItem(one), heldBefore: true }, mayNot, undefined)
    assert.deepEqual([stage('refused'), stage('not-sent'), stage('deleted')], ['withdraw', 'withdraw', 'nothing'])
  })
})

describe('an answer', () => {
  const after = (stage: Stage, outcome: Answer['outcome'], change: Partial<Answer> = {}): string => {
    const decision = takeAnswer(anItem(stage), { messageId: 'm', outcome, reason: 'because', at, ...change })
    return isRefused(decision) ? decision.refused : decision.events.map(({ type }) => type).join()
  }
  test('to a message on its way says what became of it', () => {
    assert.deepEqual([after('sending', 'received'), after('sending', 'refused'), after('withdrawing', 'received')], ['release-received', 'release-refused', 'withdrawal-received'])
    for (const outcome of ['deleted', 'kept', 'never-had'] as const) assert.deepEqual([after('withdrawing', outcome), after('awaiting', outcome)], ['withdrawal-answered', 'withdrawal-answered'])
  })
  test('that comes again, or to an older message, changes nothing', () => {
    for (const stage of ['released', 'deleted', 'kept', 'never-had', 'refused', 'not-sent'] as const) assert.equal(after(stage, 'received'), '')
    assert.deepEqual([after('awaiting', 'deleted', { messageId: 'older' }), after('awaiting', 'received'), after('sending', 'deleted')], ['', '', ''])
  })
  test('that keeps something has to say why', () => {
    assert.deepEqual([after('awaiting', 'kept', { reason: null }), after('awaiting', 'kept', { reason: '' })], ['kept-without-a-reason', 'kept-without-a-reason'])
  })
})

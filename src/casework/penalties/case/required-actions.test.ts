import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { after, aCase, aDriver, anOwner, aPenaltyDecided, aPenaltyIssuedOn, aPenaltyObjectedOn, aPenaltyProposed } from '#test/penalties'
import { day, pounds } from '#values'
import { settlePenalty } from '../penalty/settle-penalty.ts'
import type { Penalty } from '../penalty/penalty.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { requiredActions, type CaseState } from './required-actions.ts'

const state = (change: Partial<CaseState> = {}): CaseState => ({ found: aCase(), persons: [aDriver()], penalties: [], today: day('2024-03-20'), owed: new Map(), ...change })
const waiting = (penalty: Penalty, change: Partial<CaseState> = {}) => requiredActions(state({ penalties: [penalty], owed: new Map([[penalty.id, pounds(12_000)]]), ...change }))

describe('what a case is waiting for', () => {
  test('first its persons, by the last day to issue', () => {
    assert.partialDeepStrictEqual(requiredActions(state({ persons: [] })), [{ code: 'add-persons', who: ['caseworker'], by: '2024-07-07' }])
  })
  test('then a proposal, saying what nobody has judged', () => {
    const actions = requiredActions(state({ persons: [aDriver(), anOwner()] }))
    assert.deepEqual(actions.map(({ code, missing }) => [code, missing]), [
      ['propose', ['driver: whether the required actions were taken', 'owner: whether the required actions were taken', 'owner: size of the business']],
    ])
  })
  test('then a decision by a senior officer for each person', () => {
    assert.partialDeepStrictEqual(waiting(aPenaltyProposed()), [{ code: 'decide', who: ['senior-officer'], by: '2024-07-07' }])
  })
  test('with a word of its own where the driver raised the alarm', () => {
    const found: PenaltyCase = aCase({ selfReport: { raisedBy: 'driver', firstSuspectedAt: null, reportedAt: null } })
    assert.match(waiting(aPenaltyProposed(aDriver(), found), { found })[0]?.missing[0] ?? '', /raised the alarm/)
  })
  test('then the notice, the payment, and the decision on an objection, each by its own last day', () => {
    const seen = [aPenaltyDecided(), aPenaltyIssuedOn('2024-03-01'), aPenaltyObjectedOn('2024-03-20')].map((penalty) => waiting(penalty)[0])
    assert.deepEqual(seen.map((action) => [action?.code, action?.by]), [['issue-notice', '2024-07-07'], ['await-payment', '2024-04-30'], ['determine', '2024-05-10']])
  })
  test('a payment is overdue the day after its last day, not on it', () => {
    const text = (today: string) => waiting(aPenaltyIssuedOn('2024-03-01'), { today: day(today) })[0]?.text ?? ''
    assert.match(text('2024-04-30'), /awaited/)
    assert.match(text('2024-05-01'), /overdue/)
  })
  test('a late objection first waits to be accepted or refused', () => {
    assert.partialDeepStrictEqual(waiting(aPenaltyObjectedOn('2024-04-02')), [{ code: 'judge-late', who: ['senior-officer'] }])
  })
  test('at the end only to be closed, once nobody may object any more', () => {
    const issued = aPenaltyIssuedOn('2024-03-01')
    const paid = after(issued, settlePenalty(issued, { settledOn: day('2024-03-05'), how: 'Paid in full' }))
    assert.partialDeepStrictEqual(waiting(paid, { today: day('2024-03-29') }), [{ code: 'close', href: null }])
    assert.match(waiting(paid, { today: day('2024-03-30') })[0]?.href ?? '', /close$/)
  })
  test('a closed case waits for nothing', () => {
    assert.deepEqual(requiredActions(state({ found: { ...aCase(), stage: 'closed' } })), [])
  })
})

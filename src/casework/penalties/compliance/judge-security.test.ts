import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { SecurityCondition } from '#law'
import { aCase, anOwner, caseworker } from '#test/penalties'
import { day } from '#values'
import { assessmentInput } from '../assessment/assessment-input.ts'
import { evolveCase } from '../case/evolve-case.ts'
import { judgeSecurity } from './judge-security.ts'
import { insecure, type ConditionStanding, type JudgedSecurity } from './judged-security.ts'

const empty = { entrants: 0, section: '31A' } as const
const judging = (found: Readonly<Partial<Record<SecurityCondition, ConditionStanding>>>, change: Partial<JudgedSecurity> = {}): JudgedSecurity => ({
  found: (Object.entries(found) as [SecurityCondition, ConditionStanding][]).map(([id, standing]) => ({ id, standing, evidence: 'Photograph 4' })),
  longestUnrepairedDamageMm: 0, reasons: 'Looked at in lane 4.', judgedBy: caseworker, judgedOn: day('2024-02-01'), ...change,
})
const judged = (security: JudgedSecurity, found = aCase(empty)) => evolveCase(found, { type: 'security-judged', security })

describe('judging how a vehicle arrived', () => {
  test('is recorded with the regulation it rests on', () => {
    assert.partialDeepStrictEqual(judgeSecurity(aCase(empty), judging({ b: 'broken' })), { events: [{ type: 'security-judged', under: [{ cite: 'S.I. 2002/2817 reg. 2A' }] }] })
  })
  test('needs evidence for what did not hold, and none for what did', () => {
    const without = (standing: ConditionStanding) => judgeSecurity(aCase(empty), judging({}, { found: [{ id: 'd', standing, evidence: ' ' }] }))
    assert.deepEqual(without('broken'), { refused: 'evidence-needed-against' })
    assert.partialDeepStrictEqual(without('holds'), { events: [{}] })
  })
  test('is refused without a finding, without reasons, on a closed case and before the section existed', () => {
    assert.deepEqual(judgeSecurity(aCase(empty), judging({})), { refused: 'nothing-judged' })
    assert.deepEqual(judgeSecurity(aCase(empty), judging({ b: 'broken' }, { reasons: '' })), { refused: 'reasons-needed' })
    assert.deepEqual(judgeSecurity({ ...aCase(empty), stage: 'closed' }, judging({ b: 'broken' })), { refused: 'case-closed' })
    assert.deepEqual(judgeSecurity(aCase({ ...empty, occurredOn: day('2023-02-12') }), judging({ b: 'broken' })), { refused: 'no-actions-before-2023' })
  })
})

describe('the first limb', () => {
  const told = (found: ReturnType<typeof aCase>) => assessmentInput(found, [anOwner()], { section: '31A' }).incident.adequatelySecured

  test('fails for everybody when every condition held', () => assert.equal(told(judged(judging({ a: 'holds', b: 'holds' }))), true))
  test('is met by one that did not, and by damage beyond 250 mm', () => {
    assert.equal(told(judged(judging({ b: 'broken' }))), false)
    assert.deepEqual([250, 251].map((longestUnrepairedDamageMm) => told(judged(judging({ a: 'holds' }, { longestUnrepairedDamageMm })))), [true, false])
  })
  test('is met by somebody found inside, whatever else held', () => {
    assert.deepEqual(insecure(judged(judging({ a: 'holds' }), aCase({ entrants: 1 })).incident)?.map(({ id }) => id), ['k'])
  })
  test('is what the referral said while nobody has judged', () => {
    assert.equal(told(aCase({ ...empty, adequatelySecured: true })), true)
    assert.equal(told(judged(judging({ b: 'broken' }), aCase({ ...empty, adequatelySecured: true }))), false)
  })
})

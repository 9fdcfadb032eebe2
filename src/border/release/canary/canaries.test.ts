import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/identity'
import { generousTerms } from '#test/released'
import { day, daysAfter, ports } from '#values'
import { judge, reasonsOfRule } from '../judge/judge.ts'
import { markings } from '../marking/marking.ts'
import { kinds } from '../record/record.ts'
import type { Rule, Terms } from '../rule/rule.ts'
import { canariesOf, passing } from './canaries.ts'

const today = day('2026-03-10')
const handlings = ['observe', 'check', 'stop', 'do-not-stop'] as const
const someOf = <One>(all: readonly One[]): fc.Arbitrary<readonly One[]> => fc.subarray([...all], { minLength: 1 })

const anyTerms: fc.Arbitrary<Terms> = fc.record({
  kinds: someOf(kinds), handlings: someOf(handlings), ports: someOf(ports), markings: someOf(markings), confirmedOnly: fc.boolean(),
  retentionDays: fc.integer({ min: 1, max: 365 }), sinceOn: fc.integer({ min: 0, max: 400 }).map((days) => daysAfter(-days, today)),
}).map((drawn) => ({ ...generousTerms, ...drawn, listIds: [newId()], address: '', publicKey: '' }))

const ruleWith = (terms: Terms): Rule => ({
  id: newId(), partnerId: newId(), version: 1, terms, status: 'approved', proposedBy: 'a', proposedByName: 'A', proposedAt: '2026-03-01T00:00:00.000Z' as Rule['proposedAt'],
  answeredBy: 'b', answeredByName: 'B', answeredAt: null,
})
const judged = (rule: Rule, record: ReturnType<typeof passing>) => judge({ id: rule.partnerId }, rule, record, today)

describe('the canaries of a rule', () => {
  test('may none of them go, whatever the rule, though what they are like may', () => {
    fc.assert(fc.property(anyTerms, (terms) => {
      const rule = ruleWith(terms)
      assert.equal(judged(rule, passing(rule, today)).release, true)
      const escaped = canariesOf(rule, today).filter((canary) => judged(rule, canary).release)
      assert.deepEqual(escaped, [])
    }), { numRuns: 300 })
  })
  test('stand watch over every condition there is, so that none can be left out unnoticed', () => {
    const narrow: Terms = { ...generousTerms, kinds: ['hit', 'marker'], markings: ['uk-only'], handlings: ['check'], ports: ['calais'], retentionDays: 5, listIds: [newId()], address: '', publicKey: '' }
    const rule = ruleWith(narrow)
    const seen = canariesOf(rule, today).map((canary) => judged(rule, canary)).flatMap((judgement) => (judgement.release ? [] : [judgement.because]))
    // The end of the rule itself cannot be shown by a record; a test of the rule does.
    assert.deepEqual(reasonsOfRule.filter((reason) => !seen.includes(reason)), ['rule-ended'])
  })
  test('are none where the rule lets nothing through', () => {
    assert.deepEqual(canariesOf(ruleWith({ ...generousTerms, kinds: [], listIds: [], address: '', publicKey: '' }), today), [])
  })
})

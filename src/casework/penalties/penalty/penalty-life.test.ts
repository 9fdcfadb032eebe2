import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attempts, lives, type Lived } from '#test/penalty-lives'
import { daysAfter } from '#values'
import { lastDayFor } from '../deadline/last-day-for.ts'
import type { PenaltyEvent } from '../events.ts'
import { noticeInForce } from './penalty.ts'

const always = (hold: (step: Lived) => void) => fc.assert(fc.property(attempts, (tried) => lives(tried).forEach(hold)), { numRuns: 300 })

test('whatever is tried, nobody pays more than £10,000 for each of two entrants', () => {
  always(({ after }) => assert.ok((after.amountPence ?? 0) <= 2_000_000))
})

test('whatever is tried, who proposed did not decide and who decided did not determine', () => {
  always(({ after: { proposal, decision, determination } }) => {
    assert.notEqual(decision?.decidedBy.officerId, proposal.proposedBy.officerId)
    if (determination !== null) assert.notEqual(determination.determinedBy.officerId, decision?.decidedBy.officerId)
  })
})

test('whatever is tried, the time to object is 28 days from the notice and no act moves it', () => {
  always(({ after }) => {
    const notice = noticeInForce(after)
    assert.equal(lastDayFor('object', after).day, notice === undefined ? null : daysAfter(28, notice.issuedOn))
  })
})

test('whatever is tried, more time to decide never changes the time to pay', () => {
  always(({ before, events, after }) => {
    if (events.some(({ type }) => type === 'decision-time-agreed')) assert.equal(lastDayFor('pay', after).day, lastDayFor('pay', before).day)
  })
})

test('whatever is tried, an objection never brings the last day to pay nearer', () => {
  always(({ before, events, after }) => {
    const unpaused = noticeInForce(before)
    const paid = lastDayFor('pay', after).day
    if (unpaused !== undefined && paid !== null && events.some(({ type }) => type === 'objection-determined')) assert.ok(paid >= daysAfter(60, unpaused.issuedOn))
  })
})

test('whatever is tried, an increase leads to a new notice before anything more is asked for', () => {
  always(({ events, after }) => {
    if (events.some(({ type }) => type === 'penalty-increased')) assert.equal(after.stage, 'decided')
  })
})

test('the attempts reach the far corners of a penalty’s life', () => {
  const seen = new Set(fc.sample(attempts, { numRuns: 1500, seed: 7 }).flatMap((tried) => lives(tried).flatMap(({ events }) => events.map(({ type }) => type))))
  assert.deepEqual(['late-objection-refused', 'penalty-increased', 'penalty-reduced', 'penalty-settled', 'decision-time-agreed'].filter((type) => !seen.has(type as PenaltyEvent['type'])), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefused, type Decision } from '#platform/decisions'
import { aPenaltyIssuedOn, aPenaltyObjectedOn, aPenaltyProposed, caseworker, secondSenior, seniorOfficer } from '#test/penalties'
import { day, daysAfter, pence, type CalendarDate } from '#values'
import { lastDayFor } from '../deadline/last-day-for.ts'
import { decideNoPenalty } from '../decision/decide-no-penalty.ts'
import { decidePenalty } from '../decision/decide-penalty.ts'
import type { PenaltyEvent } from '../events.ts'
import { agreeDecisionTime } from '../objection/agree-decision-time.ts'
import { determineObjection } from '../objection/determine-objection.ts'
import { judgeLateObjection } from '../objection/judge-late-objection.ts'
import { receiveObjection } from '../objection/receive-objection.ts'
import { evolvePenalty } from './evolve-penalty.ts'
import { issueNotice } from './issue-notice.ts'
import { noticeInForce, type Penalty } from './penalty.ts'
import { settlePenalty } from './settle-penalty.ts'

interface Attempt {
  readonly act: number
  readonly days: number
  readonly amount: number
  readonly officer: number
}

/** A life is begun at its start, with a notice out, or with an objection held: chance alone seldom gets that far. */
const beginnings = [aPenaltyProposed(), aPenaltyIssuedOn('2024-03-01'), aPenaltyObjectedOn('2024-03-20'), aPenaltyObjectedOn('2024-04-02')] as const

const attempts = fc.tuple(fc.constantFrom(...beginnings), fc.array(fc.record({ act: fc.nat(7), days: fc.nat(60), amount: fc.nat(2_500_000), officer: fc.nat(2) }), { maxLength: 25 }))
const officers = [caseworker, seniorOfficer, secondSenior]

/** Anything may be tried at any time by anybody; the acts say what may happen. */
function attempt(penalty: Penalty, { act, days, amount, officer }: Attempt, today: CalendarDate): Decision<PenaltyEvent> {
  const who = officers[officer] ?? caseworker
  const common = { reasons: 'As found.', decidedBy: who, decidedOn: today, readings: [] }
  switch (act) {
    case 0: return decidePenalty(penalty, { ...common, amountPence: pence(amount), selfReportOverride: null, othersPence: [], isBarred: false })
    case 1: return decideNoPenalty(penalty, common)
    case 2: return issueNotice(penalty, { issuedOn: today, documentId: 'notice' })
    case 3: return receiveObjection(penalty, { receivedOn: today, grounds: 'both', summary: 'No.', objector: 'They', today })
    case 4: return judgeLateObjection(penalty, { accept: amount % 2 === 0, reasons: 'As found.', judgedOn: today, decidedBy: who })
    case 5: return agreeDecisionTime(penalty, { until: daysAfter(days, today), reasons: 'Agreed.' })
    case 6: return determineObjection(penalty, { outcome: (['uphold', 'reduce', 'cancel', 'increase'] as const)[amount % 4] ?? 'uphold', amountPence: pence(amount), reasons: 'As found.', snapshot: null, determinedBy: who, toldOn: today, othersPence: [] })
    default: return settlePenalty(penalty, { settledOn: today, how: 'Paid' })
  }
}

/** Every state a penalty passes through when the attempts are made one after another. */
function lives([beginning, tried]: readonly [Penalty, readonly Attempt[]]): readonly { readonly before: Penalty; readonly events: readonly PenaltyEvent[]; readonly after: Penalty }[] {
  let penalty = beginning
  let today = day(penalty.notices.length > 0 ? '2024-04-03' : '2024-01-15')
  return tried.flatMap((each) => {
    today = daysAfter(each.days % 20, today)
    const decision = attempt(penalty, each, today)
    if (isRefused(decision)) return []
    const before = penalty
    penalty = decision.events.reduce(evolvePenalty, before)
    return [{ before, events: decision.events, after: penalty }]
  })
}

const always = (hold: (step: ReturnType<typeof lives>[number]) => void) => fc.assert(fc.property(attempts, (tried) => lives(tried).forEach(hold)), { numRuns: 300 })

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

import fc from 'fast-check'
import { isRefused, type Decision } from '#platform/decisions'
import { day, daysAfter, pence, type CalendarDate } from '#values'
import { decideNoPenalty } from '../../src/casework/penalties/decision/decide-no-penalty.ts'
import { decidePenalty } from '../../src/casework/penalties/decision/decide-penalty.ts'
import type { PenaltyEvent } from '../../src/casework/penalties/events.ts'
import { agreeDecisionTime } from '../../src/casework/penalties/objection/agree-decision-time.ts'
import { determineObjection } from '../../src/casework/penalties/objection/determine-objection.ts'
import { judgeLateObjection } from '../../src/casework/penalties/objection/judge-late-objection.ts'
import { receiveObjection } from '../../src/casework/penalties/objection/receive-objection.ts'
import { evolvePenalty } from '../../src/casework/penalties/penalty/evolve-penalty.ts'
import { issueNotice } from '../../src/casework/penalties/penalty/issue-notice.ts'
import type { Penalty } from '../../src/casework/penalties/penalty/penalty.ts'
import { settlePenalty } from '../../src/casework/penalties/penalty/settle-penalty.ts'
import { aPenaltyIssuedOn, aPenaltyObjectedOn, aPenaltyProposed, caseworker, secondSenior, seniorOfficer } from './penalties.ts'

interface Attempt {
  readonly act: number
  readonly days: number
  readonly amount: number
  readonly officer: number
}

/** A life is begun at its start, with a notice out, or with an objection held: chance alone seldom gets that far. */
const beginnings = [aPenaltyProposed(), aPenaltyIssuedOn('2024-03-01'), aPenaltyObjectedOn('2024-03-20'), aPenaltyObjectedOn('2024-04-02')] as const

export const attempts = fc.tuple(fc.constantFrom(...beginnings), fc.array(fc.record({ act: fc.nat(7), days: fc.nat(60), amount: fc.nat(2_500_000), officer: fc.nat(2) }), { maxLength: 25 }))
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

/** One act that was not refused. */
export interface Lived {
  readonly before: Penalty
  readonly events: readonly PenaltyEvent[]
  readonly after: Penalty
}

/** Every state a penalty passes through when the attempts are made one after another. */
export function lives([beginning, tried]: readonly [Penalty, readonly Attempt[]]): readonly Lived[] {
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

import type { CalendarDate } from '#values'
import { evolvePenalty } from '../penalty/evolve-penalty.ts'
import type { Named, Penalty, Snapshot } from '../penalty/penalty.ts'
import { calculationOf, certainDay, earlierNoticeOn, letterFacts, personOf, whoAnswerToo, whoseIsAnsweredFor, type CaseFile } from './gather-letter-facts.ts'
import type { PenaltyNoticeFacts } from './letter-facts.ts'

/** The facts of a notice dated `issuedOn`; undefined while no amount has been decided. */
export function gatherPenaltyNotice(file: CaseFile, penalty: Penalty, issuedOn: CalendarDate): PenaltyNoticeFacts | undefined {
  const basis = basisOf(penalty)
  const { amountPence } = penalty
  if (basis === undefined || amountPence === null) return undefined

  const person = personOf(file, penalty)
  const issued = evolvePenalty(penalty, { type: 'notice-issued', documentId: penalty.id, issuedOn, amountPence })
  return {
    purpose: 'penalty-notice',
    ...letterFacts(file, person, penalty),
    issuedOn,
    amountPence,
    calculation: calculationOf(basis.snapshot, person),
    reasons: basis.reasons,
    decidedBy: basis.decidedBy,
    decidedOn: basis.decidedOn,
    lastDays: { pay: certainDay(issued, 'pay'), object: certainDay(issued, 'object'), decide: certainDay(issued, 'decide'), appeal: certainDay(issued, 'appeal') },
    answerToo: whoAnswerToo(file, person),
    answersFor: whoseIsAnsweredFor(file, person),
    insteadOfNoticeOn: earlierNoticeOn(penalty),
  }
}

interface Basis {
  readonly reasons: string
  readonly decidedBy: Named
  readonly decidedOn: CalendarDate
  readonly snapshot: Snapshot
}

/** An increase on objection is a decision of its own and has its own reasons; any other notice gives those of the first decision. */
function basisOf({ decision, determination, proposal }: Penalty): Basis | undefined {
  if (determination?.outcome === 'increase') {
    const { reasons, determinedBy, toldOn, snapshot } = determination
    return { reasons, decidedBy: determinedBy, decidedOn: toldOn, snapshot: snapshot ?? proposal.snapshot }
  }
  if (decision === null || decision.outcome === 'none') return undefined
  return { reasons: decision.reasons, decidedBy: decision.decidedBy, decidedOn: decision.decidedOn, snapshot: proposal.snapshot }
}

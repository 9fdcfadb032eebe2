import { decisionOnObjection, increaseByNewNotice, maximumAsked } from '#law'
import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import { isBefore, noPence, type CalendarDate, type Pence } from '#values'
import { leftInAggregate, mostForOnePerson } from '../decision/ceiling.ts'
import type { EvidenceBefore } from '../evidence/evidence-before.ts'
import type { ObjectionDetermined, PenaltyCancelled, PenaltyIncreased, PenaltyReduced } from '../events.ts'
import type { DeterminationOutcome, Named, Penalty, Snapshot } from '../penalty/penalty.ts'

export interface Determining {
  readonly outcome: DeterminationOutcome
  /** The new amount; only a reduction or an increase has one. */
  readonly amountPence: Pence | null
  readonly reasons: string
  readonly snapshot: Snapshot | null
  readonly determinedBy: Named
  readonly toldOn: CalendarDate
  readonly othersPence: readonly Pence[]
  /** What whoever determines it had opened of the evidence. */
  readonly evidence?: EvidenceBefore
}

type Determined = ObjectionDetermined | PenaltyReduced | PenaltyIncreased | PenaltyCancelled

/** Uphold, reduce, cancel or increase (s.35(6)), by an officer who did not decide the penalty. */
export function determineObjection(penalty: Penalty | undefined, determining: Determining): Decision<Determined> {
  if (penalty === undefined) return refuse('no-such-penalty')
  const before = penalty.amountPence ?? noPence
  const amountPence = newAmount(before, determining)
  const refusal = notOpenToDetermine(penalty, determining) ?? notThatAmount(penalty, before, amountPence, determining)
  if (refusal !== undefined) return refusal

  const { outcome, reasons, snapshot, determinedBy, toldOn, evidence } = determining
  const determination = { outcome, beforePence: before, amountPence, reasons, snapshot, determinedBy, toldOn, ...(evidence === undefined ? {} : { evidence }) }
  const determined: ObjectionDetermined = { type: 'objection-determined', determination, under: [decisionOnObjection] }
  const changed = { fromPence: before, toPence: amountPence, on: toldOn }
  if (outcome === 'reduce') return announce<Determined>(determined, { type: 'penalty-reduced', ...changed })
  if (outcome === 'cancel') return announce<Determined>(determined, { type: 'penalty-cancelled', reasons, ...changed })
  if (outcome === 'increase') return announce<Determined>(determined, { type: 'penalty-increased', ...changed, under: [increaseByNewNotice] })
  return announce<Determined>(determined)
}

function newAmount(before: Pence, { outcome, amountPence }: Determining): Pence {
  if (outcome === 'uphold') return before
  return outcome === 'cancel' ? noPence : (amountPence ?? before)
}

function notOpenToDetermine({ stage, objection, decision }: Penalty, { reasons, determinedBy, toldOn }: Determining): Refusal | undefined {
  if (stage !== 'objected' || objection === null) return refuse('no-objection-held')
  if (objection.standing === 'late') return refuse('late-objection-waits')
  if (decision?.decidedBy.officerId === determinedBy.officerId) return refuse('decided-by-the-same-person')
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (isBefore(toldOn, objection.receivedOn)) return refuse('told-before-received')
  return undefined
}

function notThatAmount(penalty: Penalty, before: Pence, after: Pence, { outcome, snapshot, othersPence }: Determining): Refusal | undefined {
  if (outcome === 'reduce' && (after >= before || after <= 0)) return refuse('not-a-reduction')
  if (outcome !== 'increase') return undefined
  if (after <= before) return refuse('not-an-increase')
  const { answer } = snapshot ?? penalty.proposal.snapshot
  if (after > mostForOnePerson(answer)) return refuse('above-the-maximum', maximumAsked(penalty.section))
  if (after > leftInAggregate(answer, othersPence)) return refuse('above-the-aggregate', maximumAsked(penalty.section))
  return undefined
}

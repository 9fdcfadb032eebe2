import { announce, refuse, type Decision } from '#platform/decisions'
import { subtractPence, type CalendarDate, type Pence } from '#values'
import { writeOffByOneMaxPence } from '../limits.ts'
import { hasEnded, type Named, type Penalty } from '../penalty/penalty.ts'
import { reversedPence, type DebtWrittenOff, type WriteOff, type WriteOffApproved, type WriteOffProposed, type WriteOffRefused, type WriteOffReversed } from './write-off.ts'
import { writeOffCode, type WriteOffCodeName } from './write-off-codes.ts'

export interface Proposing {
  readonly writeOffId: string
  readonly code: WriteOffCodeName
  readonly amountPence: Pence
  readonly reasons: string
  readonly evidence: string
  readonly by: Named
  readonly on: CalendarDate
}

interface Debt {
  readonly owedPence: Pence
  /** Another that waits for approval. */
  readonly waiting: WriteOff | undefined
}

/** Somebody says that a debt, or a part of it, is to be given up, under a code and with what shows it. Nothing moves by that. */
export function proposeWriteOff(penalty: Penalty | undefined, { owedPence, waiting }: Debt, { by, on, ...proposing }: Proposing): Decision<WriteOffProposed> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (penalty.notices.length === 0 || hasEnded(penalty) || owedPence === 0) return refuse('nothing-to-recover')
  if (penalty.stage === 'objected') return refuse('objection-first')
  if (waiting !== undefined) return refuse('write-off-waits')
  const { code, amountPence, reasons, evidence } = proposing
  const { class: kind, maxPence } = writeOffCode(code)
  if (amountPence <= 0 || amountPence > owedPence) return refuse('more-than-is-owed')
  if (maxPence !== undefined && amountPence > maxPence) return refuse('above-the-code')
  if (reasons.trim() === '' || evidence.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'write-off-proposed', ...proposing, class: kind, caseId: penalty.caseId, penaltyId: penalty.id, proposedBy: by, proposedOn: on })
}

/** How many others have to agree: the proposer is never one of them. */
export function approvalsNeeded(amountPence: Pence): number {
  return amountPence > writeOffByOneMaxPence ? 2 : 1
}

export interface Answering {
  readonly approve: boolean
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
  /** What is owed now: a debt paid meanwhile is not given up. */
  readonly owedPence: Pence
}

/** Another officer agrees, or refuses. With the last that is needed it is written off. */
export function answerWriteOff(writeOff: WriteOff | undefined, { approve, reasons, by, on, owedPence }: Answering): Decision<WriteOffApproved | WriteOffRefused | DebtWrittenOff> {
  if (writeOff === undefined) return refuse('no-such-write-off')
  const { stage, proposedBy, approvals, amountPence } = writeOff
  if (stage !== 'proposed') return refuse('write-off-answered')
  if (proposedBy.officerId === by.officerId) return refuse('write-off-by-the-same-person')
  if (approvals.some((approval) => approval.by.officerId === by.officerId)) return refuse('write-off-approved-by-them')
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (!approve) return announce<WriteOffApproved | WriteOffRefused | DebtWrittenOff>({ type: 'write-off-refused', refusal: { by, on, reasons } })
  if (amountPence > owedPence) return refuse('more-than-is-owed')
  const approved: WriteOffApproved = { type: 'write-off-approved', approval: { by, on, reasons } }
  if (approvals.length + 1 < approvalsNeeded(amountPence)) return announce<WriteOffApproved | WriteOffRefused | DebtWrittenOff>(approved)
  return announce<WriteOffApproved | WriteOffRefused | DebtWrittenOff>(approved, { type: 'debt-written-off', amountPence, on })
}

export interface Reversing {
  readonly amountPence: Pence
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

/** It is owed again, in whole or in part: nothing written off is ever edited or hidden. */
export function reverseWriteOff(writeOff: WriteOff | undefined, reversal: Reversing): Decision<WriteOffReversed> {
  if (writeOff === undefined) return refuse('no-such-write-off')
  if (writeOff.stage !== 'written-off') return refuse('nothing-written-off')
  if (reversal.amountPence <= 0 || reversal.amountPence > subtractPence(writeOff.amountPence, reversedPence(writeOff))) return refuse('nothing-written-off')
  if (reversal.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'write-off-reversed', reversal })
}

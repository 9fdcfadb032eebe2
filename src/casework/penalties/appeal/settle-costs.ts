import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import { isAfter, isBefore, noPence, type CalendarDate, type Pence } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { Appeal, AppealCostsPaid, AppealCostsRecorded, AppealCostsSentBack, CostsPaid } from './appeal.ts'

/** What costs are judged by, whoever acts. */
export interface CostsStanding {
  readonly openPence: Pence
  /** What the ledger says our bank holds: nothing can leave it that has not come in. */
  readonly inBankPence: Pence
}

export interface RecordingCosts extends CostsStanding {
  /** From the bank statement; its reference is the bank's own, so that one payment is recorded once. */
  readonly paid: Omit<CostsPaid, 'approvedBy'>
  readonly today: CalendarDate
}

/** Read off the bank statement, never by the officer who concluded the appeal. Another officer approves it before it is posted. */
export function recordCosts(appeal: Appeal | undefined, { paid, today, ...standing }: RecordingCosts): Decision<AppealCostsRecorded> {
  if (appeal === undefined) return refuse('no-such-appeal')
  const { conclusion, costsPaid, costsWaiting } = appeal
  if (conclusion === null || standing.openPence === noPence) return refuse('no-costs-open')
  if (costsWaiting !== null) return refuse('costs-wait')
  const refusal = tooMuch(appeal, paid, standing)
  if (refusal !== undefined) return refusal
  if (isAfter(paid.on, today)) return refuse('paid-in-future')
  if (isBefore(paid.on, conclusion.on)) return refuse('paid-before-concluded')
  if (conclusion.concludedBy.officerId === paid.by.officerId) return refuse('concluded-by-the-same-person')
  if (costsPaid.some(({ reference }) => reference === paid.reference)) return refuse('costs-reference-used')
  return announce({ type: 'appeal-costs-recorded', paid })
}

export interface AnsweringCosts extends CostsStanding {
  readonly approve: boolean
  readonly reasons: string
  readonly by: Named
}

/** Another officer than who recorded it has seen the statement too, or sends it back. */
export function answerCosts(appeal: Appeal | undefined, { approve, reasons, by, ...standing }: AnsweringCosts): Decision<AppealCostsPaid | AppealCostsSentBack> {
  if (appeal === undefined) return refuse('no-such-appeal')
  const { costsWaiting } = appeal
  if (costsWaiting === null) return refuse('no-costs-wait')
  if (costsWaiting.by.officerId === by.officerId) return refuse('costs-recorded-by-the-same-person')
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (!approve) return announce({ type: 'appeal-costs-sent-back', reasons, sentBackBy: by })
  return tooMuch(appeal, costsWaiting, standing) ?? announce({ type: 'appeal-costs-paid', paid: { ...costsWaiting, approvedBy: by } })
}

/** Never more than is open, nor than our bank holds. */
function tooMuch({ conclusion }: Appeal, { amountPence }: Pick<CostsPaid, 'amountPence'>, { openPence, inBankPence }: CostsStanding): Refusal | undefined {
  if (amountPence <= noPence) return refuse('nothing-paid')
  if (amountPence > openPence) return refuse('more-than-the-costs')
  return conclusion?.costs.whoPays === 'we-pay' && amountPence > inBankPence ? refuse('bank-holds-less') : undefined
}

import { isRefused } from '#platform/decisions'
import type { Database } from '#platform/database'
import type { By, CalendarDate } from '#values'
import { changePenaltyIn, lockCase } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { settlePenalty } from '../penalty/settle-penalty.ts'
import { debtOf } from './money.store.ts'
import { allocatedTo } from './payment.ts'
import { paymentsOfCase } from './payment.store.ts'

export interface Settling {
  readonly penaltyId: string
  readonly on: CalendarDate
  readonly by: By
}

/** Settles the penalty when nothing is owed on it any more; true when it was. While an objection is held it waits for the decision. */
export async function settleIfPaid(db: Database, { penaltyId, on, by }: Settling): Promise<boolean> {
  return db.transaction().execute((tx) => settleIfPaidIn(tx, { penaltyId, on, by }))
}

/** The same inside a caller's transaction. What was written off was not paid, so it settles nothing. */
export async function settleIfPaidIn(tx: Database, { penaltyId, on, by }: Settling): Promise<boolean> {
  const unlocked = await readPenalty(tx, penaltyId)
  if (unlocked === undefined) return false
  await lockCase(tx, unlocked.caseId)
  const penalty = await readPenalty(tx, penaltyId)
  const { issuedPence, takenOffPence, owedPence, writtenOffPence } = await debtOf(tx, penaltyId)
  const isOpen = penalty?.stage === 'issued' || penalty?.stage === 'determined'
  // With nothing owed and nothing written off, what decisions left of the amount was paid.
  if (!isOpen || owedPence > 0 || writtenOffPence > 0 || issuedPence === takenOffPence) return false

  const payers = (await paymentsOfCase(tx, penalty.caseId)).filter((payment) => allocatedTo(payment, penaltyId) > 0).map(({ payer }) => payer)
  const how = `Paid in full by ${[...new Set(payers)].join(' and ')}`
  return !isRefused(await changePenaltyIn(tx, { penaltyId, by }, (current) => settlePenalty(current, { settledOn: on, how })))
}

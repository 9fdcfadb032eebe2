import { sql } from 'kysely'
import { isRefused } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { pence, subtractPence, type By, type CalendarDate, type Pence } from '#values'
import type { Penalty } from '../penalty/penalty.ts'
import { heldOf, move, ofPenalty } from './account.ts'
import { post } from './journal.store.ts'
import { allocatedTo } from './payment.ts'
import { paymentsOfCase, paymentThing } from './payment.store.ts'
import { proposeRefund } from './propose-refund.ts'
import { releaseAllocation } from './release-allocation.ts'

export interface Release {
  readonly amountPence: Pence
  readonly on: CalendarDate
  readonly source: string
  readonly note: string
  readonly by: By
}

/** Takes money back off a penalty, from the latest payment first, and holds it. */
export async function releaseFromPenalty(tx: Database, { id: penaltyId, caseId }: Penalty, { amountPence, on, source, note, by }: Release): Promise<void> {
  let left = amountPence
  for (const payment of await paymentsOfCase(tx, caseId)) {
    const amount = pence(Math.min(left, allocatedTo(payment, penaltyId)))
    if (amount === 0) continue
    const decision = await changeIn(tx, paymentThing, { id: payment.id, by }, (current) => releaseAllocation(current, { penaltyId, amountPence: amount, why: note }))
    if (isRefused(decision)) throw new Error(`Payment ${payment.id} cannot give back what it gave: ${decision.refused}`)
    await post(tx, { kind: 'release', on, source: `${source}:${payment.id}`, note, lines: move(amount, heldOf(payment.id), ofPenalty('debt', penaltyId)), by })
    left = subtractPence(left, amount)
  }
  if (left > 0) throw new Error(`The payments of penalty ${penaltyId} come to ${left} pence less than the ledger says`)
}

/** When nothing is owed in the case any more, and nothing written off that it could pay, whatever is held of its payments is proposed for refund. */
export async function offerBackWhatIsHeld(tx: Database, caseId: string, why: string, by: By): Promise<void> {
  if (await couldStillPay(tx, caseId)) return
  for (const payment of await paymentsOfCase(tx, caseId, 'held')) await changeIn(tx, paymentThing, { id: payment.id, by }, (current) => proposeRefund(current, why))
}

async function couldStillPay(tx: Database, caseId: string): Promise<boolean> {
  const { rows } = await sql`
    select from penalties.penalty p join ledger.account a on a.penalty_id = p.id
    where p.case_id = ${caseId} and a.kind in ('debt', 'written-off') and a.balance_pence > 0 limit 1`.execute(tx)
  return rows.length > 0
}

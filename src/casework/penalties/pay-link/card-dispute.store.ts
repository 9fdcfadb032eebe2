import { sql } from 'kysely'
import { isRefused } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, type Thing } from '#platform/events'
import { newId } from '#platform/identity'
import { dayOf, type By, type CalendarDate, type Pence } from '#values'
import { disputesShown } from '../limits.ts'
import { loseToDisputeIn } from '../payment/lose-to-dispute.store.ts'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { evolveDispute, hearDispute, type CardDispute, type DisputeEvent, type DisputeStatus, type DisputeTold } from './card-dispute.ts'
import { bookedCardPayment } from './card-payment.store.ts'

type DisputeRow = {
  id: string
  case_id: string
  payment_id: string
  dispute_id: string
  provider_id: string
  amount_pence: Pence
  fee_pence: Pence
  reason: string
  raised_on: CalendarDate
  evidence_due_on: CalendarDate | null
  status: DisputeStatus
}

const on = (db: Database) => db.withTables<{ 'ledger.card_dispute': DisputeRow }>()

export const disputeThing: Thing<CardDispute, DisputeEvent> = { name: 'card-dispute', evolve: evolveDispute, read: readDispute, save: saveDispute }

export async function readDispute(db: Database, id: string): Promise<CardDispute | undefined> {
  const row = await on(db).selectFrom('ledger.card_dispute').selectAll().where('id', '=', id).executeTakeFirst()
  return row && disputeOf(row)
}

export async function disputesOfPayment(db: Database, paymentId: string): Promise<readonly CardDispute[]> {
  const rows = await on(db).selectFrom('ledger.card_dispute').selectAll().where('payment_id', '=', paymentId).orderBy('id').execute()
  return rows.map(disputeOf)
}

/** Those that wait for evidence or for the bank first, then the latest. */
export async function latestDisputes(db: Database): Promise<readonly CardDispute[]> {
  const rows = await on(db).selectFrom('ledger.card_dispute').selectAll()
    .orderBy(sql`status in ('won', 'lost')`).orderBy(sql`evidence_due_on nulls last`).orderBy('raised_on', 'desc').orderBy('id').limit(disputesShown).execute()
  return rows.map(disputeOf)
}

/** What the card service tells of a dispute; one that is lost is booked in the same act. True when it was news. A payment that is not ours is none of our business. */
export async function hearDisputeOf(db: Database, told: DisputeTold, by: By): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const paid = await bookedCardPayment(tx, told.providerId)
    if (paid === undefined) return false
    await lockCase(tx, paid.caseId)
    const known = await on(tx).selectFrom('ledger.card_dispute').select('id').where('dispute_id', '=', told.disputeId).executeTakeFirst()
    const cardDisputeId = known?.id ?? newId()
    const heard = await changeIn(tx, disputeThing, { id: cardDisputeId, by }, (dispute) => hearDispute(dispute, told, { cardDisputeId, ...paid }))
    if (isRefused(heard) || heard.events.length === 0) return false
    // A final standing is news once, so what is lost is booked once.
    if (told.status === 'lost') await loseToDisputeIn(tx, paid.paymentId, { ...told, on: dayOf(by.at), why: 'The payer’s bank decided a card dispute for the payer' }, by)
    return true
  })
}

async function saveDispute(tx: Database, _id: string, state: CardDispute): Promise<void> {
  const { id, reason, status } = state
  const row = {
    id, reason, status, case_id: state.caseId, payment_id: state.paymentId, dispute_id: state.disputeId, provider_id: state.providerId, amount_pence: state.amountPence,
    fee_pence: state.feePence, raised_on: state.raisedOn, evidence_due_on: state.evidenceDueOn,
  }
  await on(tx).insertInto('ledger.card_dispute').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function disputeOf(row: DisputeRow): CardDispute {
  const { id, reason, status } = row
  return {
    id, reason, status, caseId: row.case_id, paymentId: row.payment_id, disputeId: row.dispute_id, providerId: row.provider_id, amountPence: row.amount_pence,
    feePence: row.fee_pence, raisedOn: row.raised_on, evidenceDueOn: row.evidence_due_on,
  }
}

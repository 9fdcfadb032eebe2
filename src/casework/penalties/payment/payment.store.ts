import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate, Pence } from '#values'
import { evolvePayment } from './evolve-payment.ts'
import type { Allocation, PaidRefund, Payment, PaymentEvent, PaymentMethod, RefundProposal } from './payment.ts'

type PaymentRow = {
  id: string
  case_id: string
  received_on: CalendarDate
  amount_pence: Pence
  payer: string
  method: PaymentMethod
  reference: string
  allocations: readonly Allocation[]
  held_pence: Pence
  refund: RefundProposal | null
  refunds: readonly PaidRefund[]
  lost_pence: Pence
  returned: Payment['returned']
}

const on = (db: Database) => db.withTables<{ 'ledger.payment': PaymentRow }>()

export const paymentThing: Thing<Payment, PaymentEvent> = { name: 'payment', evolve: evolvePayment, read: readPayment, save: savePayment }

export async function readPayment(db: Database, id: string): Promise<Payment | undefined> {
  const row = await on(db).selectFrom('ledger.payment').selectAll().where('id', '=', id).executeTakeFirst()
  return row && paymentOf(row)
}

export async function paymentOfReference(db: Database, reference: string): Promise<Payment | undefined> {
  const row = await on(db).selectFrom('ledger.payment').selectAll().where('reference', '=', reference).executeTakeFirst()
  return row && paymentOf(row)
}

/** Newest first; those of which something is held, or all. */
export async function paymentsOfCase(db: Database, caseId: string, which: 'held' | 'all' = 'all'): Promise<readonly Payment[]> {
  const rows = await on(db).selectFrom('ledger.payment').selectAll().where('case_id', '=', caseId)
    .where('held_pence', '>=', (which === 'held' ? 1 : 0) as Pence).orderBy('received_on', 'desc').orderBy('id', 'desc').execute()
  return rows.map(paymentOf)
}

/** Money that has found no debt yet. */
export async function heldPayments(db: Database): Promise<readonly Payment[]> {
  const rows = await on(db).selectFrom('ledger.payment').selectAll().where('held_pence', '>', 0 as Pence).orderBy('received_on').orderBy('id').execute()
  return rows.map(paymentOf)
}

async function savePayment(tx: Database, _id: string, state: Payment): Promise<void> {
  const row = {
    id: state.id,
    case_id: state.caseId,
    received_on: state.receivedOn,
    amount_pence: state.amountPence,
    payer: state.payer,
    method: state.method,
    reference: state.reference,
    allocations: asJson(state.allocations),
    held_pence: state.heldPence,
    refund: asJson(state.refund),
    refunds: asJson(state.refunds),
    lost_pence: state.lostPence,
    returned: asJson(state.returned),
  }
  await on(tx).insertInto('ledger.payment').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function paymentOf(row: PaymentRow): Payment {
  return {
    id: row.id,
    caseId: row.case_id,
    receivedOn: row.received_on,
    amountPence: row.amount_pence,
    payer: row.payer,
    method: row.method,
    reference: row.reference,
    allocations: row.allocations,
    heldPence: row.held_pence,
    // Rows written before refunds were paid here say nothing of one made ready.
    refund: row.refund && { ...row.refund, prepared: row.refund.prepared ?? null },
    refunds: row.refunds,
    lostPence: row.lost_pence,
    returned: row.returned,
  }
}

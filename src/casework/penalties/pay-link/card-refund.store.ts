import { sql, type Generated, type Selectable } from 'kysely'
import { announce } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, type Thing } from '#platform/events'
import type { By, Instant, Pence } from '#values'
import { cardRefundsAtOnce } from '../limits.ts'
import { evolveCardRefund, type CardRefund, type CardRefundAsked, type CardRefundEvent, type CardRefundStatus } from './card-refund.ts'

type RefundRow = {
  id: string
  case_id: string
  payment_id: string
  provider_id: string
  amount_pence: Pence
  asked_at: Instant
  refund_id: string | null
  status: CardRefundStatus
  /** Handed to the card service once: without an answer it may have been taken. */
  tried_at: Generated<Instant | null>
  looked_at: Generated<Instant | null>
}

const on = (db: Database) => db.withTables<{ 'ledger.card_refund': RefundRow }>()

export const cardRefundThing: Thing<CardRefund, CardRefundEvent> = { name: 'card-refund', evolve: evolveCardRefund, read: readCardRefund, save: saveCardRefund }

export async function readCardRefund(db: Database, id: string): Promise<CardRefund | undefined> {
  const row = await on(db).selectFrom('ledger.card_refund').selectAll().where('id', '=', id).executeTakeFirst()
  return row && refundOf(row)
}

/** In the transaction that moves the money in the ledger. */
export async function askCardRefund(tx: Database, asked: Omit<CardRefundAsked, 'type' | 'under'>, by: By): Promise<void> {
  await changeIn(tx, cardRefundThing, { id: asked.cardRefundId, by }, () => announce({ type: 'card-refund-asked', ...asked }))
}

export async function refundsOfPayment(db: Database, paymentId: string): Promise<readonly CardRefund[]> {
  const rows = await on(db).selectFrom('ledger.card_refund').selectAll().where('payment_id', '=', paymentId).orderBy('id').execute()
  return rows.map(refundOf)
}

/** The card service’s numbers of the refunds of one payment that we know of. */
export async function knownRefunds(db: Database, providerId: string): Promise<ReadonlySet<string>> {
  const rows = await on(db).selectFrom('ledger.card_refund').select('refund_id').where('provider_id', '=', providerId).where('refund_id', 'is not', null).execute()
  return new Set(rows.flatMap(({ refund_id }) => refund_id ?? []))
}

export interface OpenRefund extends CardRefund {
  readonly wasTried: boolean
}

/** Refunds that nothing final is known of, those looked after longest ago first. */
export async function openRefunds(db: Database, lookedBefore: Instant): Promise<readonly OpenRefund[]> {
  const rows = await on(db).selectFrom('ledger.card_refund').selectAll()
    .where('status', 'in', ['asked', 'submitted'])
    .where((where) => where.or([where('looked_at', 'is', null), where('looked_at', '<', lookedBefore)]))
    .orderBy(sql`looked_at nulls first`).orderBy('id').limit(cardRefundsAtOnce).execute()
  return rows.map((row) => ({ ...refundOf(row), wasTried: row.tried_at !== null }))
}

/** The refunds that finance has approved and whose end nobody knows yet. */
export async function refundsUnderWay(db: Database): Promise<readonly CardRefund[]> {
  const rows = await on(db).selectFrom('ledger.card_refund').selectAll().where('status', 'in', ['asked', 'submitted']).orderBy('id').limit(cardRefundsAtOnce).execute()
  return rows.map(refundOf)
}

export async function noteLooked(db: Database, id: string, looked: { readonly tried_at: Instant } | { readonly looked_at: Instant }): Promise<void> {
  await on(db).updateTable('ledger.card_refund').set(looked).where('id', '=', id).execute()
}

/** The card service told of a refund of this payment: each that is open is looked after at once. */
export async function lookSoon(tx: Database, providerId: string): Promise<void> {
  await on(tx).updateTable('ledger.card_refund').set({ looked_at: null }).where('provider_id', '=', providerId).execute()
}

async function saveCardRefund(tx: Database, _id: string, state: CardRefund): Promise<void> {
  const { id, status } = state
  const row = { id, status, case_id: state.caseId, payment_id: state.paymentId, provider_id: state.providerId, amount_pence: state.amountPence, asked_at: state.askedAt, refund_id: state.refundId }
  await on(tx).insertInto('ledger.card_refund').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function refundOf(row: Selectable<RefundRow>): CardRefund {
  const { id, status } = row
  return { id, status, caseId: row.case_id, paymentId: row.payment_id, providerId: row.provider_id, amountPence: row.amount_pence, askedAt: row.asked_at, refundId: row.refund_id }
}

import { announce, isRefused, refuse, type Decision, type Refusal } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, type Thing } from '#platform/events'
import { newId } from '#platform/identity'
import { dayOf, noPence, pence, secondsBetween, type By, type Instant, type Pence } from '#values'
import { cardMaxPence, cardPaymentMinutes } from '../limits.ts'
import { debtOf } from '../payment/money.store.ts'
import { settleIfPaidIn } from '../payment/settle-if-paid.store.ts'
import { takePaymentIn } from '../payment/take-payment.store.ts'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { evolveCardPayment, isFinal, movePayment, type CardPayment, type CardPaymentAsked, type CardPaymentEvent, type CardStatus } from './card-payment.ts'
import type { PayLink } from './pay-link.ts'
import { lookSoon } from './card-refund.store.ts'
import { statusOf, type PayMessage, type PayPayment } from './pay-shapes.ts'

type CardRow = {
  id: string
  link_id: string
  case_id: string
  penalty_id: string
  amount_pence: Pence
  asked_at: Instant
  provider_id: string | null
  next_url: string | null
  status: CardStatus
  code: string | null
  booked_as: string | null
}

const on = (db: Database) => db.withTables<{ 'ledger.card_payment': CardRow; 'ledger.pay_message': { message_id: string; provider_id: string; heard_at: Instant } }>()

export const cardPaymentThing: Thing<CardPayment, CardPaymentEvent> = { name: 'card-payment', evolve: evolveCardPayment, read: readCardPayment, save: saveCardPayment }

export async function readCardPayment(db: Database, id: string): Promise<CardPayment | undefined> {
  const row = await on(db).selectFrom('ledger.card_payment').selectAll().where('id', '=', id).executeTakeFirst()
  return row && cardPaymentOf(row)
}

export async function latestOfLink(db: Database, linkId: string): Promise<CardPayment | undefined> {
  const row = await on(db).selectFrom('ledger.card_payment').selectAll().where('link_id', '=', linkId).orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row && cardPaymentOf(row)
}

/**
 * The attempt this payer is on: the one that is open, or a new one for what is owed now. Two presses get the same, and who has another link
 * waits while somebody is at the card's bank, so that nobody pays a debt that is being paid.
 */
export async function attemptFor(db: Database, link: PayLink, by: By): Promise<CardPayment | Refusal> {
  return db.transaction().execute(async (tx) => {
    await lockCase(tx, link.caseId)
    const amountPence = pence(Math.min((await debtOf(tx, link.penaltyId)).owedPence, cardMaxPence))
    if (amountPence === noPence) return refuse('nothing-owed-any-more')
    const open = await latestOfLink(tx, link.id)
    if (open !== undefined && !isFinal(open) && open.amountPence === amountPence && isFresh(open, by.at)) return open
    if ((await underWayElsewhere(tx, link)).some((attempt) => isFresh(attempt, by.at))) return refuse('somebody-is-paying')
    const { id: linkId, caseId, penaltyId } = link
    const asked: CardPaymentAsked = { type: 'card-payment-asked', cardPaymentId: newId(), linkId, caseId, penaltyId, amountPence, askedAt: by.at }
    await changeIn(tx, cardPaymentThing, { id: asked.cardPaymentId, by }, () => announce(asked))
    return evolveCardPayment(undefined, asked)
  })
}

/** Attempts at the same debt by another link whose payer has gone to the card page. */
async function underWayElsewhere(tx: Database, { id, penaltyId }: PayLink): Promise<readonly CardPayment[]> {
  const rows = await on(tx).selectFrom('ledger.card_payment').selectAll().where('penalty_id', '=', penaltyId).where('link_id', '<>', id).where('status', 'in', ['started', 'submitted', 'capturable']).execute()
  return rows.map(cardPaymentOf)
}

/** The provider keeps a payment open for 90 minutes. */
function isFresh({ askedAt }: CardPayment, now: Instant): boolean {
  return secondsBetween(askedAt, now) < cardPaymentMinutes * 60
}

export async function noteCreated(db: Database, id: string, { payment_id: providerId, _links: links }: PayPayment, by: By): Promise<Decision<CardPaymentEvent>> {
  return db.transaction().execute((tx) =>
    changeIn(tx, cardPaymentThing, { id, by }, (payment) => (payment?.status === 'asked' ? announce({ type: 'card-payment-created', providerId, nextUrl: links?.next_url?.href ?? '' }) : announce())))
}

/** What the provider told, once a message however often it is sent: true when a payment moved. What it tells of refunds says only that somebody should look. */
export async function hearMessage(db: Database, { messageId, providerId, payment, isOfRefund }: PayMessage, by: By): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { numInsertedOrUpdatedRows } = await on(tx).insertInto('ledger.pay_message').values({ message_id: messageId, provider_id: providerId, heard_at: by.at })
      .onConflict((conflict) => conflict.column('message_id').doNothing()).executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) return false
    if (isOfRefund) await lookSoon(tx, providerId)
    return payment !== undefined && followPaymentIn(tx, payment, by)
  })
}

/** The payment as the provider says it stands: a success is booked with it, or not at all. True when anything moved. */
export async function followPayment(db: Database, payment: PayPayment, by: By): Promise<boolean> {
  return db.transaction().execute((tx) => followPaymentIn(tx, payment, by))
}

async function followPaymentIn(tx: Database, payment: PayPayment, by: By): Promise<boolean> {
  const [row, status] = [await on(tx).selectFrom('ledger.card_payment').selectAll().where('provider_id', '=', payment.payment_id).executeTakeFirst(), statusOf(payment)]
  if (row === undefined || status === undefined) return false
  await lockCase(tx, row.case_id)
  const moved = await changeIn(tx, cardPaymentThing, { id: row.id, by }, (current) => movePayment(current, status, payment.state.code ?? null))
  if (isRefused(moved) || moved.events.length === 0) return false
  if (status === 'success') await book(tx, cardPaymentOf(row), payment, by)
  return true
}

/** What the provider took is what came, whatever was asked for. */
async function book(tx: Database, { id, penaltyId }: CardPayment, { payment_id: providerId, amount }: PayPayment, by: By): Promise<void> {
  const on = dayOf(by.at)
  const taken = await takePaymentIn(tx, { penaltyId, amountPence: pence(amount), receivedOn: on, recordedOn: on, payer: 'Card payer', method: 'card', reference: `GOV.UK Pay ${providerId}`, by })
  if (isRefused(taken)) throw new Error(`A card payment that succeeded cannot be booked: ${taken.refused}`)
  await changeIn(tx, cardPaymentThing, { id, by }, () => announce({ type: 'card-payment-booked', paymentId: taken.paymentId }))
  await settleIfPaidIn(tx, { penaltyId, on, by })
}

/** The payment in the ledger that a card payment became, by the provider’s number. */
export async function bookedCardPayment(db: Database, providerId: string): Promise<{ readonly caseId: string; readonly paymentId: string } | undefined> {
  const row = await on(db).selectFrom('ledger.card_payment').select(['case_id', 'booked_as']).where('provider_id', '=', providerId).executeTakeFirst()
  return row === undefined || row.booked_as === null ? undefined : { caseId: row.case_id, paymentId: row.booked_as }
}

/** The provider’s number of the card payment that a payment was; undefined for money that came otherwise. */
export async function providerIdOf(db: Database, paymentId: string): Promise<string | undefined> {
  const row = await on(db).selectFrom('ledger.card_payment').select('provider_id').where('booked_as', '=', paymentId).executeTakeFirst()
  return row?.provider_id ?? undefined
}

async function saveCardPayment(tx: Database, _id: string, state: CardPayment): Promise<void> {
  const { id, status, code } = state
  const row = {
    id, status, code, link_id: state.linkId, case_id: state.caseId, penalty_id: state.penaltyId, amount_pence: state.amountPence, asked_at: state.askedAt,
    provider_id: state.providerId, next_url: state.nextUrl, booked_as: state.bookedAs,
  }
  await on(tx).insertInto('ledger.card_payment').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function cardPaymentOf(row: CardRow): CardPayment {
  const { id, status, code } = row
  return {
    id, status, code, linkId: row.link_id, caseId: row.case_id, penaltyId: row.penalty_id, amountPence: row.amount_pence, askedAt: row.asked_at,
    providerId: row.provider_id, nextUrl: row.next_url, bookedAs: row.booked_as,
  }
}

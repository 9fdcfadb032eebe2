import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { noPence, type By, type CalendarDate, type Pence } from '#values'
import { lockCase } from '../case/lock-case.store.ts'
import { bank, move, ofDetention, type Account } from '../payment/account.ts'
import { post } from '../payment/journal.store.ts'
import { settleIfPaidIn } from '../payment/settle-if-paid.store.ts'
import { takePaymentIn } from '../payment/take-payment.store.ts'
import { detentionFacts } from './change-detention.store.ts'
import type { Detention, DetentionEvent, Proceeds } from './detention.ts'
import { detentionThing, readDetention } from './detention.store.ts'
import { payExpenses } from './keep-detention.ts'
import type { SecuredDebt } from './may-detain.ts'
import { debtsOf } from './sell-vehicle.ts'
import { payOut, takeProceeds, toEachPenalty, type Sharing } from './share-proceeds.ts'

interface MoneyAct {
  readonly id: string
  readonly today: CalendarDate
  readonly by: By
}

/** What a sale brought is taken in and shared in one act: expenses, then the penalties as payments of their case; the rest waits to be paid out. */
export async function shareProceedsOf(db: Database, act: MoneyAct, sharing: Omit<Sharing, 'debts' | 'today'>): Promise<Decision<DetentionEvent>> {
  return withDetention(db, act, async (tx, { caseId }) => {
    const facts = await detentionFacts(tx, caseId, act.today)
    if (facts === undefined) return refuse('no-such-case')
    const decision = await changeIn(tx, detentionThing, act, (detention) => takeProceeds(detention, { ...sharing, debts: facts.debts, today: act.today }))
    if (isRefused(decision)) return decision
    const detention = await readDetention(tx, act.id)
    if (detention?.proceeds) await postProceeds(tx, { detention, proceeds: detention.proceeds, debts: debtsOf(detention, facts.debts) }, act)
    return decision
  })
}

interface ToPost {
  readonly detention: Detention
  readonly proceeds: Proceeds
  readonly debts: readonly SecuredDebt[]
}

async function postProceeds(tx: Database, { detention: { id, vehicle }, proceeds, debts }: ToPost, { today, by }: MoneyAct): Promise<void> {
  const [brought, expenses] = [ofDetention('proceeds', id), ofDetention('expenses', id)]
  const note = `Sale of ${vehicle}`
  await post(tx, { kind: 'sale', on: proceeds.on, source: `sale:${id}`, note, lines: move(proceeds.broughtPence, brought, bank), by })
  const forExpenses = proceeds.paid.find(({ claim }) => claim === 'expenses')?.pence ?? noPence
  if (forExpenses > 0) await post(tx, { kind: 'expenses', on: proceeds.on, source: `sale-expenses:${id}`, note, lines: move(forExpenses, expenses, brought), by })
  for (const { penaltyId, amountPence } of toEachPenalty(proceeds, debts)) {
    const taken = await takePaymentIn(tx, { penaltyId, amountPence, receivedOn: proceeds.on, payer: note, method: 'bank-transfer', reference: `${proceeds.reference} ${penaltyId}`, recordedOn: today, from: brought, by })
    if (isRefused(taken)) throw new Error(`The proceeds for penalty ${penaltyId} were refused: ${taken.refused}`)
    await settleIfPaidIn(tx, { penaltyId, on: today, by })
  }
}

/** A part that is not ours leaves our bank. */
export async function payOutOf(db: Database, act: MoneyAct, paying: Parameters<typeof payOut>[1]): Promise<Decision<DetentionEvent>> {
  return moneyMoved(db, act, (detention) => payOut(detention, paying, act.today), { kind: 'sale-shared', paying, from: bank, to: ofDetention('proceeds', act.id) })
}

/** The expenses come in, so that the vehicle can go back. */
export async function payExpensesOf(db: Database, act: MoneyAct, paying: Parameters<typeof payExpenses>[1]): Promise<Decision<DetentionEvent>> {
  return moneyMoved(db, act, (detention) => payExpenses(detention, paying, act.today), { kind: 'expenses', paying, from: ofDetention('expenses', act.id), to: bank })
}

interface Movement {
  readonly kind: 'expenses' | 'sale-shared'
  readonly paying: { readonly amountPence: Pence; readonly on: CalendarDate; readonly reference: string }
  readonly from: Account
  readonly to: Account
}

async function moneyMoved(db: Database, act: MoneyAct, decide: (detention: Detention | undefined) => Decision<DetentionEvent>, { kind, paying: { amountPence, on, reference }, from, to }: Movement): Promise<Decision<DetentionEvent>> {
  return withDetention(db, act, async (tx, { vehicle }) => {
    const decision = await changeIn(tx, detentionThing, act, decide)
    if (!isRefused(decision)) await post(tx, { kind, on, source: `${kind}:${act.id}:${reference}`, note: `Detention of ${vehicle}`, lines: move(amountPence, from, to), by: act.by })
    return decision
  })
}

async function withDetention(db: Database, { id }: MoneyAct, act: (tx: Database, detention: Detention) => Promise<Decision<DetentionEvent>>): Promise<Decision<DetentionEvent>> {
  return db.transaction().execute(async (tx) => {
    const detention = await readDetention(tx, id)
    if (detention === undefined) return refuse('no-such-detention')
    await lockCase(tx, detention.caseId)
    return act(tx, detention)
  })
}

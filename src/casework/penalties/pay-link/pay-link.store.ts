import { createHash, randomBytes } from 'node:crypto'
import { refuse, isRefused, type Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { changeIn, type Thing } from '#platform/events'
import { newId } from '#platform/identity'
import { daysAfter, type By, type CalendarDate } from '#values'
import { payLinkDays } from '../limits.ts'
import { debtOf } from '../payment/money.store.ts'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { evolvePayLink, makePayLink, type PayLink, type PayLinkEvent } from './pay-link.ts'

type LinkRow = {
  id: string
  token_hash: string
  case_id: string
  penalty_id: string
  made_by: PayLink['madeBy']
  made_on: CalendarDate
  last_day: CalendarDate
  ended: PayLink['ended']
}

const on = (db: Database) => db.withTables<{ 'ledger.pay_link': LinkRow }>()

export const payLinkThing: Thing<PayLink, PayLinkEvent> = { name: 'pay-link', evolve: evolvePayLink, read: readPayLink, save: savePayLink }

export async function readPayLink(db: Database, id: string): Promise<PayLink | undefined> {
  const row = await on(db).selectFrom('ledger.pay_link').selectAll().where('id', '=', id).executeTakeFirst()
  return row && linkOf(row)
}

export async function linkOfToken(db: Database, token: string): Promise<PayLink | undefined> {
  const row = await on(db).selectFrom('ledger.pay_link').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst()
  return row && linkOf(row)
}

/** Newest first. */
export async function linksOfPenalty(db: Database, penaltyId: string): Promise<readonly PayLink[]> {
  const rows = await on(db).selectFrom('ledger.pay_link').selectAll().where('penalty_id', '=', penaltyId).orderBy('id', 'desc').execute()
  return rows.map(linkOf)
}

/** Makes a link and answers its secret, which is told once and kept nowhere. */
export async function makePayLinkOf(db: Database, penaltyId: string, today: CalendarDate, by: By): Promise<Decision<PayLinkEvent> & { readonly token?: string }> {
  return db.transaction().execute(async (tx) => {
    const penalty = await readPenalty(tx, penaltyId)
    if (penalty === undefined) return refuse('no-such-penalty')
    await lockCase(tx, penalty.caseId)
    const { owedPence } = await debtOf(tx, penaltyId)
    const [linkId, token] = [newId(), randomBytes(tokenBytes).toString('base64url')]
    const making = { linkId, tokenHash: hashOf(token), madeBy: named(by), madeOn: today, lastDay: daysAfter(payLinkDays, today) }
    const decision = await changeIn(tx, payLinkThing, { id: linkId, by }, () => makePayLink(penalty, owedPence, making))
    return isRefused(decision) ? decision : { ...decision, token }
  })
}

/** As much as a key: nobody finds one by trying. */
const tokenBytes = 24

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

async function savePayLink(tx: Database, _id: string, state: PayLink): Promise<void> {
  const row = {
    id: state.id, token_hash: state.tokenHash, case_id: state.caseId, penalty_id: state.penaltyId, made_on: state.madeOn, last_day: state.lastDay,
    made_by: asJson(state.madeBy), ended: asJson(state.ended),
  }
  await on(tx).insertInto('ledger.pay_link').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function linkOf(row: LinkRow): PayLink {
  return { id: row.id, tokenHash: row.token_hash, caseId: row.case_id, penaltyId: row.penalty_id, madeBy: row.made_by, madeOn: row.made_on, lastDay: row.last_day, ended: row.ended }
}

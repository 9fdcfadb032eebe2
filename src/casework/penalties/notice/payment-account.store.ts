import type { Database } from '#platform/database'
import type { By, CalendarDate, Instant } from '#values'
import type { PaymentLine } from './letter-facts.ts'

/** Where people pay. */
export interface PaymentAccount {
  readonly accountName: string
  readonly sortCode: string
  readonly accountNumber: string
  readonly iban: string
}

type AccountRow = {
  from_on: CalendarDate
  account_name: string
  sort_code: string
  account_number: string
  iban: string
  set_by_id: string
  set_by_name: string
  set_at: Instant
}

const on = (db: Database) => db.withTables<{ 'notice.payment_account': AccountRow }>()

/** The lines that a letter of this day prints; none until finance has set an account. */
export async function paymentLinesOn(db: Database, day: CalendarDate): Promise<readonly PaymentLine[]> {
  const row = await on(db).selectFrom('notice.payment_account').selectAll().where('from_on', '<=', day).orderBy('from_on', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) return []
  return [
    { term: 'accountName', en: 'Account name', fr: 'Titulaire', value: row.account_name },
    { term: 'sortCode', en: 'Sort code', fr: 'Code guichet (sort code)', value: row.sort_code },
    { term: 'accountNumber', en: 'Account number', fr: 'Numéro de compte', value: row.account_number },
    { term: 'iban', en: 'IBAN', fr: 'IBAN', value: row.iban },
  ]
}

/** Sets the account from a day on. Letters already sent keep the one they printed. */
export async function setPaymentAccount(db: Database, account: PaymentAccount, from: CalendarDate, by: By): Promise<void> {
  const row = {
    account_name: account.accountName, sort_code: account.sortCode, account_number: account.accountNumber, iban: account.iban,
    set_by_id: by.officerId, set_by_name: by.name, set_at: by.at,
  }
  await on(db).insertInto('notice.payment_account').values({ from_on: from, ...row }).onConflict((conflict) => conflict.column('from_on').doUpdateSet(row)).execute()
}

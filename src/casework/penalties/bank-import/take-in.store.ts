import { announce, refuse, type Announced, type Refusal } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeAllIn } from '#platform/events'
import { newId } from '#platform/identity'
import { addPence, noPence, subtractPence, type By, type CalendarDate } from '#values'
import { bank, suspenseOf, type Line } from '../payment/account.ts'
import { post } from '../payment/journal.store.ts'
import { named } from '../penalty/penalty.ts'
import type { BankEntryTakenIn } from './bank-entry.ts'
import { bankEntryThing, knownRefs } from './bank-entry.store.ts'
import { lockBankFile, noteTakenIn, statementTakenIn, type BankFile } from './bank-file.store.ts'
import { judgeRows, newEntries, type JudgedStatement } from './judge-rows.ts'

export interface TakingIn {
  readonly fileId: string
  readonly on: CalendarDate
  readonly by: By
}

/** The movements of a looked-at file are written down, and what came is put in suspense in one journal. A statement is taken in once. */
export async function takeInFile(db: Database, { fileId, on, by }: TakingIn): Promise<Refusal | Announced<BankEntryTakenIn>> {
  return db.transaction().execute(async (tx) => {
    const file = await lockBankFile(tx, fileId)
    if (file === undefined) return refuse('no-such-bank-file')
    if (file.takenIn !== null || (await statementTakenIn(tx, file.statement))) return refuse('statement-taken-in')
    const judged = await judge(tx, file)
    if (judged.differencePence !== null && judged.differencePence !== 0) return refuse('statement-not-whole')
    const events = newEntries(judged).map((entry): BankEntryTakenIn => ({ type: 'bank-entry-taken-in', entryId: newId(), fileId, account: file.statement.account, ...entry }))
    if (events.length === 0) return refuse('nothing-to-take-in')

    await changeAllIn(tx, bankEntryThing, by, events.map((event) => ({ id: event.entryId, decide: () => announce(event) })))
    await putInSuspense(tx, events, { fileId, on, by })
    await noteTakenIn(tx, fileId, { by: named(by), on, entries: events.length })
    return announce(...events)
  })
}

/** What would become of each row of the file now. */
export async function judge(db: Database, { statement }: Pick<BankFile, 'statement'>): Promise<JudgedStatement> {
  const refs = statement.rows.flatMap((row) => ('entry' in row ? [row.entry.entryRef] : []))
  return judgeRows(statement, await knownRefs(db, statement.account, refs))
}

/** What left the account is booked only when somebody says which payment the bank took back. */
async function putInSuspense(tx: Database, events: readonly BankEntryTakenIn[], { fileId, on, by }: TakingIn): Promise<void> {
  const came = events.filter(({ direction }) => direction === 'in')
  if (came.length === 0) return
  const total = addPence(...came.map(({ amountPence }) => amountPence))
  const lines: readonly Line[] = [
    { account: bank, amountPence: total },
    ...came.map(({ entryId, amountPence }) => ({ account: suspenseOf(entryId), amountPence: subtractPence(noPence, amountPence) })),
  ]
  await post(tx, { kind: 'suspense', on, source: `bank-file:${fileId}`, note: 'Statement taken in', lines, by })
}

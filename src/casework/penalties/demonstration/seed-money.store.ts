import type { Database } from '#platform/database'
import { daysAfter, noPence, pounds, type CalendarDate } from '#values'
import { change } from '#platform/events'
import { bankEntryThing, entriesAtStage } from '../bank-import/bank-entry.store.ts'
import { setEntryAside } from '../bank-import/match-entry.ts'
import { keepBankFile, latestBankFiles } from '../bank-import/bank-file.store.ts'
import type { ReadStatement } from '../bank-import/statement.ts'
import { takeInFile } from '../bank-import/take-in.store.ts'
import { readCase } from '../case/case.store.ts'
import { setEuroRate } from '../pay-link/euro-rate.store.ts'
import { named } from '../penalty/penalty.ts'
import { by, done } from './demo-acts.store.ts'

/** A bank statement with money that waits for somebody to say what it is for, and a rate of the euro. Run again, it finds them there. */
export async function seedMoney(db: Database, caseId: string, today: CalendarDate): Promise<void> {
  if ((await latestBankFiles(db)).length > 0) return
  const act = by('finance', today)
  await setEuroRate(db, { onDay: daysAfter(-1, today), eurosPerPound: '1.15', source: 'invented for the demonstration' }, act)
  const statement = await statementOf(db, caseId, today)
  const fileId = await keepBankFile(db, { name: 'demonstration.csv', bytes: Buffer.from(JSON.stringify(statement)), statement }, act)
  done(await takeInFile(db, { fileId, on: today, by: act }))
  await setAside(db, `DEMO-${today}-4`, daysAfter(-110, today))
}

/** One sum came long ago, was set aside, and is due to be looked at. */
async function setAside(db: Database, entryRef: string, on: CalendarDate): Promise<void> {
  const entry = (await entriesAtStage(db, 'waiting', 0)).find((each) => each.entryRef === entryRef)
  if (entry === undefined) throw new Error('The demonstration took in a sum that does not wait')
  const act = by('finance', on)
  done(await change(db, bankEntryThing, { id: entry.id, by: act }, (current) => setEntryAside(current, { reasons: 'No case names this payer, and the bank was asked who they are (demonstration).', by: named(act), on })))
}

/** One payment that names its penalty, one that names nothing, a fee, and one that the bank booked months ago. */
async function statementOf(db: Database, caseId: string, today: CalendarDate): Promise<ReadStatement> {
  const found = await readCase(db, caseId)
  const entry = (number: number, payer: string, remittance: string) => ({ entryRef: `DEMO-${today}-${number}`, bookedOn: today, direction: 'in' as const, payer, payerAccount: null, remittance })
  return {
    format: 'csv', statementId: `DEMO-${today}`, account: 'GB00 DEMO 0000 0000 0000 00', openingPence: noPence, closingPence: null,
    rows: [
      { row: 1, entry: { ...entry(1, 'IZMISLEN I (DEMO)', `civil penalty ${found?.reference.replaceAll('-', ' ') ?? ''} D1`), amountPence: pounds(1500) } },
      { row: 2, entry: { ...entry(2, 'SOMEBODY INVENTED', 'fine'), amountPence: pounds(321.5) } },
      { row: 3, entry: { ...entry(3, 'INVENTED BANK', 'Account fee'), direction: 'out', amountPence: pounds(12) } },
      { row: 4, entry: { ...entry(4, 'NOBODY INVENTED', 'transport'), bookedOn: daysAfter(-120, today), amountPence: pounds(75) } },
    ],
  }
}

import { isRefused, type Decision } from '#platform/decisions'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import { addPence, type By, type CalendarDate, type Pence } from '#values'
import { importedCasesPerSweep } from '../limits.ts'
import { moneyOfPenalties, type Money } from '../payment/money.store.ts'
import { named } from '../penalty/penalty.ts'
import { bringCase } from './bring-case.store.ts'
import { agreeImport, endImport, type ImportBatch, type ImportEvent } from './import-batch.ts'
import { contentOf, importedAlready, importedLines, importThing, importsUnderWay, standingsOfImported } from './import-batch.store.ts'
import { judgeOldRows, type JudgedRow } from './judge-old-rows.ts'
import { totalsOf, type Totals } from './reconcile.ts'

/** The file judged as it stands now. What came in before counts as in: the rows of a run that broke off are not brought twice. */
export async function judgeImport(db: Database, batch: ImportBatch, today: CalendarDate) {
  const text = await contentOf(db, batch.id)
  const own = new Set((await importedLines(db, batch.id)).map(({ line }) => line))
  const first = judgeOldRows(text, { today, imported: new Set() })
  const references = first.rows.filter(({ line }) => !own.has(line)).map(({ reference }) => reference)
  const imported = await importedAlready(db, references)
  return { ...(imported.size === 0 ? first : judgeOldRows(text, { today, imported })), own }
}

export interface Agreeing {
  readonly because: string
  readonly today: CalendarDate
  readonly by: By
}

/** Says that a file may come in. Its cases follow by themselves. */
export async function agreeImportOf(db: Database, batchId: string, { because, today, by }: Agreeing): Promise<Decision<ImportEvent>> {
  return change(db, importThing, { id: batchId, by }, (batch) => agreeImport(batch, { by: named(by), role: by.role, on: today, because }))
}

/**
 * Brings in the next cases of what was agreed to, each in the name of whoever agreed. What broke off is taken up where it stopped.
 * Answers whether there are more.
 */
export async function bringAgreed(db: Database, clock: Clock): Promise<boolean> {
  const [batch] = await importsUnderWay(db)
  if (batch === undefined || batch.agreed === null) return false
  const { by: { officerId, name }, role, on, because } = batch.agreed
  await bringNext(db, batch, { today: on, by: { officerId, name, role, site: 'centre', at: clock.now(), reason: because } })
  return (await importsUnderWay(db)).length > 0
}

/** The next cases whose rows have nothing wrong with them, each whole; with the last of them the file says how many. */
async function bringNext(db: Database, batch: ImportBatch, act: { readonly today: CalendarDate; readonly by: By }): Promise<void> {
  const { rows, own } = await judgeImport(db, batch, act.today)
  const good = rows.flatMap(({ line, row, problems }) => (row !== undefined && problems.length === 0 && !own.has(line) ? [{ line, row }] : []))
  const cases = [...Map.groupBy(good, ({ row }) => row.old_reference).values()]
  for (const lines of cases.slice(0, importedCasesPerSweep)) await bringCase(db, batch, lines, act)
  if (cases.length > importedCasesPerSweep) return
  const inNow = await importedLines(db, batch.id)
  const run = { by: named(act.by), on: act.today, cases: new Set(inNow.map(({ caseId }) => caseId)).size, penalties: inNow.length, leftOut: rows.length - inNow.length }
  const ended = await change(db, importThing, { id: batch.id, by: act.by }, (current) => endImport(current, run))
  if (isRefused(ended)) throw new Error(`The file ${batch.id} is in and could not be ended: ${ended.refused}`)
}

/** What stands in Juxta for the lines of a file, from the rows and the ledger and not from the file. */
export async function totalsInJuxta(db: Database, batchId: string): Promise<Totals> {
  const lines = await importedLines(db, batchId)
  const money = [...(await moneyOfPenalties(db, lines.map(({ penaltyId }) => penaltyId))).values()]
  const sum = (of: keyof Money): Pence => addPence(...money.map((each) => each[of]))
  return {
    ...(await standingsOfImported(db, batchId)),
    cases: new Set(lines.map(({ caseId }) => caseId)).size,
    penalties: lines.length,
    issuedPence: sum('issuedPence'), takenOffPence: sum('takenOffPence'), collectedPence: sum('collectedPence'), writtenOffPence: sum('writtenOffPence'), owedPence: sum('owedPence'),
  }
}

/** What the file says of the lines that came in. */
export function totalsInFile(rows: readonly JudgedRow[], lines: ReadonlySet<number>): Totals {
  return totalsOf(rows.flatMap(({ line, row }) => (row !== undefined && lines.has(line) ? [row] : [])))
}

import { announce, isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import { settledId } from '#platform/identity'
import { addPence, subtractPence, type By, type CalendarDate, type Pence } from '#values'
import { caseFacts } from '../case/case-from-detection.ts'
import { caseThing, readCase } from '../case/case.store.ts'
import { closeCaseOf } from '../case/close-case.store.ts'
import { openCaseOf } from '../case/open-case.store.ts'
import { postDebt, postReduction } from '../payment/debt.store.ts'
import { moneyOfPenalties, type Money } from '../payment/money.store.ts'
import { settleIfPaid } from '../payment/settle-if-paid.store.ts'
import { takePayment } from '../payment/take-payment.store.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { penaltyThing } from '../penalty/penalty.store.ts'
import { addPersonTo } from '../person/person-acts.store.ts'
import { readPerson } from '../person/person.store.ts'
import { mayLetIn, type ImportBatch, type ImportEvent } from './import-batch.ts'
import { contentOf, importedAlready, importedLines, importThing, noteImported, readImport } from './import-batch.store.ts'
import { importPenalty, nothingFound, oldIdentity, oldIncident } from './imported-penalty.ts'
import { judgeOldRows, type JudgedRow } from './judge-old-rows.ts'
import { issuedOf, type OldRow } from './old-row.ts'
import { totalsOf, type Totals } from './reconcile.ts'

interface Line {
  readonly line: number
  readonly row: OldRow
}

/** The file judged as it stands now. What came in before counts as in: the rows of a run that broke off are not brought twice. */
export async function judgeImport(db: Database, batch: ImportBatch, today: CalendarDate) {
  const text = await contentOf(db, batch.id)
  const own = new Set((await importedLines(db, batch.id)).map(({ line }) => line))
  const first = judgeOldRows(text, { today, imported: new Set() })
  const references = first.rows.filter(({ line }) => !own.has(line)).map(({ reference }) => reference)
  return { ...judgeOldRows(text, { today, imported: await importedAlready(db, references) }), own }
}

/**
 * Brings in every case whose rows have nothing wrong with them. A run that breaks off is taken up again where it stopped. Another officer
 * than the one who brought the file.
 */
export async function letInImport(db: Database, batchId: string, { today, by }: { readonly today: CalendarDate; readonly by: By }): Promise<Decision<ImportEvent>> {
  const batch = await readImport(db, batchId)
  const allowed = mayLetIn(batch, by.officerId)
  if (batch === undefined || isRefused(allowed)) return allowed
  const { rows, own } = await judgeImport(db, batch, today)
  const good = rows.flatMap(({ line, row, problems }) => (row !== undefined && problems.length === 0 && !own.has(line) ? [{ line, row }] : []))
  for (const lines of Map.groupBy(good, ({ row }) => row.old_reference).values()) await bringCase(db, batch, lines, { today, by })
  const inNow = await importedLines(db, batchId)
  const run = { by: named(by), on: today, cases: new Set(inNow.map(({ caseId }) => caseId)).size, penalties: inNow.length, leftOut: rows.length - inNow.length }
  return change(db, importThing, { id: batchId, by }, (current) => {
    const still = mayLetIn(current, by.officerId)
    return isRefused(still) ? still : announce({ type: 'import-let-in', run })
  })
}

interface Bringing {
  readonly today: CalendarDate
  readonly by: By
}

/**
 * Each step is one that can be taken again: what a run that broke off has written is found by its settled id, and is not written twice.
 * The lines are noted last, so that a case of which a part is missing is not taken for one that is in.
 */
async function bringCase(db: Database, batch: ImportBatch, lines: readonly Line[], { today, by }: Bringing): Promise<void> {
  const [first] = lines
  if (first === undefined) return
  const caseId = settledId('import', batch.id, first.row.old_reference)
  done(await openCaseOf(db, { ...caseFacts(caseId, null, oldIncident(first.row, batch.source)), imported: true }, { by, today }))
  const brought: (Line & { readonly penaltyId: string })[] = []
  for (const { line, row } of lines) brought.push({ line, row, penaltyId: await bringPenalty(db, { batch, caseId, line, row }, { today, by }) })
  await followCase(db, caseId, brought.map(({ penaltyId }) => penaltyId), by)
  for (const { penaltyId, row } of brought) await bringMoney(db, penaltyId, row, { today, by })
  await closeCaseOf(db, { caseId, by, closedOn: today })
  await db.transaction().execute(async (tx) => {
    for (const { penaltyId, line, row } of brought) await noteImported(tx, batch.id, row.old_reference, { penaltyId, caseId, line })
  })
}

interface BroughtRow extends Line {
  readonly batch: ImportBatch
  readonly caseId: string
}

async function bringPenalty(db: Database, { batch, caseId, line, row }: BroughtRow, { today, by }: Bringing): Promise<string> {
  const settled = (part: string) => settledId('import', batch.id, String(line), part)
  const [personId, penaltyId] = [settled('person'), settled('penalty')]
  if ((await readPerson(db, personId)) === undefined) {
    done(await addPersonTo(db, caseId, { personId, partyId: personId, capacity: row.capacity, identity: oldIdentity(row, batch.source), facts: nothingFound }, by))
  }
  const [found, person] = [await readCase(db, caseId), await readPerson(db, personId)]
  if (found === undefined || person === undefined) throw new Error(`Case ${caseId} was not brought in`)
  const from = { source: batch.source, penaltyId, documentId: settled('notice'), letInBy: named(by), on: today }
  done(await change(db, penaltyThing, { id: penaltyId, by }, (penalty) => (penalty === undefined ? importPenalty(row, found, person, from) : announce())))
  return penaltyId
}

/** The case takes the stage that its penalties have, and the work list its nearest day, as after any act. */
async function followCase(db: Database, caseId: string, penaltyIds: readonly string[], by: By): Promise<void> {
  const [found, [first]] = [await readCase(db, caseId), penaltyIds]
  if (found?.stage === 'open') await change(db, caseThing, { id: caseId, by }, () => announce({ type: 'assessment-proposed', section: found.incident.section, penaltyIds }))
  if (first !== undefined) done(await changePenalty(db, { penaltyId: first, by }, () => announce()))
}

/** The debt, what was taken off it, and what came in: each posted on its own day, as it would have been here. */
async function bringMoney(db: Database, penaltyId: string, row: OldRow, { today, by }: Bringing): Promise<void> {
  const issued = issuedOf(row)
  if (row.notice_on !== null) await postDebt(db, { penaltyId, amountPence: issued, on: row.notice_on, source: `imported:${penaltyId}`, by })
  if (row.taken_off_pence > 0) await postReduction(db, { penaltyId, amountPence: subtractPence(issued, row.taken_off_pence), on: row.decided_on, source: `imported-reduction:${penaltyId}`, by })
  if (row.collected_pence > 0 && row.collected_on !== null) {
    const payer = row.company || row.name
    done(await takePayment(db, { penaltyId, amountPence: row.collected_pence, receivedOn: row.collected_on, recordedOn: today, payer, method: 'bank-transfer', reference: `IMPORTED ${penaltyId}`, imported: true, by }))
  }
  await settleIfPaid(db, { penaltyId, on: today, by })
}

/** What stands in Juxta for the lines of a file, from the rows and the ledger and not from the file. */
export async function totalsInJuxta(db: Database, batchId: string): Promise<Totals> {
  const lines = await importedLines(db, batchId)
  const money = [...(await moneyOfPenalties(db, lines.map(({ penaltyId }) => penaltyId))).values()]
  const penalties = await Promise.all(lines.map(({ penaltyId }) => penaltyThing.read(db, penaltyId)))
  const sum = (of: keyof Money): Pence => addPence(...money.map((each) => each[of]))
  return {
    cases: new Set(lines.map(({ caseId }) => caseId)).size,
    penalties: lines.length,
    cancelled: penalties.filter((penalty) => penalty?.stage === 'cancelled').length,
    none: penalties.filter((penalty) => penalty?.stage === 'none').length,
    issuedPence: sum('issuedPence'), takenOffPence: sum('takenOffPence'), collectedPence: sum('collectedPence'), owedPence: sum('owedPence'),
  }
}

/** What the file says of the lines that came in. */
export function totalsInFile(rows: readonly JudgedRow[], lines: ReadonlySet<number>): Totals {
  return totalsOf(rows.flatMap(({ line, row }) => (row !== undefined && lines.has(line) ? [row] : [])))
}

/** A row that was judged good and is refused all the same is a fault of ours: the whole case stays out. */
function done<Event extends { readonly type: string }>(decision: Decision<Event>): void {
  if (isRefused(decision)) throw new Error(`A row that was judged good was refused: ${decision.refused}`)
}

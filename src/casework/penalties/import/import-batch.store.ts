import { sql } from 'kysely'
import type { Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { changeIn, type Thing } from '#platform/events'
import type { By, CalendarDate } from '#values'
import { importsShown } from '../limits.ts'
import type { Named } from '../penalty/penalty.ts'
import { bringImport, evolveImport, type ImportAgreed, type ImportBatch, type ImportBrought, type ImportEvent, type ImportRun } from './import-batch.ts'

type BatchRow = {
  id: string
  name: string
  source: string
  sha256: string
  brought_by: Named
  brought_on: CalendarDate
  agreed: ImportAgreed | null
  run: ImportRun | null
}

type Tables = {
  'penalties.import_batch': BatchRow
  'penalties.import_file': { batch_id: string; content: string }
  'penalties.imported': { penalty_id: string; batch_id: string; line: number; case_id: string; old_reference: string }
}

const on = (db: Database) => db.withTables<Tables>()

export const importThing: Thing<ImportBatch, ImportEvent> = { name: 'import', evolve: evolveImport, read: readImport, save: saveImport }

export async function readImport(db: Database, id: string): Promise<ImportBatch | undefined> {
  const row = await on(db).selectFrom('penalties.import_batch').selectAll().where('id', '=', id).executeTakeFirst()
  return row && batchOf(row)
}

export async function recentImports(db: Database): Promise<readonly ImportBatch[]> {
  const rows = await on(db).selectFrom('penalties.import_batch').selectAll().orderBy('brought_on', 'desc').orderBy('id', 'desc').limit(importsShown).execute()
  return rows.map(batchOf)
}

/** Files that somebody let in and that are not in to their end. */
export async function importsUnderWay(db: Database): Promise<readonly ImportBatch[]> {
  const rows = await on(db).selectFrom('penalties.import_batch').selectAll().where('agreed', 'is not', null).where('run', 'is', null).orderBy('id').execute()
  return rows.map(batchOf)
}

export async function contentOf(db: Database, batchId: string): Promise<string> {
  const { content } = await on(db).selectFrom('penalties.import_file').select('content').where('batch_id', '=', batchId).executeTakeFirstOrThrow()
  return content
}

/** Keeps the file with its bytes' hash: the same file is brought once. */
export async function bringImportOf(db: Database, brought: Omit<ImportBrought, 'type' | 'under'>, content: string, by: By): Promise<Decision<ImportEvent>> {
  return db.transaction().execute(async (tx) => {
    const same = await on(tx).selectFrom('penalties.import_batch').selectAll().where('sha256', '=', brought.sha256).executeTakeFirst()
    if (same === undefined) await on(tx).insertInto('penalties.import_file').values({ batch_id: brought.batchId, content }).execute()
    return changeIn(tx, importThing, { id: brought.batchId, by }, () => bringImport(same && batchOf(same), brought))
  })
}

/** Which of these old references are in already. */
export async function importedAlready(db: Database, references: readonly string[]): Promise<ReadonlySet<string>> {
  if (references.length === 0) return new Set()
  const rows = await on(db).selectFrom('penalties.imported').select('old_reference').distinct().where('old_reference', 'in', references).execute()
  return new Set(rows.map((row) => row.old_reference))
}

export interface ImportedLine {
  readonly penaltyId: string
  readonly caseId: string
  readonly line: number
  readonly reference: string
}

export async function noteImported(tx: Database, batchId: string, oldReference: string, { penaltyId, caseId, line }: Omit<ImportedLine, 'reference'>): Promise<void> {
  await on(tx).insertInto('penalties.imported').values({ penalty_id: penaltyId, batch_id: batchId, line, case_id: caseId, old_reference: oldReference }).execute()
}

/** What each line of the file became. */
export async function importedLines(db: Database, batchId: string): Promise<readonly ImportedLine[]> {
  const { rows } = await sql<ImportedLine>`
    select i.penalty_id as "penaltyId", i.case_id as "caseId", i.line, c.reference
    from penalties.imported i join penalties.case c on c.id = i.case_id where i.batch_id = ${batchId} order by i.line`.execute(db)
  return rows
}

/** What stands in our own tables for the lines of a file, beside the money. */
export interface ImportedStandings {
  readonly cancelled: number
  readonly none: number
  readonly openAppeals: number
  readonly plans: number
}

export async function standingsOfImported(db: Database, batchId: string): Promise<ImportedStandings> {
  const { rows: [row] } = await sql<ImportedStandings>`
    select count(*) filter (where p.stage = 'cancelled') as cancelled, count(*) filter (where p.stage = 'none') as none,
      count(*) filter (where exists (select from penalties.appeal a where a.penalty_id = p.id and a.conclusion is null)) as "openAppeals",
      count(*) filter (where exists (select from ledger.instalment_plan l where l.penalty_id = p.id and l.ended is null)) as plans
    from penalties.imported i join penalties.penalty p on p.id = i.penalty_id where i.batch_id = ${batchId}`.execute(db)
  return row ?? { cancelled: 0, none: 0, openAppeals: 0, plans: 0 }
}

async function saveImport(tx: Database, _id: string, state: ImportBatch): Promise<void> {
  const row = {
    id: state.id,
    name: state.name,
    source: state.source,
    sha256: state.sha256,
    brought_by: asJson(state.broughtBy),
    brought_on: state.broughtOn,
    agreed: asJson(state.agreed),
    run: asJson(state.run),
  }
  await on(tx).insertInto('penalties.import_batch').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function batchOf({ id, name, source, sha256, agreed, run, brought_by, brought_on }: BatchRow): ImportBatch {
  return { id, name, source, sha256, agreed, run, broughtBy: brought_by, broughtOn: brought_on }
}

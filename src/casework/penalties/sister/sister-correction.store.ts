import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate } from '#values'
import { evolveSisters, type SisterCorrection, type SisterEvent } from './sister-correction.ts'

type SisterRow = {
  id: string
  origin_id: string
  case_id: string
  cause: SisterCorrection['cause']
  kind: SisterCorrection['kind']
  reasons: string
  items: SisterCorrection['items']
  proposed_by: SisterCorrection['proposedBy']
  proposed_on: CalendarDate
  answer: SisterCorrection['answer']
  results: SisterCorrection['results']
}

const on = (db: Database) => db.withTables<{ 'penalties.sister_correction': SisterRow }>()

export const sisterThing: Thing<SisterCorrection, SisterEvent> = { name: 'sister-correction', evolve: evolveSisters, read: readSisters, save: saveSisters }

export async function readSisters(db: Database, id: string): Promise<SisterCorrection | undefined> {
  const row = await on(db).selectFrom('penalties.sister_correction').selectAll().where('id', '=', id).executeTakeFirst()
  return row && correctionOf(row)
}

/** The latest first. */
export async function correctionsFrom(db: Database, originId: string): Promise<readonly SisterCorrection[]> {
  const rows = await on(db).selectFrom('penalties.sister_correction').selectAll().where('origin_id', '=', originId).orderBy('id', 'desc').execute()
  return rows.map(correctionOf)
}

async function saveSisters(tx: Database, _id: string, { id, originId, caseId, cause, kind, reasons, items, proposedBy, proposedOn, answer, results }: SisterCorrection): Promise<void> {
  const row = {
    id, cause, kind, reasons, origin_id: originId, case_id: caseId, items: asJson(items), proposed_by: asJson(proposedBy), proposed_on: proposedOn,
    answer: asJson(answer), results: asJson(results),
  }
  await on(tx).insertInto('penalties.sister_correction').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function correctionOf({ origin_id, case_id, proposed_by, proposed_on, ...row }: SisterRow): SisterCorrection {
  return { ...row, originId: origin_id, caseId: case_id, proposedBy: proposed_by, proposedOn: proposed_on }
}

import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { Instant, Plate, Port, Site } from '#values'
import { evolveCorrection, type Correction, type PlateCorrected, type WrittenAs } from './correction.ts'

interface CorrectionRow {
  id: string
  site: Site
  crossing_id: string
  true_plate: Plate
  reads: readonly WrittenAs[]
  corrected_by: string
  corrected_at: Instant
}

type CorrectionTables = { 'arrivals.plate_correction': CorrectionRow }

const on = (db: Database) => db.withTables<CorrectionTables>()

export const plateCorrection: Thing<Correction, PlateCorrected> = {
  name: 'plate-correction',
  evolve: evolveCorrection,
  read: async (db, id) => {
    const row = await on(db).selectFrom('arrivals.plate_correction').selectAll().where('id', '=', id).executeTakeFirst()
    return row && correctionOf(row)
  },
  save: async (tx, _id, { id, site, crossingId, truePlate, reads, correctedBy, correctedAt }) => {
    const row = { id, site, crossing_id: crossingId, true_plate: truePlate, corrected_by: correctedBy, corrected_at: correctedAt, reads: sql<readonly WrittenAs[]>`${JSON.stringify(reads)}::jsonb` }
    await on(tx).insertInto('arrivals.plate_correction').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

export async function correctionsOfCrossing(db: Database, crossingId: string): Promise<readonly Correction[]> {
  return (await on(db).selectFrom('arrivals.plate_correction').selectAll().where('crossing_id', '=', crossingId).execute()).map(correctionOf)
}

/** Corrections of a port that were made by then: forgotten with the reads they are about. */
export async function deleteCorrections(tx: Database, port: Port, before: Instant, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from arrivals.plate_correction where id in (
      select id from arrivals.plate_correction where site = ${port} and corrected_at <= ${before} order by corrected_at limit ${most}
    ) returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

function correctionOf(row: CorrectionRow): Correction {
  const { id, site, reads } = row
  return { id, site, reads, crossingId: row.crossing_id, truePlate: row.true_plate, correctedBy: row.corrected_by, correctedAt: row.corrected_at }
}

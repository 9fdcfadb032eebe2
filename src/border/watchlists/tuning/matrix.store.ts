import { sql } from 'kysely'
import type { Instant, Port, Site } from '#values'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { ConfusionCounts } from '../reading-errors/confusion-counts.ts'
import { evolveMatrix, type Matrix, type MatrixEvent } from './matrix.ts'

interface MatrixRow {
  id: string
  site: Site
  version: number
  port: Port | null
  camera: string | null
  counts: ConfusionCounts
  status: Matrix['status']
  put_in_force_by: string
  put_in_force_at: Instant
  taken_out_by: string | null
}

type MatrixTables = { 'watchlists.error_matrix': MatrixRow }

const on = (db: Database) => db.withTables<MatrixTables>()

export const errorMatrix: Thing<Matrix, MatrixEvent> = {
  name: 'error-matrix',
  evolve: evolveMatrix,
  read: readMatrix,
  save: async (tx, _id, matrix) => {
    const row = { ...rowOf(matrix), counts: sql<ConfusionCounts>`${JSON.stringify(matrix.counts)}::jsonb` }
    await on(tx).insertInto('watchlists.error_matrix').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

export async function readMatrix(db: Database, id: string): Promise<Matrix | undefined> {
  const row = await on(db).selectFrom('watchlists.error_matrix').selectAll().where('id', '=', id).executeTakeFirst()
  return row && matrixOf(row)
}

/** Every matrix that was ever in force, the newest first: a handful, because each is a person's act. */
export async function allMatrices(db: Database): Promise<readonly Matrix[]> {
  return (await on(db).selectFrom('watchlists.error_matrix').selectAll().orderBy('version', 'desc').execute()).map(matrixOf)
}

function matrixOf(row: MatrixRow): Matrix {
  const { id, site, version, port, camera, counts, status } = row
  return { id, site, version, port, camera, counts, status, putInForceBy: row.put_in_force_by, putInForceAt: row.put_in_force_at, takenOutBy: row.taken_out_by }
}

function rowOf({ id, site, version, port, camera, counts, status, putInForceBy, putInForceAt, takenOutBy }: Matrix): MatrixRow {
  return { id, site, version, port, camera, counts, status, put_in_force_by: putInForceBy, put_in_force_at: putInForceAt, taken_out_by: takenOutBy }
}

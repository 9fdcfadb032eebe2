import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Plate, Port } from '#values'
import type { ListedPlate } from '../match-set/evidence.ts'
import { correctionsCounted, sampledEntries, sampledPassing } from './limits.ts'
import type { Whose } from './matrix.ts'

/** Plates that passed lately, newest first, at all ports whose rows have arrived here. */
export async function platesPassedLately(db: Database): Promise<readonly Plate[]> {
  const { rows } = await sql<{ plate: Plate }>`select plate from watchlists.passing_plate order by id desc limit ${sampledPassing}`.execute(db)
  return rows.map(({ plate }) => plate)
}

/** How many plates passed in a stretch of time. */
export async function countPassed(db: Database, since: Instant, until: Instant): Promise<number> {
  const { rows: [row] } = await sql<{ passed: number }>`select count(*) as passed from watchlists.passing_plate where seen_at >= ${since} and seen_at < ${until}`.execute(db)
  return Number(row?.passed ?? 0)
}

/** Entries of a list that stand, as many as an estimate looks at, spread evenly by their id, and how many there are. */
export async function sampleOfList(db: Database, listId: string): Promise<{ readonly sample: readonly ListedPlate[]; readonly listed: number }> {
  const { rows } = await sql<{ id: string; plate: Plate; country: string | null; listed: number }>`
    select id, plate, country, count(*) over () as listed from watchlists.entry
    where list_id = ${listId} and status = 'active' and plate !~ '[#*]'
    order by md5(id::text) limit ${sampledEntries}`.execute(db)
  return { sample: rows.map(({ id, plate, country }) => ({ entryId: id, plate, country })), listed: Number(rows[0]?.listed ?? 0) }
}

/** A plate of which a person has said what it was. */
export interface PlateTruth {
  readonly site: Port
  readonly cameraId: string
  readonly readAs: Plate
  readonly truth: Plate
}

/** What officers have said of reads by a camera, at a port, or at all, the newest first. */
export async function plateTruths(db: Database, { port, camera }: Whose): Promise<readonly PlateTruth[]> {
  const there = port === null ? sql`true` : camera === null ? sql`site = ${port}` : sql`site = ${port} and camera_id = ${camera}`
  const { rows } = await sql<{ site: Port; camera_id: string; read_as: Plate; truth: Plate }>`
    select site, camera_id, read_as, truth from watchlists.plate_truth where ${there} order by said_at desc limit ${correctionsCounted}`.execute(db)
  return rows.map(({ site, camera_id, read_as, truth }) => ({ site, cameraId: camera_id, readAs: read_as, truth }))
}

import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { hoursAfter, type Instant, type Port, type Site } from '#values'
import { answeredAtOnce, copyKeptHours } from './limits.ts'

type PictureTables = {
  'arrivals.picture_request': { id: string; site: Site; of_site: Port; sha256: string; asked_by: string; asked_at: Instant }
  'arrivals.picture_copy': { id: string; site: Site; sha256: string; bytes: Buffer | null; answered_at: Instant }
}

const on = (db: Database) => db.withTables<PictureTables>()

export interface Asking {
  readonly site: Site
  readonly ofSite: Port
  readonly names: readonly string[]
  readonly by: string
  readonly at: Instant
}

export async function askForPictures(db: Database, { site, ofSite, names, by, at }: Asking): Promise<void> {
  if (names.length === 0) return
  await on(db).insertInto('arrivals.picture_request').values(names.map((sha256) => ({ id: newId(), site, of_site: ofSite, sha256, asked_by: by, asked_at: at }))).execute()
}

/** Pictures of this port that somebody elsewhere waits for. */
export async function picturesWanted(db: Database, port: Port): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct sha256 from arrivals.picture_request wanted where of_site = ${port}
      and not exists (select from arrivals.picture_copy sent where sent.sha256 = wanted.sha256 and sent.answered_at >= wanted.asked_at) limit ${answeredAtOnce}`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}

/** The picture's bytes, or nothing where the port no longer has it: that is an answer too. */
export async function answerRequest(db: Database, port: Port, sha256: string, bytes: Buffer | undefined): Promise<void> {
  await sql`insert into arrivals.picture_copy (id, site, sha256, bytes, answered_at)
    select ${newId()}, ${port}, ${sha256}, ${bytes ?? null}, greatest(clock_timestamp(), max(asked_at)) from arrivals.picture_request where sha256 = ${sha256}`.execute(db)
}

/** What was asked and sent long ago, at the site that wrote it; the links take it from the others. */
export async function forgetCopies(db: Database, site: Site, now: Instant): Promise<void> {
  const edge = hoursAfter(-copyKeptHours, now)
  await on(db).deleteFrom('arrivals.picture_copy').where('site', '=', site).where('answered_at', '<', edge).execute()
  await on(db).deleteFrom('arrivals.picture_request').where('site', '=', site).where('asked_at', '<', edge).execute()
}

export async function copyOf(db: Database, sha256: string): Promise<Buffer | undefined> {
  const row = await on(db).selectFrom('arrivals.picture_copy').select('bytes').where('sha256', '=', sha256).orderBy('answered_at', 'desc').limit(1).executeTakeFirst()
  return row?.bytes ?? undefined
}

/** How far a picture of another site has come: when it was asked for, and whether the answer held it. */
export interface Fetching {
  readonly askedAt: Instant | null
  readonly answered: 'no' | 'with-picture' | 'without'
}

export async function fetchingOf(db: Database, names: readonly string[]): Promise<ReadonlyMap<string, Fetching>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ sha256: string; asked_at: Instant | null; answered: Fetching['answered'] }>`
    select wanted.sha256, (select max(asked_at) from arrivals.picture_request where sha256 = wanted.sha256) as asked_at,
      coalesce((select case when bytes is null then 'without' else 'with-picture' end from arrivals.picture_copy where sha256 = wanted.sha256 order by answered_at desc limit 1), 'no') as answered
    from unnest(${[...new Set(names)]}::text[]) as wanted (sha256)`.execute(db)
  return new Map(rows.map(({ sha256, asked_at, answered }) => [sha256, { askedAt: asked_at, answered }]))
}

import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant } from '#values'

/** One of the keys we sign with. */
export interface OwnKey {
  readonly number: number
  readonly since: Instant
  /** Since when it is our key; null while partners are being told that it will be. */
  readonly shownAt: Instant | null
}

/** The newest first; none before the first message was signed. */
export async function allOwnKeys(db: Database): Promise<readonly OwnKey[]> {
  const { rows } = await sql<OwnKey>`select number, since, shown_at as "shownAt" from release.own_key order by number desc`.execute(db)
  return rows
}

export async function addOwnKey(db: Database, { number, since, shownAt }: OwnKey): Promise<void> {
  await sql`insert into release.own_key (number, since, shown_at) values (${number}, ${since}, ${shownAt}) on conflict (number) do nothing`.execute(db)
}

export async function showOwnKey(db: Database, number: number, at: Instant): Promise<void> {
  await sql`update release.own_key set shown_at = ${at} where number = ${number} and shown_at is null`.execute(db)
}

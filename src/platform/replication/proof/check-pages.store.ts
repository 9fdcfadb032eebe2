import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { hoursAfter, type Instant, type Site } from '#values'
import { auditAfterHours, auditsPerRound, checksPerRound } from '../limits.ts'
import { publicationName, hub } from '../publications.ts'
import type { ReplicatedTable, Stream } from '../replicated-table.ts'
import { columnsOf, digestOf, type Digest } from './digest.store.ts'
import type { RangeKey } from './range.ts'
import { receivedTables } from './received-tables.ts'

export type Verdict = 'to-check' | 'proven' | 'missing' | 'doubled' | 'altered'

export interface Checking {
  readonly here: Site
  readonly tables: readonly ReplicatedTable[]
  readonly keys: ReadonlyMap<string, RangeKey>
  readonly now: Instant
}

interface Lane {
  readonly site: Site
  readonly lane: Stream
  readonly incarnation: number
}

/**
 * One round of comparing: takes up the pages that have arrived, in the order of their numbers and never across a gap, then
 * compares ranges with what they say, and last writes down what came of it. Each writes in a moment of its own, because
 * whoever makes a place in this site's log waits for every transaction that has written (a port that joins does, for each table).
 */
export async function checkPages(db: Database, checking: Checking): Promise<void> {
  const copying = await beingCopied(db)
  for (const lane of await lanesHeard(db, checking.here)) if (!copying.has(subscriptionOf(checking.here, lane))) await readOn(db, lane, checking)
  await keepVerdicts(db, await compareAll(db, checking), checking.now)
}

async function lanesHeard(tx: Database, here: Site): Promise<readonly Lane[]> {
  const { rows } = await sql<Lane>`select site, stream as lane, incarnation from platform.heartbeat where site <> ${here} order by site, stream`.execute(tx)
  return rows
}

/** While tables are copied they come each by itself, and no order holds between them. */
async function beingCopied(tx: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select distinct s.subname as name from pg_subscription s join pg_subscription_rel r on r.srsubid = s.oid
    where s.subdbid = (select oid from pg_database where datname = current_database()) and r.srsubstate <> 'r'
  `.execute(tx)
  return new Set(rows.map(({ name }) => name))
}

function subscriptionOf(here: Site, { site, lane }: Lane): string {
  return publicationName(here === hub ? site : hub, here, lane)
}

interface Pages {
  /** The last page that was taken up. */
  readonly read: number
  /** How far the numbers go without a gap, and the newest there is. */
  readonly to: number
  readonly newest: number
}

async function pagesOf(tx: Database, { site, lane, incarnation }: Lane): Promise<Pages | undefined> {
  const { rows } = await sql<Pages>`
    with here as (
      select number, number - row_number() over (order by number) as island from platform.proof_page
      where site = ${site} and lane = ${lane} and incarnation = ${incarnation}
        and number > coalesce((select number from platform.proof_read where site = ${site} and lane = ${lane} and incarnation = ${incarnation}), 0)
    ), place as (
      select coalesce((select number from platform.proof_read where site = ${site} and lane = ${lane} and incarnation = ${incarnation}), (select min(number) from here) - 1, 0) as read
    )
    select read, coalesce((select max(number) from here where island = place.read), read) as to, coalesce((select max(number) from here), read) as newest from place
  `.execute(tx)
  return rows[0]
}

/** Takes up what pages claim, as far as their numbers go without a gap. */
async function readOn(db: Database, lane: Lane, { here, tables }: Checking): Promise<void> {
  const pages = await pagesOf(db, lane)
  if (pages === undefined || pages.to === pages.read) return
  const received = receivedTables(here, lane.site, tables).filter(({ stream }) => stream === lane.lane).map(({ table }) => table)
  await db.transaction().execute((tx) => takeUp(tx, { ...lane, ...pages }, received))
}

type Stretch = Lane & Pages

async function takeUp(tx: Database, { site, lane, incarnation, read, to }: Stretch, received: readonly string[]): Promise<void> {
  const stretch = sql`site = ${site} and lane = ${lane} and incarnation = ${incarnation} and number > ${read} and number <= ${to}`
  await sql`
    insert into platform.proof_found (site, of_table, range, lane, incarnation, page, columns, rows_there, digest_there, verdict)
    select distinct on (said.key, (counted ->> 0)::bigint)
      site, said.key, (counted ->> 0)::bigint, lane, incarnation, number,
      array(select jsonb_array_elements_text(said.value -> 'columns')), (counted ->> 1)::bigint, counted ->> 2, 'to-check'
    from platform.proof_page, jsonb_each(claims) said, jsonb_array_elements(said.value -> 'ranges') counted
    where ${stretch} and said.key = any(${[...received]})
    order by said.key, (counted ->> 0)::bigint, number desc
    on conflict (site, of_table, range) do update set
      lane = excluded.lane, incarnation = excluded.incarnation, page = excluded.page, columns = excluded.columns,
      rows_there = excluded.rows_there, digest_there = excluded.digest_there, rows_here = null, verdict = 'to-check', checked_at = null
  `.execute(tx)
  await sql`
    insert into platform.proof_read (site, lane, incarnation, number, at)
    select ${site}, ${lane}, ${incarnation}, ${to}, max(at) from platform.proof_page where ${stretch}
    on conflict (site, lane) do update set incarnation = excluded.incarnation, number = excluded.number, at = excluded.at
  `.execute(tx)
}

interface Found {
  readonly table: string
  readonly range: number
  readonly page: number
  readonly columns: readonly string[]
  readonly rowsThere: number
  readonly digestThere: string
}

interface Compared extends Pick<Found, 'table' | 'range' | 'page'> {
  readonly site: Site
  readonly rows: number
  readonly verdict: Verdict
}

interface Snapshot extends Checking {
  readonly tx: Database
  /** Of the tables met so far. */
  readonly ownColumns: Map<string, ReadonlySet<string>>
}

/** On one snapshot, because a page, the touches it took away and the rows it speaks of arrive together: where a page is still unread, it may have taken touches away. */
async function compareAll(db: Database, checking: Checking): Promise<readonly Compared[]> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const snapshot: Snapshot = { ...checking, tx, ownColumns: new Map() }
    const copying = await beingCopied(tx)
    const compared: Compared[] = []
    for (const lane of await lanesHeard(tx, checking.here)) {
      const pages = copying.has(subscriptionOf(checking.here, lane)) ? undefined : await pagesOf(tx, lane)
      if (pages?.read === pages?.newest && pages !== undefined) compared.push(...await compareLane(snapshot, lane))
    }
    return compared
  })
}

/** A range with a touch left has been written to since its page; the next page will speak of it. */
async function compareLane(snapshot: Snapshot, { site, lane }: Lane): Promise<readonly Compared[]> {
  const { tx, now } = snapshot
  const { rows } = await sql<Found>`
    (select of_table as table, range, page, columns, rows_there as "rowsThere", digest_there as "digestThere" from platform.proof_found f
     where site = ${site} and lane = ${lane} and verdict <> 'proven' and ${untouched}
     order by checked_at nulls first, page limit ${checksPerRound})
    union all
    (select of_table, range, page, columns, rows_there, digest_there from platform.proof_found f
     where site = ${site} and lane = ${lane} and verdict = 'proven' and checked_at < ${hoursAfter(-auditAfterHours, now)} and ${untouched}
     order by checked_at limit ${auditsPerRound})
  `.execute(tx)
  const compared: Compared[] = []
  for (const found of rows) compared.push(...await compareOne(snapshot, site, found))
  return compared
}

const untouched = sql<boolean>`not exists (select from platform.proof_touch t where t.site = f.site and t.of_table = f.of_table and t.range = f.range)`

/** A column that is there and not here yet is an alarm of its own; until it has come, nothing can be compared. */
async function compareOne(snapshot: Snapshot, site: Site, found: Found): Promise<readonly Compared[]> {
  const { table, range, page, columns } = found
  const key = snapshot.keys.get(table)
  const own = await ownColumnsOf(snapshot, table)
  if (key === undefined || columns.some((column) => !own.has(column))) return []
  const here = await digestOf(snapshot.tx, { site, table, range, key }, columns)
  return [{ site, table, range, page, rows: here.rows, verdict: verdictOf(found, here) }]
}

async function ownColumnsOf({ tx, ownColumns }: Snapshot, table: string): Promise<ReadonlySet<string>> {
  const own = ownColumns.get(table) ?? new Set(await columnsOf(tx, table))
  ownColumns.set(table, own)
  return own
}

function verdictOf({ rowsThere, digestThere }: Found, { rows, digest }: Digest): Verdict {
  if (rows < rowsThere) return 'missing'
  if (rows > rowsThere) return 'doubled'
  return digest === digestThere ? 'proven' : 'altered'
}

/** What was found of a range counts only while its page is still the last one taken up. */
async function keepVerdicts(db: Database, compared: readonly Compared[], now: Instant): Promise<void> {
  if (compared.length === 0) return
  await sql`
    update platform.proof_found f set rows_here = c.rows, verdict = c.verdict, checked_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(compared)}::jsonb) as c (site text, "table" text, range bigint, page bigint, rows bigint, verdict text)
    where f.site = c.site and f.of_table = c."table" and f.range = c.range and f.page = c.page
  `.execute(db)
}

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
 * One round of comparing: reads the pages that have arrived, in the order of their numbers and never across a gap, and
 * compares ranges with what they say. All of it on one snapshot, because a page, the touches it took away and the rows it
 * speaks of arrive together.
 */
export async function checkPages(db: Database, checking: Checking): Promise<void> {
  await db.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    for (const lane of await lanesHeard(tx, checking.here)) {
      const received = receivedTables(checking.here, lane.site, checking.tables).filter(({ stream }) => stream === lane.lane).map(({ table }) => table)
      if (await isCopying(tx, checking.here, lane)) continue
      if (await readOn(tx, lane, received)) await compare(tx, lane, checking)
    }
  })
}

async function lanesHeard(tx: Database, here: Site): Promise<readonly Lane[]> {
  const { rows } = await sql<Lane>`select site, stream as lane, incarnation from platform.heartbeat where site <> ${here} order by site, stream`.execute(tx)
  return rows
}

/** While tables are copied they come each by itself, and no order holds between them. */
async function isCopying(tx: Database, here: Site, { site, lane }: Lane): Promise<boolean> {
  const name = publicationName(here === hub ? site : hub, here, lane)
  const { rows } = await sql`
    select from pg_subscription s join pg_subscription_rel r on r.srsubid = s.oid
    where s.subname = ${name} and s.subdbid = (select oid from pg_database where datname = current_database()) and r.srsubstate <> 'r'
  `.execute(tx)
  return rows.length > 0
}

/** Takes up what pages claim, as far as their numbers go without a gap. Answers whether nothing is left unread behind. */
async function readOn(tx: Database, { site, lane, incarnation }: Lane, received: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ read: number; to: number; newest: number }>`
    with here as (
      select number, number - row_number() over (order by number) as island from platform.proof_page
      where site = ${site} and lane = ${lane} and incarnation = ${incarnation}
        and number > coalesce((select number from platform.proof_read where site = ${site} and lane = ${lane} and incarnation = ${incarnation}), 0)
    ), place as (
      select coalesce((select number from platform.proof_read where site = ${site} and lane = ${lane} and incarnation = ${incarnation}), (select min(number) from here) - 1, 0) as read
    )
    select read, coalesce((select max(number) from here where island = place.read), read) as to, coalesce((select max(number) from here), read) as newest from place
  `.execute(tx)
  const [place] = rows
  if (place === undefined) return false
  if (place.to > place.read) await takeUp(tx, { site, lane, incarnation, read: place.read, to: place.to }, received)
  return place.to === place.newest
}

interface Stretch extends Lane {
  readonly read: number
  readonly to: number
}

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
  readonly columns: readonly string[]
  readonly rowsThere: number
  readonly digestThere: string
}

/** A range with a touch left has been written to since its page; the next page will speak of it. */
async function compare(tx: Database, { site, lane }: Lane, { keys, now }: Checking): Promise<void> {
  const { rows } = await sql<Found>`
    (select of_table as table, range, columns, rows_there as "rowsThere", digest_there as "digestThere" from platform.proof_found f
     where site = ${site} and lane = ${lane} and verdict <> 'proven' and ${untouched}
     order by checked_at nulls first, page limit ${checksPerRound})
    union all
    (select of_table, range, columns, rows_there, digest_there from platform.proof_found f
     where site = ${site} and lane = ${lane} and verdict = 'proven' and checked_at < ${hoursAfter(-auditAfterHours, now)} and ${untouched}
     order by checked_at limit ${auditsPerRound})
  `.execute(tx)
  for (const found of rows) await compareOne(tx, { site, keys, now }, found)
}

const untouched = sql<boolean>`not exists (select from platform.proof_touch t where t.site = f.site and t.of_table = f.of_table and t.range = f.range)`

async function compareOne(tx: Database, { site, keys, now }: Pick<Checking, 'keys' | 'now'> & Pick<Lane, 'site'>, found: Found): Promise<void> {
  const { table, range, columns } = found
  const key = keys.get(table)
  // A column that is there and not here yet is an alarm of its own; until it has come, nothing can be compared.
  const own = new Set(await columnsOf(tx, table))
  if (key === undefined || columns.some((column) => !own.has(column))) return
  const here = await digestOf(tx, { site, table, range, key }, columns)
  await sql`
    update platform.proof_found set rows_here = ${here.rows}, verdict = ${verdictOf(found, here)}, checked_at = ${now}
    where site = ${site} and of_table = ${table} and range = ${range}
  `.execute(tx)
}

function verdictOf({ rowsThere, digestThere }: Found, { rows, digest }: Digest): Verdict {
  if (rows < rowsThere) return 'missing'
  if (rows > rowsThere) return 'doubled'
  return digest === digestThere ? 'proven' : 'altered'
}

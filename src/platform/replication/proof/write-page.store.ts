import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Site } from '#values'
import { quietMs, rangesPerPage, sealAnywayMs } from '../limits.ts'
import type { Stream } from '../replicated-table.ts'
import { columnsOf, digestOf } from './digest.store.ts'
import type { RangeKey } from './range.ts'

export interface PagePlan {
  readonly site: Site
  readonly incarnation: number
  readonly lane: Stream
  readonly keys: ReadonlyMap<string, RangeKey>
  readonly at: Instant
}

/** What a page says of a table: the columns it counted, and for each range how many rows and their digest. */
export interface TableClaims {
  readonly columns: readonly string[]
  readonly ranges: readonly (readonly [range: number, rows: number, digest: string])[]
}

export type Claims = Readonly<Record<string, TableClaims>>

interface Touched {
  readonly table: string
  readonly range: number
  /** The touches themselves, as PostgreSQL writes numbers of that length. */
  readonly numbers: readonly string[]
}

/**
 * Writes the lane's next page, and answers its number; nothing where there is nothing to say. The counting sees at least what
 * the touches stand for that are then taken away; whoever writes meanwhile leaves a touch of his own, which stays for a later
 * page. Counted is before anything is written, because whoever makes a place in the log waits for those who have written.
 */
export async function writePage(db: Database, plan: PagePlan): Promise<number | undefined> {
  const { touched, claims } = await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const touched = await dueTouches(tx, plan)
    return { touched, claims: await claimsFor(tx, plan, touched) }
  })
  if (touched.length === 0) return undefined
  return db.transaction().execute(async (tx) => {
    await takeAway(tx, plan, touched)
    return appendPage(tx, plan, claims)
  })
}

/** Ranges that have come to rest, or have waited long enough for it. */
async function dueTouches(tx: Database, { site, lane, keys }: PagePlan): Promise<readonly Touched[]> {
  const { rows } = await sql<Touched>`
    select of_table as table, range, array_agg(number) as numbers from platform.proof_touch
    where site = ${site} and lane = ${lane} and of_table = any(${[...keys.keys()]})
    group by of_table, range
    having max(at) < clock_timestamp() - ${quietMs} * interval '1 ms' or min(at) < clock_timestamp() - ${sealAnywayMs} * interval '1 ms'
    order by min(number) limit ${rangesPerPage}
  `.execute(tx)
  return rows
}

async function takeAway(tx: Database, { site, lane }: PagePlan, touched: readonly Touched[]): Promise<void> {
  await sql`delete from platform.proof_touch where site = ${site} and lane = ${lane} and number = any(${touched.flatMap(({ numbers }) => numbers)})`.execute(tx)
}

async function claimsFor(tx: Database, { site, keys }: PagePlan, touched: readonly Touched[]): Promise<Claims> {
  const claims: Record<string, TableClaims> = {}
  for (const table of new Set(touched.map((each) => each.table))) {
    const key = keys.get(table)
    if (key === undefined) continue
    const columns = await columnsOf(tx, table)
    const ranges: (readonly [number, number, string])[] = []
    for (const { range } of touched.filter((each) => each.table === table)) {
      const { rows, digest } = await digestOf(tx, { site, table, range, key }, columns)
      ranges.push([range, rows, digest])
    }
    claims[table] = { columns, ranges }
  }
  return claims
}

async function appendPage(tx: Database, { site, lane, incarnation, at }: PagePlan, claims: Claims): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into platform.proof_page (site, lane, incarnation, number, at, claims)
    select ${site}, ${lane}, ${incarnation}, coalesce(max(number), 0) + 1, ${at}, ${JSON.stringify(claims)}::jsonb
    from platform.proof_page where site = ${site} and lane = ${lane} and incarnation = ${incarnation}
    returning number
  `.execute(tx)
  return rows[0]?.number ?? 0
}

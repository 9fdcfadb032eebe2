import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Site } from '#values'
import type { Stream } from '../replicated-table.ts'
import { readRangeKeys } from './range-key.store.ts'
import { rangeInWords } from './range.ts'
import type { Verdict } from './check-pages.store.ts'

/** How far one lane of one site is proven here. */
export interface LaneProof {
  readonly site: Site
  readonly lane: Stream
  /** Every page up to this number is here, and every range they speak of holds what they say. */
  readonly provenTo: number
  readonly provenAt: Instant | null
  /** The last page that has been read, and the last one the site says it has written. */
  readonly readTo: number
  readonly writtenTo: number
  /** Numbers that ought to be here and are not. */
  readonly gapFrom: number | null
  readonly gapTo: number | null
}

/** A range that does not hold what its owner says. */
export interface BadRange {
  readonly site: Site
  readonly lane: Stream
  readonly table: string
  readonly range: number
  /** The range in words that lead to its rows. */
  readonly words: string
  readonly verdict: Exclude<Verdict, 'to-check' | 'proven'>
  readonly rowsHere: number
  readonly rowsThere: number
  readonly page: number
}

export async function readLaneProofs(db: Database, here: Site): Promise<readonly LaneProof[]> {
  const { rows } = await sql<LaneProof>`
    select h.site, h.stream as lane, h.page as "writtenTo", coalesce(r.number, 0) as "readTo",
      coalesce(least(open.page - 1, r.number), 0) as "provenTo",
      (select p.at from platform.proof_page p where p.site = h.site and p.lane = h.stream and p.incarnation = h.incarnation and p.number = least(open.page - 1, r.number)) as "provenAt",
      case when missing then coalesce(r.number, 0) + 1 end as "gapFrom",
      case when missing then coalesce(beyond.first - 1, h.page) end as "gapTo"
    from platform.heartbeat h
    left join platform.proof_read r on r.site = h.site and r.lane = h.stream and r.incarnation = h.incarnation
    left join lateral (select min(f.page) as page from platform.proof_found f where f.site = h.site and f.lane = h.stream and f.verdict <> 'proven') open on true
    left join lateral (select min(p.number) as first from platform.proof_page p where p.site = h.site and p.lane = h.stream and p.incarnation = h.incarnation and p.number > coalesce(r.number, 0)) beyond on true
    cross join lateral (
      -- Who has read nothing yet begins with the oldest page there is, whatever its number.
      select coalesce(beyond.first > r.number + 1, false) or (beyond.first is null and h.page > coalesce(r.number, 0)) as missing
    ) gap
    where h.site <> ${here}
    order by h.site, h.stream
  `.execute(db)
  return rows
}

export async function readBadRanges(db: Database, limit: number): Promise<readonly BadRange[]> {
  const { rows } = await sql<Omit<BadRange, 'words'>>`
    select site, lane, of_table as table, range, verdict, rows_here as "rowsHere", rows_there as "rowsThere", page
    from platform.proof_found where verdict in ('missing', 'doubled', 'altered')
    order by page, of_table, range limit ${limit}
  `.execute(db)
  const keys = await readRangeKeys(db, [...new Set(rows.map(({ table }) => table))])
  return rows.map((row) => ({ ...row, words: rangeInWords(keys.get(row.table)?.kind ?? 'key', row.range) }))
}

/** Has every range compared again, as if its page had just come. */
export async function proveAgain(db: Database): Promise<void> {
  await sql`update platform.proof_found set verdict = 'to-check', checked_at = null where verdict = 'proven'`.execute(db)
}

import type pg from 'pg'
import { systemClock } from '#platform/clock'
import { hoursAfter } from '#values'
import { keptAtLeastDays, rangesPerCopy } from '../limits.ts'
import { rangeAt, type RangeKey, type RangeKind } from '../proof/range.ts'
import type { PublishedTable } from '../publications.ts'
import type { LaneRepair } from './repair-link.ts'
import { setAside } from './set-aside.store.ts'

/** What the sender was like when it was read. */
export interface Snapshot {
  readonly beat: number
  /** Ranges with changes that no page speaks of yet: `site table range`. */
  readonly touched: ReadonlySet<string>
  /** The newest page of each site and incarnation, as JSON. */
  readonly pages: string
}

/** What was done, in sentences, and how many ranges differ that are being written to. */
export interface Alignment {
  readonly done: readonly string[]
  readonly waiting: number
}

interface Counted {
  readonly site: string
  readonly range: string
  readonly digest: string
}

interface Aligned {
  readonly table: string
  readonly columns: string
  readonly range: string
  readonly filter: string
  readonly primary: string
  readonly kind: RangeKind
}

/** Rows that are here and not there, or otherwise than there, are set aside; rows that are there are copied. */
export async function alignTable(lane: LaneRepair, sent: PublishedTable, snapshot: Snapshot): Promise<Alignment> {
  const { own, peer, keys, publication: { from } } = lane
  const aligned = await describe(own, sent, keys.get(sent.table) ?? { column: 'site', kind: 'key' })
  const there = await counts(peer, aligned)
  await own.query('begin')
  try {
    // Nothing may arrive between the look and the change; a hundredth of a second that nobody notices.
    await own.query(`lock table ${sent.table} in share row exclusive mode`)
    await own.query("set local session_replication_role = 'replica'")
    const { differing, waiting } = await differingRanges(lane, aligned, { there, snapshot })
    let [setAsideRows, copiedRows] = [0, 0]
    for (let from = 0; from < differing.length; from += rangesPerCopy) setAsideRows += await takeAway(lane, aligned, differing.slice(from, from + rangesPerCopy))
    for (let from = 0; from < differing.length; from += rangesPerCopy) copiedRows += await copy(lane, aligned, differing.slice(from, from + rangesPerCopy))
    await own.query('commit')
    const done = differing.length === 0 ? [] : [`${sent.table}: ${differing.length} ranges differed from ${from}; ${copiedRows} rows copied, ${setAsideRows} set aside.`]
    return { done, waiting }
  } catch (fault) {
    await own.query('rollback')
    throw fault
  }
}

async function describe(own: pg.Client, { table, filter = 'true' }: PublishedTable, { column, kind }: RangeKey): Promise<Aligned> {
  const { rows: [found] } = await own.query<{ columns: string; primary: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attname::text collate "C") as columns,
       (select string_agg(quote_ident(k.attname), ', ' order by k.attnum) from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
        where i.indrelid = $1::regclass and i.indisprimary) as primary
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [table],
  )
  return { table, filter, kind, range: `platform.range_of(${column})`, columns: found?.columns ?? '', primary: found?.primary ?? '' }
}

async function counts(client: pg.Client, { table, columns, range, filter }: Aligned): Promise<ReadonlyMap<string, Counted>> {
  const { rows } = await client.query<Counted>(
    `select site, ${range}::text as range, count(*) || ' ' || sum(hashtextextended(row(${columns})::text, 0)) as digest from ${table} where ${filter} group by 1, 2`,
  )
  return new Map(rows.map((row) => [`${row.site} ${table} ${row.range}`, row]))
}

async function differingRanges({ own, publication: { stream } }: LaneRepair, aligned: Aligned, { there, snapshot }: { readonly there: ReadonlyMap<string, Counted>; readonly snapshot: Snapshot }): Promise<{ readonly differing: readonly Counted[]; readonly waiting: number }> {
  const here = await counts(own, aligned)
  const newer = await newerHere(own, aligned.table, { stream, pages: snapshot.pages })
  const all = [...new Map([...here, ...there])].filter(([name]) => here.get(name)?.digest !== there.get(name)?.digest)
  const meant = all.filter(([, counted]) => !isForgotten(counted, aligned.kind, [here, there]))
  const quiet = meant.filter(([name]) => !snapshot.touched.has(name) && !newer.has(name))
  return { differing: quiet.map(([, counted]) => counted), waiting: meant.length - quiet.length }
}

/** Each site forgets by its own calendar, so what is older than the oldest row of either has not been lost: it was let go. */
function isForgotten({ site, range }: Counted, kind: RangeKind, ends: readonly ReadonlyMap<string, Counted>[]): boolean {
  if (kind === 'key' || Number(range) > newestForgotten(kind)) return false
  return ends.some((end) => {
    const held = [...end.values()].filter((each) => each.site === site).map((each) => Number(each.range))
    return held.length > 0 && Number(range) < Math.min(...held)
  })
}

/** Nothing is forgotten within its first days. */
function newestForgotten(kind: Exclude<RangeKind, 'key'>): number {
  return rangeAt(kind, hoursAfter(-keptAtLeastDays * 24, systemClock.now()))
}

/** Ranges of which something newer than the snapshot has come already: their turn is the next repair, should they need one. */
async function newerHere(own: pg.Client, table: string, { stream, pages }: { readonly stream: string; readonly pages: string }): Promise<ReadonlySet<string>> {
  const { rows } = await own.query<{ name: string }>(
    `select p.site || ' ' || $1 || ' ' || (counted ->> 0) as name
     from platform.proof_page p join jsonb_to_recordset($3::jsonb) as r (site text, incarnation integer, number bigint) on (r.site, r.incarnation) = (p.site, p.incarnation),
       jsonb_array_elements(p.claims -> $1 -> 'ranges') counted
     where p.lane = $2 and p.number > r.number
     union
     select site || ' ' || of_table || ' ' || range from platform.proof_touch where of_table = $1 and lane = $2`, [table, stream, pages],
  )
  return new Set(rows.map(({ name }) => name))
}

async function takeAway({ own, peer, why, byName }: LaneRepair, aligned: Aligned, ranges: readonly Counted[]): Promise<number> {
  const { table, columns, filter } = aligned
  const { rows: there } = await peer.query<{ hash: string }>(`select hashtextextended(row(${columns})::text, 0)::text as hash from ${table} where ${filter} and ${inRanges(aligned)}`, [JSON.stringify(ranges)])
  const { rows } = await own.query<{ contents: string }>(
    `delete from ${table} t where ${filter} and ${inRanges(aligned)} and hashtextextended(row(${columns})::text, 0) <> all ($2::bigint[]) returning to_jsonb(t)::text as contents`,
    [JSON.stringify(ranges), there.map(({ hash }) => hash)],
  )
  await setAside(own, table, rows.map(({ contents }) => contents), { why, byName })
  return rows.length
}

async function copy({ own, peer }: LaneRepair, aligned: Aligned, ranges: readonly Counted[]): Promise<number> {
  const { table, columns, filter, primary } = aligned
  const { rows: [there] } = await peer.query<{ rows: string }>(`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${table} t where ${filter} and ${inRanges(aligned)}`, [JSON.stringify(ranges)])
  const { rowCount } = await own.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict (${primary}) do nothing`, [there?.rows ?? '[]'],
  )
  return rowCount ?? 0
}

function inRanges({ range }: Aligned): string {
  return `(site, ${range}::text) in (select w.site, w.range from jsonb_to_recordset($1::jsonb) as w (site text, range text))`
}

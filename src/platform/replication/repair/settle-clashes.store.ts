import type pg from 'pg'
import type { PublishedTable } from '../publications.ts'
import { flows } from './flows.store.ts'
import { setAside } from './set-aside.store.ts'
import type { LaneRepair } from './repair-link.ts'

interface Pending {
  readonly site: string
  readonly table: string
  readonly range: number
}

/**
 * A row that waits to be written cannot be, because something here has its key. What the owner says holds: whatever here
 * says otherwise than rows that are still to come is set aside, and the stream goes on by itself. Should it not, somebody has
 * copied a row by hand that is equal; then those give way too. What was taken away too many comes back when the lane is aligned.
 */
export async function settleClashes(lane: LaneRepair): Promise<readonly string[]> {
  const said = await settle(lane, 'other')
  if (await flows(lane)) return said
  return [...said, ...await settle(lane, 'every')]
}

async function settle({ own, peer, publication, keys, byName, why }: LaneRepair, which: 'other' | 'every'): Promise<readonly string[]> {
  const pending = await pendingRanges(own, peer, publication.stream)
  const said: string[] = []
  for (const { table } of publication.tables.filter((each) => keys.has(each.table))) {
    const key = keys.get(table)?.column ?? 'site'
    for (const { site, range } of pending.filter((each) => each.table === table)) {
      const coming = await rowsComing(peer, table, { site, range, key })
      const gone = await giveWay(own, { table, coming, which }, { why, byName })
      if (gone > 0) said.push(`${gone} rows of ${table} that stood in the way of what ${site} wrote were set aside.`)
    }
  }
  said.push(...await settlePages(own, peer, publication.tables.find(({ table }) => table === 'platform.proof_page')))
  return said.length > 0 ? said : ['No row stands in the way of what is still to come.']
}

/** Ranges of which the peer holds news that have not come here. */
async function pendingRanges(own: pg.Client, peer: pg.Client, lane: string): Promise<readonly Pending[]> {
  const { rows: read } = await own.query<{ site: string; incarnation: number; number: number }>('select site, incarnation, max(number)::int as number from platform.proof_page where lane = $1 group by 1, 2', [lane])
  const { rows } = await peer.query<Pending>(
    `select site, of_table as table, range::float8 as range from platform.proof_touch where lane = $1
     union
     select p.site, said.key, (counted ->> 0)::float8
     from platform.proof_page p
     left join jsonb_to_recordset($2::jsonb) as r (site text, incarnation integer, number bigint) on r.site = p.site and r.incarnation = p.incarnation,
       jsonb_each(p.claims) said, jsonb_array_elements(said.value -> 'ranges') counted
     where p.lane = $1 and p.number > coalesce(r.number, 0)`,
    [lane, JSON.stringify(read)],
  )
  return rows
}

async function rowsComing(peer: pg.Client, table: string, { site, range, key }: { readonly site: string; readonly range: number; readonly key: string }): Promise<string> {
  const { rows } = await peer.query<{ rows: string }>(`select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${table} t where site = $1 and platform.range_of(${key}) = $2`, [site, range])
  return rows[0]?.rows ?? '[]'
}

interface Clash {
  readonly table: string
  /** The rows that are to come, as JSON. */
  readonly coming: string
  readonly which: 'other' | 'every'
}

async function giveWay(own: pg.Client, { table, coming, which }: Clash, kept: { readonly why: string; readonly byName: string }): Promise<number> {
  let gone = 0
  await own.query('begin')
  await own.query("set local session_replication_role = 'replica'")
  for (const columns of await uniqueKeys(own, table)) {
    const same = columns.map((column) => `t.${column} = c.${column}`).join(' and ')
    const taken = await own.query<{ contents: string }>(
      `delete from ${table} t using jsonb_populate_recordset(null::${table}, $1::jsonb) c where ${same}${which === 'other' ? ' and to_jsonb(t) <> to_jsonb(c)' : ''} returning to_jsonb(t)::text as contents`, [coming],
    )
    await setAside(own, table, taken.rows.map(({ contents }) => contents), kept)
    gone += taken.rows.length
  }
  await own.query('commit')
  return gone
}

/** The columns of each plain unique index. */
async function uniqueKeys(own: pg.Client, table: string): Promise<readonly (readonly string[])[]> {
  const { rows } = await own.query<{ columns: string[] }>(
    `select array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indrelid = $1::regclass and i.indisunique and i.indpred is null and i.indexprs is null group by i.indexrelid`, [table],
  )
  return rows.map(({ columns }) => columns)
}

/** A sender that was put back may use a page's number again for something else. */
async function settlePages(own: pg.Client, peer: pg.Client, pages: PublishedTable | undefined): Promise<readonly string[]> {
  if (pages?.filter === undefined) return []
  const { rows } = await peer.query<{ pages: string }>(`select coalesce(jsonb_agg(jsonb_build_object('site', site, 'lane', lane, 'incarnation', incarnation, 'number', number, 'at', at)), '[]')::text as pages from platform.proof_page where ${pages.filter}`)
  const { rowCount } = await own.query(
    `delete from platform.proof_page p using jsonb_to_recordset($1::jsonb) as c (site text, lane text, incarnation integer, number bigint, at timestamptz)
     where (p.site, p.lane, p.incarnation, p.number) = (c.site, c.lane, c.incarnation, c.number) and p.at <> c.at`, [rows[0]?.pages ?? '[]'],
  )
  return (rowCount ?? 0) > 0 ? [`${rowCount} pages of proof that the sender has written again were dropped.`] : []
}

import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { alignAgainMs, alignTries } from '../limits.ts'
import type { PublishedTable } from '../publications.ts'
import { alignTable, type Alignment, type Snapshot } from './align-table.store.ts'
import { hasArrived } from './flows.store.ts'
import type { LaneRepair } from './repair-link.ts'

/**
 * Makes this site's copies equal to what the sender holds, range by range, while both go on working. The sender is read on
 * one snapshot; a range is touched here only when everything that snapshot saw has arrived and nothing newer has.
 */
export async function alignLane(lane: LaneRepair): Promise<readonly string[]> {
  const said = [...await dropStaleTouches(lane)]
  for (let tries = 1; ; tries += 1) {
    const { done, waiting } = await alignOnce(lane)
    said.push(...done)
    if (waiting === 0) break
    if (tries === alignTries) {
      said.push(`${waiting} ranges that differ are being written to: run this again.`)
      break
    }
    await pause(alignAgainMs)
  }
  return said.length > 0 ? said : [`The ${lane.publication.stream} lane holds what its sender holds.`]
}

async function alignOnce(lane: LaneRepair): Promise<Alignment> {
  const { peer, publication: { stream, tables } } = lane
  await peer.query('begin transaction isolation level repeatable read read only')
  try {
    const snapshot = await readSnapshot(peer, lane)
    if (!(await hasArrived(lane, snapshot.beat))) return { done: [`The ${stream} lane does not flow: nothing was copied on it. See which other alarm stands.`], waiting: 0 }
    const done: string[] = []
    let waiting = 0
    for (const sent of tables.filter(({ table }) => lane.keys.has(table))) {
      const one = await alignTable(lane, sent, snapshot)
      done.push(...one.done)
      waiting += one.waiting
    }
    done.push(...await alignPages(lane))
    return { done, waiting }
  } finally {
    await peer.query('rollback')
  }
}

async function readSnapshot(peer: pg.Client, { publication: { from, stream } }: LaneRepair): Promise<Snapshot> {
  const { rows: [beat] } = await peer.query<{ beat: number }>('select beat::int as beat from platform.heartbeat where site = $1 and stream = $2', [from, stream])
  const { rows: touched } = await peer.query<{ key: string }>("select site || ' ' || of_table || ' ' || range as key from platform.proof_touch where lane = $1", [stream])
  const { rows: pages } = await peer.query<{ site: string; incarnation: number; number: number }>('select site, incarnation, max(number)::int as number from platform.proof_page where lane = $1 group by 1, 2', [stream])
  return { beat: beat?.beat ?? 0, touched: new Set(touched.map(({ key }) => key)), pages: JSON.stringify(pages) }
}

/** Pages that were lost with the rows are copied, and what an earlier life of a sender claimed is forgotten. */
async function alignPages({ own, peer, publication: { stream, tables } }: LaneRepair): Promise<readonly string[]> {
  const pages = await copyPages(own, peer, filterOf(tables, 'platform.proof_page'))
  await own.query('delete from platform.proof_found f using platform.heartbeat h where h.site = f.site and h.stream = f.lane and h.stream = $1 and f.incarnation < h.incarnation', [stream])
  await own.query("update platform.proof_found set verdict = 'to-check', checked_at = null where lane = $1 and verdict <> 'proven'", [stream])
  return pages > 0 ? [`${pages} pages of proof that had not come were copied.`] : []
}

/**
 * A touch that is here has been there; if it is there no more, its removal follows on the same lane. Where it has not come
 * with a later beat, it was lost, and the range would never be looked at again.
 */
async function dropStaleTouches(lane: LaneRepair): Promise<readonly string[]> {
  const { own, peer, publication: { from, stream, tables } } = lane
  const { rows: [here] } = await own.query<{ numbers: string }>(`select coalesce(jsonb_agg(jsonb_build_object('site', site, 'number', number)), '[]')::text as numbers from platform.proof_touch where ${filterOf(tables, 'platform.proof_touch')}`)
  const { rows: [gone] } = await peer.query<{ numbers: string; beat: number }>(
    `select (select beat from platform.heartbeat where site = $2 and stream = $3)::int as beat, (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from jsonb_to_recordset($1::jsonb) as k (site text, number bigint)
       where not exists (select from platform.proof_touch t where (t.site, t.lane, t.number) = (k.site, $3, k.number)))::text as numbers`, [here?.numbers ?? '[]', from, stream],
  )
  if (gone === undefined || gone.numbers === '[]' || !(await hasArrived(lane, gone.beat))) return []
  const { rowCount } = await own.query(
    'delete from platform.proof_touch t using jsonb_to_recordset($1::jsonb) as k (site text, number bigint) where (t.site, t.lane, t.number) = (k.site, $2, k.number)', [gone.numbers, stream],
  )
  return (rowCount ?? 0) > 0 ? [`${rowCount} marks of changes that are long proven were removed.`] : []
}

async function copyPages(own: pg.Client, peer: pg.Client, filter: string): Promise<number> {
  const { rows: [sent] } = await peer.query<{ pages: string }>(`select coalesce(jsonb_agg(to_jsonb(p)), '[]')::text as pages from platform.proof_page p where ${filter}`)
  await own.query('begin')
  await own.query("set local session_replication_role = 'replica'")
  const copied = await own.query('insert into platform.proof_page select * from jsonb_populate_recordset(null::platform.proof_page, $1::jsonb) on conflict do nothing', [sent?.pages ?? '[]'])
  await own.query('commit')
  return copied.rowCount ?? 0
}

function filterOf(tables: readonly PublishedTable[], table: string): string {
  return tables.find((each) => each.table === table)?.filter ?? 'true'
}

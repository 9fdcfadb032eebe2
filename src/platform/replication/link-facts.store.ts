import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Site } from '#values'
import type { Heard } from './heartbeat.store.ts'
import type { Stream } from './replicated-table.ts'

/** The last beat that arrived from a site on a stream. */
export interface Beat {
  readonly site: Site
  readonly stream: Stream
  readonly beat: number
  readonly at: Instant
  readonly arrivedAt: Instant
  /** Entries of that site's history that ought to be here and are not; null where its history does not come. */
  readonly historyMissing: number | null
  readonly incarnation: number
  /** The last page of proof it has written. */
  readonly page: number
  /** What that site says it has heard on this lane, by the site it heard it from. */
  readonly heard: Readonly<Partial<Record<Site, Heard>>>
}

/** What this site still has to send on one stream. */
export interface Slot {
  readonly name: string
  readonly active: boolean
  readonly walStatus: string
  readonly lagBytes: number
  /** The receiver is further than our log: this database was put back from an older copy. */
  readonly restored: boolean
  /** What the log keeps for it, and the most that it may keep; null where it may keep everything. */
  readonly keptBytes: number
  readonly limitBytes: number | null
  /** Since nobody takes anything from it; null while somebody does. */
  readonly idleSeconds: number | null
}

/** How receiving goes on one stream. */
export interface Receiving {
  readonly name: string
  /** Whether anybody has switched it off; PostgreSQL itself never does. */
  readonly enabled: boolean
  readonly running: boolean
  readonly tables: number
  readonly tablesCopied: number
  readonly applyErrors: number
  readonly conflicts: number
}

export async function readBeats(db: Database): Promise<readonly Beat[]> {
  const { rows } = await sql<Beat>`
    select h.site, h.stream, h.beat, h.at, h.arrived_at as "arrivedAt", h.incarnation, h.page, h.heard,
      case when h.stream = 'rest' and held.seq is not null then greatest(h.history_seq - held.count, 0) end as "historyMissing"
    from platform.heartbeat h
    left join lateral (
      -- Counting takes the longer the more has happened, so it is done only where entries can be missing: those of others, on the lane that brings them.
      select max(seq) as seq, count(*) as count from history.entry e
      where h.stream = 'rest' and not exists (select from history.chain own where own.site = h.site) and e.site = h.site and e.seq <= h.history_seq
    ) held on true
    order by h.site, h.stream
  `.execute(db)
  return rows
}

export async function readSlots(db: Database): Promise<readonly Slot[]> {
  const { rows } = await sql<Slot>`
    select slot_name as name, active, coalesce(wal_status, 'lost') as "walStatus",
      greatest(coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn), 0), 0)::bigint as "lagBytes",
      coalesce(confirmed_flush_lsn > pg_current_wal_lsn(), false) as restored,
      greatest(coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn), 0), 0)::bigint as "keptBytes",
      (select nullif(setting::bigint, -1) * 1048576 from pg_settings where name = 'max_slot_wal_keep_size') as "limitBytes",
      case when not active then extract(epoch from clock_timestamp() - inactive_since)::double precision end as "idleSeconds"
    from pg_replication_slots
    where slot_type = 'logical' and database = current_database() and slot_name like 'juxta\\_%\\_to\\_%'
      and slot_name not like 'pg\\_%'
    order by slot_name
  `.execute(db)
  return rows
}

export async function readReceiving(db: Database): Promise<readonly Receiving[]> {
  const { rows } = await sql<Receiving>`
    select s.subname as name, s.subenabled as enabled,
      exists (select from pg_stat_subscription a where a.subid = s.oid and a.worker_type = 'apply' and a.pid is not null) as running,
      (select count(*) from pg_subscription_rel r where r.srsubid = s.oid) as tables,
      (select count(*) from pg_subscription_rel r where r.srsubid = s.oid and r.srsubstate = 'r') as "tablesCopied",
      coalesce(t.apply_error_count + t.sync_error_count, 0) as "applyErrors",
      coalesce(t.confl_insert_exists + t.confl_update_exists + t.confl_multiple_unique_conflicts, 0) as conflicts
    from pg_subscription s left join pg_stat_subscription_stats t on t.subid = s.oid
    where s.subdbid = (select oid from pg_database where datname = current_database())
    order by s.subname
  `.execute(db)
  return rows
}

export async function readClock(db: Database): Promise<Instant> {
  const { rows } = await sql<{ now: Instant }>`select clock_timestamp() as now`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The database did not tell the time')
  return row.now
}

import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Subject } from '../record/record.ts'

/** A row that has to be judged for a partner, or the partner's canaries. */
export interface Reference {
  readonly subject: Subject | 'canary'
  readonly subjectId: string
}

/** The same with the places in the queue that judging it will settle. */
export interface Waiting extends Reference {
  readonly places: readonly number[]
}

type QueueTables = { 'release.queue': { id: number; written_at: string; partner_id: string; subject: Reference['subject']; subject_id: string } }

const on = (db: Database) => db.withTables<QueueTables>()

export async function enqueue(tx: Database, partnerId: string, references: readonly Reference[]): Promise<void> {
  if (references.length === 0) return
  await sql`insert into release.queue (partner_id, subject, subject_id)
    select ${partnerId}::uuid, wanted.subject, wanted.id from unnest(${references.map(({ subject }) => subject)}::text[], ${references.map(({ subjectId }) => subjectId)}::uuid[]) as wanted (subject, id)`.execute(tx)
}

/**
 * The reference that has waited longest, a hit before anything else, with every repeat of it. A transaction that is still open may have
 * taken a lower number than one that has ended, so nothing is taken that an open transaction could still come before (reliability.md 1.4).
 */
export async function longestWaiting(tx: Database, partnerId: string): Promise<Waiting | undefined> {
  const { rows: [row] } = await sql<{ subject: Reference['subject']; subject_id: string; places: readonly string[] }>`
    with first as (
      select * from (
        (select 0 as rank, subject, subject_id from release.queue where partner_id = ${partnerId} and subject = 'hit' and written_in < pg_snapshot_xmin(pg_current_snapshot()) order by written_in, id limit 1)
        union all
        (select 1, subject, subject_id from release.queue where partner_id = ${partnerId} and written_in < pg_snapshot_xmin(pg_current_snapshot()) order by written_in, id limit 1)
      ) as both_ways order by rank limit 1
    )
    select first.subject, first.subject_id, array_agg(queue.id::text) as places from first
    join release.queue queue on queue.partner_id = ${partnerId} and queue.subject = first.subject and queue.subject_id = first.subject_id
      and queue.written_in < pg_snapshot_xmin(pg_current_snapshot())
    group by first.subject, first.subject_id`.execute(tx)
  return row && { subject: row.subject, subjectId: row.subject_id, places: row.places.map(Number) }
}

/** Takes exactly these places out: a repeat that came meanwhile is judged for itself. */
export async function settle(tx: Database, { places }: Waiting): Promise<void> {
  await on(tx).deleteFrom('release.queue').where('id', 'in', places).execute()
}

/** Leaves of each record only its oldest place, so that the queue can never hold more than there are records. */
export async function foldQueue(db: Database, partnerId: string): Promise<void> {
  await sql`delete from release.queue later using release.queue first
    where later.partner_id = ${partnerId} and first.partner_id = ${partnerId} and later.subject = first.subject and later.subject_id = first.subject_id
      and first.id < later.id and later.written_in < pg_snapshot_xmin(pg_current_snapshot())`.execute(db)
}

export interface QueueLength {
  readonly waiting: number
  readonly canaries: number
  readonly oldestSeconds: number
}

/** How much waits for each partner, and how long the oldest has waited by the database's own clock. */
export async function queueLengths(db: Database): Promise<ReadonlyMap<string, QueueLength>> {
  const { rows } = await sql<{ partner_id: string; waiting: number; canaries: number; oldest: number }>`
    select partner_id, count(*) as waiting, count(*) filter (where subject = 'canary') as canaries, floor(extract(epoch from clock_timestamp() - min(written_at)))::bigint as oldest from release.queue group by partner_id`.execute(db)
  return new Map(rows.map(({ partner_id, waiting, canaries, oldest }) => [partner_id, { waiting, canaries, oldestSeconds: oldest }]))
}

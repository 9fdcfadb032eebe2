import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant } from '#values'
import type { Alarm, LinkEvent } from './alarm.ts'

/** Alarms that stand now begin or go on; those that stand no more get their end. */
export async function saveAlarms(db: Database, alarms: readonly Alarm[], now: Instant): Promise<void> {
  const rows = JSON.stringify(alarms.map(({ peer, lane = '', name, repairAt, about }) => ({ peer, lane, name, about: { ...about, repairAt } })))
  await sql`
    with standing as (select * from jsonb_to_recordset(${rows}::jsonb) as a (peer text, lane text, name text, about jsonb)),
    ended as (
      update platform.link_event e set ended_at = ${now} where e.ended_at is null
        and not exists (select from standing s where (s.peer, s.lane, s.name) = (e.peer, e.lane, e.name))
    )
    insert into platform.link_event (peer, lane, name, began_at, about) select peer, lane, name, ${now}, about from standing
    on conflict (peer, lane, name) where ended_at is null do update set about = excluded.about
  `.execute(db)
}

export async function standingAlarms(db: Database): Promise<readonly LinkEvent[]> {
  return readEvents(db, { standing: true, limit: 100 })
}

/** What is over, the last first. */
export async function pastEvents(db: Database, limit: number): Promise<readonly LinkEvent[]> {
  return readEvents(db, { standing: false, limit })
}

interface EventRow extends Omit<LinkEvent, 'repairAt' | 'lane'> {
  readonly lane: string
}

async function readEvents(db: Database, { standing, limit }: { readonly standing: boolean; readonly limit: number }): Promise<readonly LinkEvent[]> {
  const { rows } = await sql<EventRow>`
    select id, peer, lane, name, began_at as "beganAt", ended_at as "endedAt", about from platform.link_event
    where (ended_at is null) = ${standing} order by began_at desc, id desc limit ${limit}
  `.execute(db)
  return rows.map(({ lane, about: { repairAt, ...about }, ...row }) => ({ ...row, about, repairAt: repairAt as LinkEvent['repairAt'], ...(lane === '' ? {} : { lane: lane as NonNullable<LinkEvent['lane']> }) }))
}

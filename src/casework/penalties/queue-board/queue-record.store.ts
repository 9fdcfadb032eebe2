import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import type { QueueRecord, WaitingLine } from './queue-history.ts'

export interface Since {
  readonly from: CalendarDate
  readonly today: CalendarDate
}

type Coded<Line> = Line & { readonly code: string }

/** What came into every queue and went out of it since a day. Three questions, whatever the number of queues or cases. */
export async function queueRecords(db: Database, since: Since): Promise<readonly QueueRecord[]> {
  const [arrivals, finished, allowances] = await Promise.all([arrivedSince(db, since), finishedSince(db, since), allowancesSince(db, since)])
  const codes = new Set([...arrivals, ...finished].map(({ code }) => code))
  return [...codes].map((code) => ({
    code,
    arrivals: arrivals.filter((line) => line.code === code),
    finished: finished.filter((line) => line.code === code),
    allowances: allowances.filter((line) => line.code === code).flatMap(({ days, count }) => Array.from({ length: count }, () => days)),
  }))
}

/** The first day of which the queues know anything, and the last thing noted of a day before this one. */
export async function knownBefore(db: Database, today: CalendarDate): Promise<{ readonly first: CalendarDate | null; readonly latest: number | null }> {
  const { rows: [row] } = await sql<{ first: CalendarDate | null; latest: number | null }>`
    select (select min(began_on) from penalties.waiting) as first, (select id from penalties.waiting where began_on < ${today} order by id desc limit 1) as latest`.execute(db)
  return row ?? { first: null, latest: null }
}

/** What waits in each queue at this moment. */
export async function waitingNow(db: Database): Promise<ReadonlyMap<string, readonly WaitingLine[]>> {
  const { rows } = await sql<Coded<WaitingLine>>`
    select code, by_on as "byOn", count(*) as count, min(began_on) as "oldestOn" from penalties.waiting where ended_on is null group by code, by_on`.execute(db)
  return Map.groupBy(rows, ({ code }) => code)
}

async function arrivedSince(db: Database, { from, today }: Since) {
  return (await sql<Coded<QueueRecord['arrivals'][number]>>`
    select code, began_on as on, count(*) as count from penalties.waiting where began_on >= ${from} and began_on < ${today} group by code, began_on`.execute(db)).rows
}

async function finishedSince(db: Database, { from, today }: Since) {
  return (await sql<Coded<QueueRecord['finished'][number]>>`
    select code, ended_on as on, ended_by as by, count(*) as count, sum(ended_on - began_on)::bigint as "daysWaited"
    from penalties.waiting where ended_on >= ${from} and ended_on < ${today} group by code, ended_on, ended_by`.execute(db)).rows
}

/** How long those that came had, in counts of each length: the shape is kept, a tenth of the rows. */
async function allowancesSince(db: Database, { from, today }: Since) {
  return (await sql<{ code: string; days: number | null; count: number }>`
    select code, by_on - began_on as days, ceil(count(*) / 10.0)::int as count
    from penalties.waiting where began_on >= ${from} and began_on < ${today} group by code, by_on - began_on`.execute(db)).rows
}

import { sql } from 'kysely'
import { dayOf, type CalendarDate, type Site } from '#values'
import type { Database } from '#platform/database'
import type { HistoryEntry } from '#platform/events'
import { countEvent } from './count-event.ts'

type StatisticTables = {
  'engagement.counted': { entry_id: string; measure: string; counted_on: CalendarDate; site: Site; number: number }
}

const on = (db: Database) => db.withTables<StatisticTables>()

/** Adds an event to the figures; a repeat of the same entry changes nothing. */
export async function countEntry(db: Database, entry: HistoryEntry): Promise<void> {
  if (entry.body === undefined) return
  const rows = countEvent(entry.body).map((count) => ({ entry_id: entry.id, ...count, counted_on: dayOf(entry.by.at), site: entry.site }))
  if (rows.length === 0) return
  await on(db).insertInto('engagement.counted').values(rows).onConflict((row) => row.doNothing()).execute()
}

export interface Figure {
  readonly year: number
  readonly measure: string
  readonly site: Site
  readonly number: number
}

/** Every figure of every year, by the site that recorded it. */
export async function readFigures(db: Database): Promise<readonly Figure[]> {
  return on(db)
    .selectFrom('engagement.counted')
    .select(['measure', 'site', sql<number>`extract(year from counted_on)::int`.as('year'), sql<number>`sum(number)::bigint`.as('number')])
    .groupBy(['measure', 'site', 'year'])
    .execute()
}

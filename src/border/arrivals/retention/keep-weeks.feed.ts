import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { isOver, weeksToMake } from './weeks.ts'
import { indexWeek, makeWeek, weeksOf } from './weeks.store.ts'

/** Makes the weeks that are to come, and indexes those that are over so that they can be searched by parts of a plate. */
export async function keepWeeks(db: Database, today: CalendarDate): Promise<void> {
  for (const monday of weeksToMake(today)) await makeWeek(db, monday)
  for (const monday of await weeksOf(db, 'crossing_plate')) if (isOver(monday, today)) await indexWeek(db, monday)
}

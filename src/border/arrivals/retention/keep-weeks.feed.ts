import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { weeksAgainMs, weeksTries } from '../limits.ts'
import { isOver, weeksToMake } from './weeks.ts'
import { indexWeek, makeWeek, weeksOf } from './weeks.store.ts'

/** Makes the weeks that are to come, and indexes those that are over so that they can be searched by parts of a plate. */
export async function keepWeeks(db: Database, today: CalendarDate): Promise<void> {
  await makeWeeks(db, today)
  for (const monday of await weeksOf(db, 'crossing_plate')) if (isOver(monday, today)) await indexWeek(db, monday)
}

async function makeWeeks(db: Database, today: CalendarDate): Promise<void> {
  for (const monday of weeksToMake(today)) await makeWeek(db, monday)
}

/** While a site starts, what others have written is copied into these tables; a week is made when the copy lets go. No camera waits for an index. */
export async function keepWeeksAtStart(db: Database, today: CalendarDate): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await makeWeeks(db, today)
    } catch (fault) {
      if (tries === weeksTries || !isLockTimeout(fault)) throw fault
      await pause(weeksAgainMs)
    }
  }
}

function isLockTimeout(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === '55P03'
}

import { clockAhead, type Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { daysBetween, type CalendarDate } from '#values'
import { readDaysAhead, saveDaysAhead } from './calendar.store.ts'

/** The centre's clock in a demonstration: it can be moved forward, because nobody waits 28 days to see a last day. */
export interface DemoCalendar {
  readonly clock: Clock
  /** The real clock's day, below which the calendar cannot go. */
  earliest(): CalendarDate
  moveTo(day: CalendarDate): Promise<void>
}

export async function openDemoCalendar(db: Database, real: Clock): Promise<DemoCalendar> {
  let daysAhead = await readDaysAhead(db)
  return {
    clock: clockAhead(real, () => daysAhead),
    earliest: () => real.today(),
    moveTo: async (day) => {
      const wanted = daysBetween(real.today(), day)
      await saveDaysAhead(db, wanted)
      daysAhead = wanted
    },
  }
}

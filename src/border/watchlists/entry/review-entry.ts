import { announce, refuse, type Decision } from '#platform/decisions'
import type { CalendarDate } from '#values'
import { refusedDays } from './add-entry.ts'
import type { Entry, EntryReviewed } from './entry.ts'

/** Somebody looked again and keeps the entry, until new days. */
export function reviewEntry(
  entry: Entry | undefined, days: Pick<Entry, 'lastDayOn' | 'reviewOn'>, today: CalendarDate,
): Decision<EntryReviewed> {
  if (entry === undefined) return refuse('no-such-entry')
  if (entry.status === 'withdrawn') return refuse('entry-withdrawn-already')
  if (days.lastDayOn < today) return refuse('ends-before-it-begins')
  return refusedDays(days, today) ?? announce({ type: 'entry-reviewed', lastDayOn: days.lastDayOn, reviewOn: days.reviewOn })
}

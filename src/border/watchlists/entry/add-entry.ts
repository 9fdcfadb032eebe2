import { announce, refuse, type Decision } from '#platform/decisions'
import { daysBetween, type CalendarDate } from '#values'
import { entryDaysMax, knownCharactersMin, plateLengthMax } from '../limits.ts'
import type { Entry, EntryAdded, NewEntry } from './entry.ts'
import { knownIn, runsIn, runsMax } from './listed-plate.ts'

/** Lists a vehicle. Sent twice with the same id, it is listed once. */
export function addEntry(entry: Entry | undefined, adding: NewEntry, today: CalendarDate): Decision<EntryAdded> {
  if (entry !== undefined) return announce()
  if (adding.site !== 'centre') return refuse('lists-are-kept-at-the-centre')
  if (knownIn(adding.plate) < knownCharactersMin) return refuse('too-few-known-characters')
  if (runsIn(adding.plate) > runsMax) return refuse('too-many-runs')
  if (adding.plate.length > plateLengthMax) return refuse('plate-too-long')
  if (adding.ports.length === 0) return refuse('no-port-chosen')
  if (adding.lastDayOn < adding.startsOn || adding.lastDayOn < today) return refuse('ends-before-it-begins')
  return refusedDays(adding, adding.startsOn) ?? announce({ type: 'entry-added', ...adding })
}

/** The limits that an addition and a review share. */
export function refusedDays({ lastDayOn, reviewOn }: Pick<Entry, 'lastDayOn' | 'reviewOn'>, from: CalendarDate): Decision<never> | undefined {
  if (daysBetween(from, lastDayOn) > entryDaysMax) return refuse('listed-for-too-long')
  return reviewOn > lastDayOn ? refuse('review-after-the-end') : undefined
}

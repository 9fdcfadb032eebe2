import { daysAfter, monthsAfter, pence, type CalendarDate, type Pence } from '#values'

export const instalmentRhythms = ['week', 'fortnight', 'month'] as const
export type InstalmentRhythm = (typeof instalmentRhythms)[number]

export interface Instalment {
  readonly dueOn: CalendarDate
  readonly amountPence: Pence
}

export interface Terms {
  readonly totalPence: Pence
  readonly count: number
  readonly firstOn: CalendarDate
  readonly every: InstalmentRhythm
}

/** Equal parts; the pence that do not divide are paid with the first, so that the last is never the larger. */
export function scheduleOf({ totalPence, count, firstOn, every }: Terms): readonly Instalment[] {
  const part = Math.floor(totalPence / count)
  return Array.from({ length: count }, (_, place) => ({ dueOn: dueOn(firstOn, every, place), amountPence: pence(place === 0 ? totalPence - part * (count - 1) : part) }))
}

/** Each is counted from the first, so that the 31st of a month is the last day of a shorter one and the 31st again after it. */
function dueOn(firstOn: CalendarDate, every: InstalmentRhythm, place: number): CalendarDate {
  if (every === 'month') return monthsAfter(place, firstOn)
  return daysAfter(place * (every === 'week' ? 7 : 14), firstOn)
}

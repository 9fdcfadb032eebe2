import { day, monthsBefore, type CalendarDate } from '#values'

/** What was done in one month, and how often it was done within the days that the office means to take. */
export interface Month {
  /** `2026-03`. */
  readonly month: string
  readonly opened: number
  readonly issued: number
  readonly issuedWithin: number
  readonly objections: number
  readonly decided: number
  readonly decidedWithin: number
  /** Later than the office means to be, within a longer time agreed with the objector for a reason. */
  readonly decidedAsAgreed: number
  readonly closed: number
}

export type MonthCount = Exclude<keyof Month, 'month'>

/** One count of one month, as the database answers it. */
export interface Counted {
  readonly month: string
  readonly what: MonthCount
  readonly count: number
}

const nothing: Omit<Month, 'month'> = { opened: 0, issued: 0, issuedWithin: 0, objections: 0, decided: 0, decidedWithin: 0, decidedAsAgreed: 0, closed: 0 }

/** So many months up to and with this one, the newest first; one in which nothing happened stands there with noughts. */
export function monthsOf(counted: readonly Counted[], { today, months }: { readonly today: CalendarDate; readonly months: number }): readonly Month[] {
  return Array.from({ length: months }, (_, back) => monthsBefore(back, today).slice(0, 7)).map((month) => ({
    month, ...nothing, ...Object.fromEntries(counted.filter((each) => each.month === month).map(({ what, count }) => [what, count])),
  }))
}

/** The first day of the earliest of them. */
export function firstDayOf(months: number, today: CalendarDate): CalendarDate {
  return day(`${monthsBefore(months - 1, today).slice(0, 7)}-01`)
}

/** Hundredths of what counts against the standard; null where nothing does. Time that was agreed is left out on both sides. */
export function percentWithin(within: number, all: number): number | null {
  return all === 0 ? null : Math.round((100 * within) / all)
}

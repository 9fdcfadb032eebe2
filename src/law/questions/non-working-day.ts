import { day, daysAfter, weekday, type CalendarDate } from '#values'
import { tell, type Words } from '../words.ts'

/**
 * The day's name when offices are closed, so that a last day can be flagged. Nothing turns on it: the regulations roll no day over.
 * Holidays proclaimed for one year only are left out for that reason.
 */
export function nonWorkingDay(on: CalendarDate): Words | null {
  const holiday = fixedHolidays[on.slice(5)] ?? substituteHoliday(on) ?? easterHoliday(on)
  if (holiday !== undefined) return holiday
  if (weekday(on) === 6) return tell('saturday')
  if (weekday(on) === 7) return tell('sunday')
  return weekday(on) === 1 ? mondayHoliday(on) : null
}

const fixedHolidays: Readonly<Record<string, Words>> = {
  '01-01': tell('new-year'),
  '12-25': tell('christmas'),
  '12-26': tell('boxing-day'),
}

/** A holiday that falls on a weekend is kept on the next weekday that is not one itself (gov.uk/bank-holidays): 1 is a Monday. */
const substitutes: Readonly<Record<string, readonly number[]>> = { '01-02': [1], '01-03': [1], '12-27': [1, 2], '12-28': [1, 2] }

function substituteHoliday(on: CalendarDate): Words | undefined {
  return substitutes[on.slice(5)]?.includes(weekday(on)) ? tell('substitute-holiday') : undefined
}

function easterHoliday(on: CalendarDate): Words | undefined {
  const easter = easterSunday(Number(on.slice(0, 4)))
  if (on === daysAfter(-2, easter)) return tell('good-friday')
  if (on === daysAfter(1, easter)) return tell('easter-monday')
  return undefined
}

function mondayHoliday(on: CalendarDate): Words | null {
  const dayOfMonth = Number(on.slice(8))
  const isFirst = dayOfMonth <= 7
  const isLast = dayOfMonth > 24
  if (on.slice(5, 7) === '05' && (isFirst || isLast)) return tell('may-holiday')
  if (on.slice(5, 7) === '08' && isLast) return tell('august-holiday')
  return null
}

/** The Gregorian reckoning in the form published by Meeus, "Astronomical Algorithms", chapter 8. */
function easterSunday(year: number): CalendarDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - leapCorrection + 15) % 30
  const rest = year % 100
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const fromMarch = epact + toSunday - 7 * late + 114
  return day(`${year}-${String(Math.floor(fromMarch / 31)).padStart(2, '0')}-${String((fromMarch % 31) + 1).padStart(2, '0')}`)
}

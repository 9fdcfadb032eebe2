declare const dayBrand: unique symbol

/**
 * A calendar day: the ISO 8601 text of a `Temporal.PlainDate`, such as `2024-03-29`.
 * Kept as text so that it survives JSON and the database unchanged, and so that equal days are deeply equal (ADR 0002).
 */
export type CalendarDate = string & { readonly [dayBrand]: true }

/** Reads `YYYY-MM-DD`; throws a RangeError for anything that is not a real day. */
export function day(text: string): CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`Not a day in the form YYYY-MM-DD: ${text}`)
  return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as CalendarDate
}

export function isDay(text: string): boolean {
  try {
    return day(text) === text
  } catch {
    return false
  }
}

/** The day that is `days` after `start`; negative counts go back. */
export function daysAfter(days: number, start: CalendarDate): CalendarDate {
  return Temporal.PlainDate.from(start).add({ days }).toString() as CalendarDate
}

/** The same day of the month `months` earlier; the last day of a shorter month where that day does not exist in it. */
export function monthsBefore(months: number, end: CalendarDate): CalendarDate {
  return Temporal.PlainDate.from(end).subtract({ months }).toString() as CalendarDate
}

/** The same day of the month `months` later; the last day of a shorter month where that day does not exist in it. */
export function monthsAfter(months: number, start: CalendarDate): CalendarDate {
  return Temporal.PlainDate.from(start).add({ months }).toString() as CalendarDate
}

/** The same day of the month `years` earlier; 29 February becomes 28 February in a year without one. */
export function yearsBefore(years: number, end: CalendarDate): CalendarDate {
  return Temporal.PlainDate.from(end).subtract({ years }).toString() as CalendarDate
}

/** Whole days from `start` to `end`; zero on the same day. */
export function daysBetween(start: CalendarDate, end: CalendarDate): number {
  return Temporal.PlainDate.from(start).until(end, { largestUnit: 'days' }).days
}

export function isAfter(one: CalendarDate, other: CalendarDate): boolean {
  return one > other
}

export function isBefore(one: CalendarDate, other: CalendarDate): boolean {
  return one < other
}

export function latestDay(...days: readonly CalendarDate[]): CalendarDate | undefined {
  return [...days].sort().at(-1)
}

/** 1 = Monday to 7 = Sunday. */
export function weekday(on: CalendarDate): number {
  return Temporal.PlainDate.from(on).dayOfWeek
}

const spoken = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const short = { day: 'numeric', month: 'short', year: 'numeric' } as const

/** The day in words, such as `Friday 29 March 2024` or `vendredi 29 mars 2024`. */
export function dayInWords(on: CalendarDate, language: string = 'en-GB'): string {
  return writtenOnce(on, language === 'en' ? 'en-GB' : language, spoken).replace(',', '')
}

export function shortDayInWords(on: CalendarDate, locale: string): string {
  return writtenOnce(on, locale, short)
}

/** Writing a day costs thirty times as much as finding it, and an assessment names the same few days a hundred times. */
const written = new Map<string, string>()
/** Two years of days, both ways, in both languages: about 300 kB. Emptied when it is full. */
const writtenMost = 3_000

function writtenOnce(on: CalendarDate, locale: string, how: typeof spoken | typeof short): string {
  const key = `${locale} ${how.month} ${on}`
  const known = written.get(key)
  if (known !== undefined) return known
  if (written.size >= writtenMost) written.clear()
  const text = firstOfMonth(writerIn(locale, how).format(Temporal.PlainDate.from(on)), on, locale)
  written.set(key, text)
  return text
}

/** French says “1er” of the first day of a month, which the language tables leave out. */
function firstOfMonth(text: string, on: CalendarDate, language: string): string {
  return language.startsWith('fr') && on.endsWith('-01') ? text.replace(/(?<=^| )1 /, '1er ') : text
}

const plain = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** The day without its weekday, `2 maja 2023`: in many languages a weekday would have to agree with the sentence around it. The word for year that some end with is left out. */
export function plainDayInWords(on: CalendarDate, locale: string): string {
  return Temporal.PlainDate.from(on).toLocaleString(locale, plain).replace(/\s[гр]\.$/, '')
}

/** Kept for each language: making one costs ten times as much as using it. */
const writers = new Map<string, Intl.DateTimeFormat>()

function writerIn(locale: string, how: typeof spoken | typeof short): Intl.DateTimeFormat {
  const key = `${locale} ${how.month}`
  const writer = writers.get(key) ?? new Intl.DateTimeFormat(locale, how)
  writers.set(key, writer)
  return writer
}

import type { CalendarDate } from './day.ts'

declare const instantBrand: unique symbol

/** A moment in UTC to the millisecond, always written `2024-03-29T10:15:30.000Z`, so that text order is time order. */
export type Instant = string & { readonly [instantBrand]: true }

export const london = 'Europe/London'
export const paris = 'Europe/Paris'

let wall: string = paris

/** The clock on the wall of the site that this process serves; the controls in France, and whoever was not told, keep Paris time. */
export function wallZone(): string {
  return wall
}

/** Said once, when a site starts: one process serves one site. */
export function setWallZone(zone: string): void {
  wall = zone
}

/** Reads any ISO 8601 moment that carries an offset or Z; throws a RangeError for one that does not. */
export function instant(text: string): Instant {
  return written(Temporal.Instant.from(text))
}

export function instantOfEpochMs(epochMs: number): Instant {
  const sinceMs = epochMs - latest.beginsAtMs
  if (!Number.isInteger(epochMs) || !(sinceMs >= 0 && sinceMs < dayMs)) return remember(written(Temporal.Instant.fromEpochMilliseconds(epochMs)))
  return `${latest.day}T${digits(2, sinceMs / hourMs)}:${digits(2, (sinceMs / minuteMs) % 60)}:${digits(2, (sinceMs / secondMs) % 60)}.${digits(3, sinceMs % secondMs)}Z` as Instant
}

export function epochMsOf(moment: Instant): number {
  if (moment.length !== writtenLength || !moment.startsWith(latest.day)) return Temporal.Instant.from(remember(moment)).epochMilliseconds
  return latest.beginsAtMs + Number(moment.slice(11, 13)) * hourMs + Number(moment.slice(14, 16)) * minuteMs + Number(moment.slice(17, 19)) * secondMs + Number(moment.slice(20, 23))
}

export function hoursAfter(hours: number, moment: Instant): Instant {
  return written(Temporal.Instant.from(moment).add({ hours }))
}

export function secondsBetween(start: Instant, end: Instant): number {
  return (epochMsOf(end) - epochMsOf(start)) / 1000
}

/** The legal day a moment falls on; statute counts in London days, whatever the port's own time. */
export function dayOf(moment: Instant, zone: string = london): CalendarDate {
  const minute = moment.slice(0, 16)
  if (minute !== latestDay.minute || zone !== latestDay.zone) latestDay = { minute, zone, day: Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString() as CalendarDate }
  return latestDay.day
}

/** Wall-clock time at a place, here unless another is named, such as `02:14:07`. */
export function timeOfDay(moment: Instant, zone: string = wallZone()): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'second' })
}

const [dayMs, hourMs, minuteMs, secondMs] = [86_400_000, 3_600_000, 60_000, 1_000] as const
const writtenLength = '2024-03-29T10:15:30.000Z'.length

/** The day of the last moment that was not of the one before. A port asks about one day at a time, tens of times for each read, and counting from its beginning costs a tenth of finding it. */
let latest = { day: 'none', beginsAtMs: Number.NaN }

/** Of the minute last asked about: days begin, and clocks are put forward, at a whole minute everywhere. */
let latestDay = { minute: '', zone: '', day: '' as CalendarDate }

function remember(moment: Instant): Instant {
  const day = moment.slice(0, 10)
  if (moment.length === writtenLength) latest = { day, beginsAtMs: Temporal.Instant.from(`${day}T00:00:00Z`).epochMilliseconds }
  return moment
}

function digits(count: number, value: number): string {
  return String(Math.floor(value)).padStart(count, '0')
}

function written(moment: Temporal.Instant): Instant {
  return moment.toString({ smallestUnit: 'millisecond' }) as Instant
}

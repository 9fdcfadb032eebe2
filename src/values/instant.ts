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
  return written(Temporal.Instant.fromEpochMilliseconds(epochMs))
}

export function epochMsOf(moment: Instant): number {
  return Temporal.Instant.from(moment).epochMilliseconds
}

export function hoursAfter(hours: number, moment: Instant): Instant {
  return written(Temporal.Instant.from(moment).add({ hours }))
}

export function secondsBetween(start: Instant, end: Instant): number {
  return (epochMsOf(end) - epochMsOf(start)) / 1000
}

/** The legal day a moment falls on; statute counts in London days, whatever the port's own time. */
export function dayOf(moment: Instant, zone: string = london): CalendarDate {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString() as CalendarDate
}

/** Wall-clock time at a place, here unless another is named, such as `02:14:07`. */
export function timeOfDay(moment: Instant, zone: string = wallZone()): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'second' })
}

function written(moment: Temporal.Instant): Instant {
  return moment.toString({ smallestUnit: 'millisecond' }) as Instant
}

import { z } from 'zod'
import { dwellByHour, dwellByLane, seeDwell, staysForFigure, type Dwell } from '#border/arrivals'
import { download, page, type PageContext } from '#platform/web'
import { toCsv } from '#platform/wire-formats'
import { allPorts, day, dayOf, daysAfter, isDay, isPort, ports, siteName, timeOfDay, zoneOf, type CalendarDate, type Instant, type Port } from '#values'
import { momentTyped } from '../vehicle/vehicle-query.ts'

const query = z.object({
  site: z.custom<Port>((typed) => typeof typed === 'string' && isPort(typed)).optional().catch(undefined),
  on: z.string().refine(isDay).transform(day).optional().catch(undefined),
})

interface Asked {
  readonly site?: Port | undefined
  readonly on?: CalendarDate | undefined
}

/** A day at a port, by that port's own clock; at a port, there. */
function asked({ site, on }: Asked, ctx: PageContext) {
  const port = isPort(ctx.site) ? ctx.site : site ?? ports[0]
  const today = dayOf(ctx.clock.now(), zoneOf(port))
  return { port, today, ...dayAt(port, on ?? today) }
}

function dayAt(port: Port, on: CalendarDate) {
  return { on, since: startOf(on, zoneOf(port)), until: startOf(daysAfter(1, on), zoneOf(port)) }
}

function startOf(on: CalendarDate, zone: string): Instant {
  const start = momentTyped(on, 'first', zone)
  if (start === undefined) throw new Error(`${on} is a day`)
  return start
}

/** How long vehicles stand in each lane, from the reads the cameras make anyway. No vehicle can be told from it. */
export const dwellPage = page({
  path: '/dwell',
  right: seeDwell,
  template: 'border/coordination/dwell/dwell.njk',
  query,
  show: async ({ query: wanted }, ctx) => {
    const day = asked(wanted, ctx)
    const [lanes, hours] = await Promise.all([dwellByLane(ctx.db, day), dwellByHour(ctx.db, day)])
    return {
      ...day, siteName: siteName(day.port), fewest: staysForFigure, before: daysAfter(-1, day.on), after: daysAfter(1, day.on),
      places: isPort(ctx.site) ? [] : allPorts().map((port) => ({ port, name: siteName(port) })),
      lanes: lanes.map((lane) => inWords(lane, day.port)), hours: hours.map((hour) => inWords(hour, day.port)),
    }
  },
})

function inWords(dwell: Dwell, port: Port) {
  return { ...dwell, hour: timeOfDay(dwell.hourAt, zoneOf(port)).slice(0, 5), median: minutesText(dwell.medianSeconds), p90: minutesText(dwell.p90Seconds) }
}

/** Minutes and seconds, as a clock beside the lane would show them: `4:05`. */
function minutesText(seconds: number | null): string | undefined {
  if (seconds === null) return undefined
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

const columns = ['port', 'day', 'hour there', 'lane', 'stays', 'stays timed', 'median seconds', '90th percentile seconds'] as const

export const dwellFile = download({
  path: '/dwell.csv',
  right: seeDwell,
  query,
  show: async ({ query: wanted }, ctx) => {
    const day = asked(wanted, ctx)
    const rows = (await dwellByHour(ctx.db, day)).map(({ lane, hourAt, vehicles, timed, medianSeconds, p90Seconds }) =>
      [siteName(day.port), day.on, timeOfDay(hourAt, zoneOf(day.port)).slice(0, 5), lane, String(vehicles), String(timed), figure(medianSeconds), figure(p90Seconds)])
    return { contentType: 'text/csv; charset=utf-8', fileName: `dwell-${day.port}-${day.on}.csv`, bytes: Buffer.from(toCsv([columns, ...rows])) }
  },
})

function figure(seconds: number | null): string {
  return seconds === null ? '' : String(Math.round(seconds))
}

/** What the board of the ports says of each in one line, once: it is a figure of the day and does not move with each vehicle. */
export async function dwellLines({ db, clock }: PageContext): Promise<readonly { readonly name: string; readonly p90: string | undefined }[]> {
  return Promise.all(allPorts().map(async (port) => {
    const lanes = await dwellByLane(db, { port, ...dayAt(port, dayOf(clock.now(), zoneOf(port))) })
    const slowest = Math.max(...lanes.map(({ p90Seconds }) => p90Seconds ?? -1))
    return { name: siteName(port), p90: minutesText(slowest < 0 ? null : slowest) }
  }))
}

import type { Instant, Plate, Port } from '#values'

/** What an officer asks of the history of vehicles, with the reason and the case it is asked for. */
export interface VehicleQuery {
  readonly plate: string
  readonly closeness: 'exact' | 'confused' | 'one-off'
  readonly site: Port | undefined
  readonly lane: string
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly reference: string
}

/** The same query as it stands in an address, for the next page and the file. */
export function addressOf(path: string, query: VehicleQuery, before?: string): string {
  const told = Object.entries({ ...query, before }).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '')
  return `${path}?${new URLSearchParams(told).toString()}`
}

/** The plate as it is compared, with `#` for one unknown character and `*` for any number of them. */
export function patternOf(asked: string, fold: (part: string) => Plate): string {
  return asked.split('*').map(fold).join('*')
}

/** A day or a minute as it is typed by the clock of a zone; a day alone means its beginning, or as a last day its end. */
export function momentTyped(text: string, end: 'first' | 'last', zone: string): Instant | undefined {
  const typed = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/.exec(text)
  if (typed?.[1] === undefined) return undefined
  try {
    const on = Temporal.PlainDate.from(typed[1]).add({ days: end === 'last' && typed[2] === undefined ? 1 : 0 })
    const wall = on.toPlainDateTime(typed[2] ?? '00:00')
    const exact = wall.toZonedDateTime(zone).add({ minutes: end === 'last' && typed[2] !== undefined ? 1 : 0 })
    return exact.toInstant().toString({ smallestUnit: 'millisecond' }) as Instant
  } catch {
    return undefined
  }
}

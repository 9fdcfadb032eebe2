import type pg from 'pg'
import type { Wanted } from '../../src/border/arrivals/history/sightings.store.ts'
import { hoursAfter, instantOfEpochMs, plate as fold, ports, type Instant } from '../../src/values/door.ts'
import type { Year } from './grow.ts'

/** A search as an officer would type it, with what kind of search it is. */
export interface Question {
  readonly kind: string
  readonly wanted: Wanted
}

type Shape = (plate: string, until: Instant) => Partial<Wanted>

const kinds: Readonly<Record<string, Shape>> = {
  'whole plate': () => ({}),
  'whole plate, confusable characters': () => ({ closeness: 'confused' }),
  'whole plate, one mistake': () => ({ closeness: 'one-off' }),
  'one character unknown': (plate) => ({ pattern: `${plate.slice(0, 2)}#${plate.slice(3)}` }),
  'beginning': (plate) => ({ pattern: `${plate.slice(0, 4)}*` }),
  'end': (plate) => ({ pattern: `*${plate.slice(-4)}` }),
  'middle': (plate) => ({ pattern: `*${plate.slice(2, 5)}*` }),
  'beginning, one port and lane, 30 days': (plate, until) => ({ pattern: `${plate.slice(0, 3)}*`, site: ports[0], lane: '3', since: hoursAfter(-24 * 30, until) }),
  'never seen': (plate) => ({ pattern: `${plate.slice(0, 3)}Q${plate.slice(4)}Q` }),
}

/** The same questions for the same year, about plates that were seen. */
export async function questionsAbout(client: pg.Client, year: Year, ofEach: number): Promise<readonly Question[]> {
  const since = instantOfEpochMs(year.firstDayMs)
  const until = instantOfEpochMs(year.firstDayMs + year.weeks * 7 * 86_400_000)
  const { rows } = await client.query<{ plate: string }>(
    'select plate from (select plate from arrivals.crossing_plate tablesample system ($1) repeatable (7)) as seen order by md5(plate) limit $2',
    [Math.min(100, 5_000_000 / year.sightings), Object.keys(kinds).length * ofEach],
  )
  return Object.entries(kinds).flatMap(([kind, shape], at) => rows.slice(at * ofEach, (at + 1) * ofEach).map(({ plate }) => ({
    kind, wanted: { pattern: fold(plate), closeness: 'exact', since, until, ...shape(plate, until) },
  })))
}

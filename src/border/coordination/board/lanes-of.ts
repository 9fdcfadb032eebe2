import { secondsBetween, type Instant } from '#values'
import type { Crossing, Hit } from '#border/arrivals'

/** One lane with its newest crossings, as the board draws it. */
export interface Lane {
  /** Safe as the id of an element, whatever a camera calls its lane. */
  readonly id: string
  readonly name: string
  readonly crossings: readonly PassedVehicle[]
}

export interface PassedVehicle extends Crossing {
  readonly seconds: number
  /** The most urgent of its hits that nobody dismissed. */
  readonly mark: 'stop' | 'look' | 'note' | undefined
}

const urgency = ['stop', 'check', 'observe', 'do-not-stop'] as const
const marks = { 'stop': 'stop', 'check': 'look', 'observe': 'note', 'do-not-stop': 'note' } as const

export interface Passing {
  readonly crossings: readonly Crossing[]
  readonly hits: readonly Hit[]
  /** Lanes that have a place of their own even when nothing passes, so that no lane moves when another wakes. */
  readonly watched: readonly string[]
}

export function lanesOf({ crossings, hits, watched }: Passing, now: Instant): readonly Lane[] {
  const standing = hits.filter(({ status }) => status !== 'dismissed' && status !== 'superseded')
  const byLane = Map.groupBy(crossings, ({ lane }) => lane ?? '')
  return [...new Set([...watched, ...byLane.keys()])]
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((name) => ({ id: laneId(name), name, crossings: (byLane.get(name) ?? []).map((crossing) => passedVehicle(crossing, standing, now)) }))
}

function passedVehicle(crossing: Crossing, hits: readonly Hit[], now: Instant): PassedVehicle {
  const handlings = new Set(hits.filter(({ crossingId }) => crossingId === crossing.id).map(({ handling }) => handling))
  const worst = urgency.find((handling) => handlings.has(handling))
  return { ...crossing, seconds: Math.max(0, Math.floor(secondsBetween(crossing.lastSeenAt, now))), mark: worst && marks[worst] }
}

/** Letters and digits stay; anything else is written as its code, so that two lanes never share an id. */
function laneId(name: string): string {
  return `lane-${[...name].map((character) => (/[a-z0-9]/i.test(character) ? character : `_${character.codePointAt(0)}_`)).join('')}`
}

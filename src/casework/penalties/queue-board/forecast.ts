import { seededRandom } from '#values'
import { arrivalsInARun, forecastWorkingDays } from '../limits.ts'
import type { QueueModel, Start } from './queue-history.ts'
import { playQueue, type Playing, type Run } from './simulate-queue.ts'

/** The tenth, the middle and the ninetieth of a hundred runs. */
export interface Band {
  readonly low: number
  readonly middle: number
  readonly high: number
}

export interface Forecast {
  readonly people: number
  /** At the end of each working week, how many wait. */
  readonly waiting: readonly Band[]
  /** By the end of each working week, how many have missed their last day since now. */
  readonly breaches: readonly Band[]
  readonly runs: number
}

export interface Forecasting extends Playing {
  readonly seed: number
  readonly runs: number
}

/** The seed is fixed, so that two people who look at the same day see the same figures. */
const seed = 20260101

/** A queue ahead with so many people; what is compared with it names the larger number of people of both. */
export function playedThrough(model: QueueModel, start: Start, { people, runs, peopleCompared = people }: { readonly people: number; readonly runs: number; readonly peopleCompared?: number }): Forecast {
  return forecastOf(model, start, { people, peopleCompared, runs, seed, workingDays: forecastWorkingDays, mostArrivals: arrivalsInARun })
}

/** The same queue, seed and people always give the same forecast. */
export function forecastOf(model: QueueModel, start: Start, { seed, runs, ...playing }: Forecasting): Forecast {
  const played = Array.from({ length: runs }, (_, run) =>
    playQueue(model, start, playing, { chance: seededRandom(seed + 2 * run), crew: seededRandom(seed + 2 * run + 1) }))
  const weeks = Array.from({ length: Math.floor(playing.workingDays / 5) }, (_, week) => 5 * week + 4)
  return {
    runs, people: playing.people,
    waiting: weeks.map((day) => bandOf(played.map(({ waitingByDay }) => waitingByDay[day] ?? 0))),
    breaches: weeks.map((day) => bandOf(played.map((run) => breachedBy(run, day)))),
  }
}

function breachedBy({ breachesByDay }: Run, day: number): number {
  return breachesByDay.slice(0, day + 1).reduce((sum, count) => sum + count, 0)
}

export function bandOf(figures: readonly number[]): Band {
  const sorted = figures.toSorted((one, other) => one - other)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { low: at(0.1), middle: at(0.5), high: at(0.9) }
}

import type { CalendarDate } from '#values'
import { crewOf, type CrewAsked } from './crew.ts'

/** What waits in a queue now, by the last day that the law or nobody sets. */
export interface WaitingLine {
  readonly byOn: CalendarDate | null
  readonly count: number
  readonly oldestOn: CalendarDate
}

/** What came into a queue and left it in the days looked at. */
export interface QueueRecord {
  readonly code: string
  readonly arrivals: readonly { readonly on: CalendarDate; readonly count: number }[]
  /** What each person finished on each day. */
  readonly finished: readonly { readonly on: CalendarDate; readonly by: string | null; readonly count: number; readonly daysWaited: number }[]
  /** Days from the beginning of a waiting to its last day, for those that have one; null for those that have none. */
  readonly allowances: readonly (number | null)[]
}

/** How a queue moves: everything drawn from what the queue itself did. */
export interface QueueModel {
  /** How many came on each working day of the past. */
  readonly arrivalsByDay: readonly number[]
  /** Working days that those who came had until their last day; null where they had none. */
  readonly allowances: readonly (number | null)[]
  /** How many things one person finished on one day of work at this. */
  readonly outputs: readonly number[]
  /** People at work on it on a day on which nobody is away; not a whole number, because nobody does one thing only. */
  readonly people: number
  /** Which part of them is there on each working day ahead. */
  readonly present: readonly number[]
}

/** What waits as a run begins. */
export interface Start {
  /** Things waiting, by working days until their last day; below nothing when it has gone. */
  readonly due: ReadonlyMap<number, number>
  /** Things waiting that have no last day. */
  readonly free: number
}

export function modelOf({ arrivals, finished, allowances }: QueueRecord, days: CrewAsked): QueueModel {
  return {
    arrivalsByDay: onWorkingDays(days.past, arrivals),
    allowances: allowances.map((allowed) => (allowed === null ? null : Math.round((allowed * 5) / 7))),
    outputs: finished.filter(({ by }) => by !== null).map(({ count }) => count),
    ...crewOf(finished, days),
  }
}

/** Each last day as the place of the last working day on which it can be kept; what is due beyond the days ahead stands behind them all. */
export function startOf(waiting: readonly WaitingLine[], ahead: readonly CalendarDate[]): Start {
  const due = new Map<number, number>()
  for (const { byOn, count } of waiting) if (byOn !== null) add(due, placeOf(byOn, ahead), count)
  return { due, free: countOf(waiting.filter(({ byOn }) => byOn === null)) }
}

function placeOf(byOn: CalendarDate, ahead: readonly CalendarDate[]): number {
  const place = ahead.findLastIndex((on) => on <= byOn)
  return place === ahead.length - 1 && byOn !== ahead.at(-1) ? ahead.length : place
}

/** What came on a Saturday or a holiday is found on the next working day. */
function onWorkingDays(working: readonly CalendarDate[], arrivals: QueueRecord['arrivals']): readonly number[] {
  const counts = new Map(working.map((on) => [on, 0]))
  for (const { on, count } of arrivals) {
    const found = working.find((day) => day >= on)
    if (found !== undefined) add(counts, found, count)
  }
  return [...counts.values()]
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

export function countOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0)
}

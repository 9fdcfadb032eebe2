import { daysAfter, daysBetween, type CalendarDate } from '#values'
import { isWorkingDay, workingDaysBetween } from './working-days.ts'

/** One queue as it stands, and what came into it and left it in the days looked at. */
export interface QueueRecord {
  readonly code: string
  /** How many things wait, by the last day that the law or nobody sets for them. */
  readonly waiting: readonly { readonly byOn: CalendarDate | null; readonly count: number; readonly oldestOn: CalendarDate }[]
  readonly arrivals: readonly { readonly on: CalendarDate; readonly count: number }[]
  /** What each person finished on each day. */
  readonly finished: readonly { readonly on: CalendarDate; readonly by: string | null; readonly count: number; readonly daysWaited: number }[]
  /** Days from the beginning of a waiting to its last day, for those that have one; null for those that have none. */
  readonly allowances: readonly (number | null)[]
}

/** What a simulation needs of a queue: everything drawn from what the queue itself did. */
export interface QueueModel {
  /** Things waiting, by working days until their last day; below nothing when it has gone. */
  readonly waiting: ReadonlyMap<number, number>
  /** Things waiting that have no last day. */
  readonly waitingFree: number
  /** How many came on each working day of the past. */
  readonly arrivalsByDay: readonly number[]
  /** Working days that those who came had until their last day; null where they had none. */
  readonly allowances: readonly (number | null)[]
  /** How many things one person finished on one day of work at this. */
  readonly outputs: readonly number[]
  /** People at work on it on a working day, on the average; not a whole number, because nobody does one thing only. */
  readonly people: number
}

export function modelOf({ waiting, arrivals, finished, allowances }: QueueRecord, { from, today }: { readonly from: CalendarDate; readonly today: CalendarDate }): QueueModel {
  const days = Array.from({ length: Math.max(1, daysBetween(from, today)) }, (_, place) => daysAfter(place, from))
  const working = days.filter(isWorkingDay)
  const byPerson = finished.filter(({ by }) => by !== null)
  const due = new Map<number, number>()
  for (const { byOn, count } of waiting) if (byOn !== null) add(due, workingDaysBetween(today, byOn), count)
  return {
    waiting: due,
    waitingFree: sum(waiting.filter(({ byOn }) => byOn === null)),
    arrivalsByDay: onWorkingDays(working, arrivals),
    allowances: allowances.map((days) => (days === null ? null : Math.round((days * 5) / 7))),
    outputs: byPerson.map(({ count }) => count),
    people: working.length === 0 ? 0 : byPerson.length / working.length,
  }
}

/** What came on a Saturday is found on Monday. */
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

function sum(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((total, { count }) => total + count, 0)
}

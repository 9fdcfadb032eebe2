import type { Random } from '#values'
import type { QueueModel } from './queue-history.ts'

/** What is asked of one run. */
export interface Playing {
  readonly people: number
  /** The most people in any run it is compared with: each has a draw of their own every day, there or not, so that like is compared with like. */
  readonly peopleCompared: number
  readonly workingDays: number
  /** More than this many arrivals end a run: a queue that outgrows all bounds needs no forecast. */
  readonly mostArrivals: number
}

/** One run: how many waited at the end of each day, and how many missed their last day in it. */
export interface Run {
  readonly waitingByDay: readonly number[]
  readonly breachesByDay: readonly number[]
  readonly arrived: number
  readonly done: number
}

/** Things waiting, the most urgent first; equal ones are as good as each other, so they are only counted. */
interface Line {
  readonly due: Map<number, number>
  free: number
  waiting: number
}

interface Happens {
  readonly at: number
  readonly what: 'arrives' | 'is-finished'
}

/**
 * Plays one queue through, event by event: things arrive as they did on some day of the past, and each person at work finishes as many as
 * somebody did on some day, taking the most urgent first. Whoever finds nothing to do has lost that time, as in life.
 */
export function playQueue(model: QueueModel, { people, peopleCompared, workingDays, mostArrivals }: Playing, { chance, crew }: { readonly chance: Random; readonly crew: Random }): Run {
  const line: Line = { due: new Map(model.waiting), free: model.waitingFree, waiting: model.waitingFree + total(model.waiting) }
  const run = { waitingByDay: [] as number[], breachesByDay: [] as number[], arrived: 0, done: 0 }
  for (let day = 0; day < workingDays; day += 1) {
    const before = run.arrived
    const coming = Math.min(mostArrivals - before, drawn(model.arrivalsByDay, chance) ?? 0)
    for (const { what } of eventsOf(coming, outputsOn(model, { people, peopleCompared }, crew), chance)) {
      if (what === 'arrives') join(line, drawn(model.allowances, chance), day)
      else if (serve(line)) run.done += 1
    }
    run.arrived += coming
    run.waitingByDay.push(line.waiting)
    run.breachesByDay.push(line.due.get(day) ?? 0)
  }
  return run
}

/** When each thing comes and each piece of work is finished within the day. */
function eventsOf(arrivals: number, finished: readonly number[], chance: Random): readonly Happens[] {
  const coming: Happens[] = Array.from({ length: arrivals }, () => ({ at: chance.next(), what: 'arrives' }))
  const going: Happens[] = finished.flatMap((count) => Array.from({ length: count }, (_, place) => ({ at: (place + 1) / count, what: 'is-finished' as const })))
  return [...coming, ...going].toSorted((one, other) => one.at - other.at)
}

/** The whole people are there every day, the rest of one on so many days. */
function outputsOn({ outputs }: QueueModel, { people, peopleCompared }: Pick<Playing, 'people' | 'peopleCompared'>, crew: Random): readonly number[] {
  const whole = Math.floor(people)
  const isThere = crew.next() < people - whole
  const day = Array.from({ length: Math.ceil(peopleCompared) }, () => drawn(outputs, crew) ?? 0)
  return day.slice(0, whole + (isThere ? 1 : 0))
}

function join(line: Line, allowance: number | null | undefined, day: number): void {
  if (allowance === null || allowance === undefined) line.free += 1
  else line.due.set(day + allowance, (line.due.get(day + allowance) ?? 0) + 1)
  line.waiting += 1
}

function serve(line: Line): boolean {
  if (line.waiting === 0) return false
  line.waiting -= 1
  if (line.due.size === 0) line.free -= 1
  else takeSoonest(line.due)
  return true
}

function takeSoonest(due: Map<number, number>): void {
  let soonest = Infinity
  for (const day of due.keys()) if (day < soonest) soonest = day
  const left = (due.get(soonest) ?? 0) - 1
  if (left > 0) due.set(soonest, left)
  else due.delete(soonest)
}

function drawn<Value>(past: readonly Value[], chance: Random): Value | undefined {
  return past.length === 0 ? undefined : past[chance.whole(0, past.length - 1)]
}

function total(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

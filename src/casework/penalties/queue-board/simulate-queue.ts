import type { Random } from '#values'
import type { QueueModel, Start } from './queue-history.ts'

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

/** Where chance comes from: what happens to the queue, and who works how fast, so that more people meet the same days. */
export interface Chances {
  readonly chance: Random
  readonly crew: Random
}

/** Things waiting, counted by the working day they are due on; equal ones are as good as each other. */
interface Line {
  /** First those whose day has gone, then one place for each day of the run, last those due beyond it. */
  readonly due: number[]
  /** No place before this one holds anything. */
  soonest: number
  free: number
  waiting: number
}

/**
 * Plays one queue through, event by event: things arrive as they did on some day of the past, and each person at work finishes as many as
 * somebody did on some day, taking the most urgent first. Whoever finds nothing to do has lost that time, as in life.
 */
export function playQueue(model: QueueModel, start: Start, { people, peopleCompared, workingDays, mostArrivals }: Playing, { chance, crew }: Chances): Run {
  const line = lineOf(start, workingDays)
  const run = { waitingByDay: [] as number[], breachesByDay: [] as number[], arrived: 0, done: 0 }
  for (let day = 0; day < workingDays; day += 1) {
    const coming = timesOf(Math.min(mostArrivals - run.arrived, drawn(model.arrivalsByDay, chance) ?? 0), chance)
    const there = people * (model.present[day] ?? 1)
    const finishing = finishTimes(outputsOn(model.outputs, { people: there, peopleCompared }, crew))
    let come = 0
    const joinUntil = (at: number): void => {
      for (; come < coming.length && (coming[come] ?? 0) <= at; come += 1) join(line, drawn(model.allowances, chance), day)
    }
    for (const at of finishing) {
      joinUntil(at)
      if (serve(line)) run.done += 1
    }
    joinUntil(1)
    run.arrived += coming.length
    run.waitingByDay.push(line.waiting)
    run.breachesByDay.push(line.due[day + 1] ?? 0)
  }
  return run
}

function lineOf({ due, free }: Start, workingDays: number): Line {
  const line: Line = { due: Array.from({ length: workingDays + 2 }, () => 0), soonest: 0, free, waiting: free }
  for (const [day, count] of due) {
    const place = placeIn(line, day)
    line.due[place] = (line.due[place] ?? 0) + count
    line.waiting += count
  }
  return line
}

/** When each thing comes within the day, in order. Numbers alone are sorted several times as fast as events would be. */
function timesOf(arrivals: number, chance: Random): Float64Array {
  const times = new Float64Array(arrivals)
  for (let place = 0; place < arrivals; place += 1) times[place] = chance.next()
  return times.sort()
}

/** Whoever finishes four in a day finishes one at each quarter of it. */
function finishTimes(outputs: readonly number[]): Float64Array {
  const times = new Float64Array(outputs.reduce((sum, count) => sum + count, 0))
  let at = 0
  for (const count of outputs) for (let place = 1; place <= count; place += 1) times[at++] = place / count
  return times.sort()
}

/** The whole people are there every day, the rest of one on so many days. */
function outputsOn(outputs: readonly number[], { people, peopleCompared }: Pick<Playing, 'people' | 'peopleCompared'>, crew: Random): readonly number[] {
  const whole = Math.floor(people)
  const isThere = crew.next() < people - whole
  const day = Array.from({ length: Math.ceil(peopleCompared) }, () => drawn(outputs, crew) ?? 0)
  return day.slice(0, whole + (isThere ? 1 : 0))
}

function join(line: Line, allowance: number | null | undefined, day: number): void {
  line.waiting += 1
  if (allowance === null || allowance === undefined) {
    line.free += 1
    return
  }
  const place = placeIn(line, day + allowance)
  line.due[place] = (line.due[place] ?? 0) + 1
  line.soonest = Math.min(line.soonest, place)
}

function placeIn({ due }: Line, day: number): number {
  return Math.max(0, Math.min(day + 1, due.length - 1))
}

function serve(line: Line): boolean {
  if (line.waiting === 0) return false
  line.waiting -= 1
  while (line.soonest < line.due.length && line.due[line.soonest] === 0) line.soonest += 1
  if (line.soonest === line.due.length) line.free -= 1
  else line.due[line.soonest] = (line.due[line.soonest] ?? 0) - 1
  return true
}

function drawn<Value>(past: readonly Value[], chance: Random): Value | undefined {
  return past.length === 0 ? undefined : past[chance.whole(0, past.length - 1)]
}

import { daysAfter, daysBetween, type CalendarDate } from '#values'
import type { QueueRecord } from './queue-history.ts'

/** One queue in figures, as the board sets it beside the others. */
export interface QueueFigures {
  readonly code: string
  readonly waiting: number
  readonly overdue: number
  readonly oldestDays: number
  readonly came: number
  readonly left: number
  /** How long what was finished had waited, on the average; null where nothing was. */
  readonly meanDays: number | null
  /** Finished by people here, which is what a forecast rests on. */
  readonly finishedByPeople: number
}

/** Four weeks: long enough to even out a quiet Monday, short enough to see a change. */
export const lately = 28

export function figuresOf({ code, waiting, arrivals, finished }: QueueRecord, today: CalendarDate): QueueFigures {
  const since = daysAfter(-lately, today)
  const recent = finished.filter(({ on }) => on >= since)
  const left = countOf(recent)
  const oldest = waiting.map(({ oldestOn }) => oldestOn).toSorted()[0]
  return {
    code,
    waiting: countOf(waiting),
    overdue: countOf(waiting.filter(({ byOn }) => byOn !== null && byOn < today)),
    oldestDays: oldest === undefined ? 0 : daysBetween(oldest, today),
    came: countOf(arrivals.filter(({ on }) => on >= since)),
    left,
    meanDays: left === 0 ? null : recent.reduce((sum, { daysWaited }) => sum + daysWaited, 0) / left,
    finishedByPeople: countOf(finished.filter(({ by }) => by !== null)),
  }
}

function countOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0)
}

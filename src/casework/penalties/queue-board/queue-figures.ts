import { daysAfter, daysBetween, type CalendarDate } from '#values'
import { countOf, type QueueRecord, type WaitingLine } from './queue-history.ts'

/** What waits in one queue at this moment. */
export interface WaitingFigures {
  readonly waiting: number
  readonly overdue: number
  readonly oldestDays: number
}

/** What came and went in one queue before this day. */
export interface PastFigures {
  readonly came: number
  readonly left: number
  /** How long what was finished had waited, on the average; null where nothing was. */
  readonly meanDays: number | null
  /** Finished by people here, which is what a forecast rests on. */
  readonly finishedByPeople: number
}

/** Four weeks: long enough to even out a quiet Monday, short enough to see a change. */
export const lately = 28

export function waitingFigures(waiting: readonly WaitingLine[], today: CalendarDate): WaitingFigures {
  const oldest = waiting.map(({ oldestOn }) => oldestOn).toSorted()[0]
  return {
    waiting: countOf(waiting),
    overdue: countOf(waiting.filter(({ byOn }) => byOn !== null && byOn < today)),
    oldestDays: oldest === undefined ? 0 : daysBetween(oldest, today),
  }
}

export function pastFigures({ arrivals, finished }: QueueRecord, today: CalendarDate): PastFigures {
  const since = daysAfter(-lately, today)
  const recent = finished.filter(({ on }) => on >= since)
  const left = countOf(recent)
  return {
    left,
    came: countOf(arrivals.filter(({ on }) => on >= since)),
    meanDays: left === 0 ? null : recent.reduce((sum, { daysWaited }) => sum + daysWaited, 0) / left,
    finishedByPeople: countOf(finished.filter(({ by }) => by !== null)),
  }
}

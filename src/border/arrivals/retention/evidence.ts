import { daysAfter, type CalendarDate } from '#values'
import { detectionEvidenceDays, stopEvidenceDays } from '../limits.ts'

/** What a crossing is evidence of, from the least to the most. */
export type Because = 'hit' | 'search' | 'hold' | 'detection'

/** A crossing that something rests on, with the reference it is kept for. */
export interface Linked {
  readonly crossingId: string
  readonly because: Because
  readonly reference: string
  /** For a hold, the last day its officer gave. */
  readonly untilOn?: CalendarDate
}

/** The day on which evidence has to go, counted from the day the vehicle passed. */
export function deleteOn({ because, untilOn }: Pick<Linked, 'because' | 'untilOn'>, passedOn: CalendarDate): CalendarDate {
  if (because === 'hold' && untilOn !== undefined) return daysAfter(1, untilOn)
  return daysAfter(because === 'detection' ? detectionEvidenceDays : stopEvidenceDays, passedOn)
}


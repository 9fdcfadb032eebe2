import type { CalendarDate, Citation, Instant } from '#values'

/** One line of the timeline, in the shape its piece takes. */
export interface TimelineEntry {
  readonly on: CalendarDate
  readonly at: Instant
  readonly text: string
  readonly by: string
  readonly role: string
  readonly reason?: string
  readonly under: readonly Citation[]
  readonly kind?: 'look' | 'stop' | 'done'
}

/** What one event says of itself. */
export type Told = Pick<TimelineEntry, 'text' | 'reason' | 'kind'>

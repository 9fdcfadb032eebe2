import type { Happening } from '#platform/decisions'
import { measures } from './measure.ts'

export interface Count {
  readonly measure: string
  readonly number: number
}

/** What one event adds to the year's figures. Throws when an event lacks the number it is counted by. What came in from another system was counted there. */
export function countEvent(event: Happening): readonly Count[] {
  if ('imported' in event) return []
  return measures.filter((measure) => measure.event === event.type).map(({ id, sum }) => ({ measure: id, number: sum === undefined ? 1 : numberIn(event, sum) }))
}

function numberIn(event: Happening, field: string): number {
  const value: unknown = Object.entries(event).find(([name]) => name === field)?.[1]
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw new TypeError(`Event ${event.type} has no whole number in ${field}`)
}

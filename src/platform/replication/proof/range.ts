import { day, dayOf, daysAfter, daysBetween, epochMsOf, instantOfEpochMs, type Instant } from '#values'

/** How a table's rows fall into ranges: by the time in their ids, by day, or by parts of any other key (migration 0111). */
export type RangeKind = 'id' | 'day' | 'key'

/** The key by which a table is proven in ranges. */
export interface RangeKey {
  readonly column: string
  readonly kind: RangeKind
}

const rangeMs = 2 ** 14
const firstDay = day('2000-01-01')

/** A range in words that lead a person to its rows. */
export function rangeInWords(kind: RangeKind, range: number): string {
  if (kind === 'day') return daysAfter(range, firstDay)
  if (kind === 'key') return `part ${range} of 256`
  const [from, to] = [range, range + 1].map((each) => instantOfEpochMs(each * rangeMs))
  return `${from} to ${to}`
}

/** The range into which something of this moment falls. */
export function rangeAt(kind: Exclude<RangeKind, 'key'>, at: Instant): number {
  return kind === 'day' ? daysBetween(firstDay, dayOf(at)) : Math.floor(epochMsOf(at) / rangeMs)
}

import { daysAfter, day, instantOfEpochMs } from '#values'

/** How a table's rows fall into ranges: by the time in their ids, by day, or by parts of any other key (migration 0111). */
export type RangeKind = 'id' | 'day' | 'key'

/** The key by which a table is proven in ranges. */
export interface RangeKey {
  readonly column: string
  readonly kind: RangeKind
}

const rangeMs = 2 ** 14

/** A range in words that lead a person to its rows. */
export function rangeInWords(kind: RangeKind, range: number): string {
  if (kind === 'day') return daysAfter(range, day('2000-01-01'))
  if (kind === 'key') return `part ${range} of 256`
  const [from, to] = [range, range + 1].map((each) => instantOfEpochMs(each * rangeMs))
  return `${from} to ${to}`
}

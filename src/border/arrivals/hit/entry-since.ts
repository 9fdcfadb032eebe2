import type { Entry } from '#border/watchlists'
import type { CalendarDate, Instant } from '#values'
import { isOpen, type Hit } from './hit.ts'

/** What became of the entry that an open hit rests on, where it no longer stands. */
export type EntrySince =
  /** The centre had withdrawn it and the news had not reached the port, so the vehicle ought not to have alerted. */
  | { readonly kind: 'withdrawn-before'; readonly at: Instant }
  | { readonly kind: 'withdrawn-since'; readonly at: Instant | null }
  | { readonly kind: 'ended-since'; readonly on: CalendarDate }

/** Only a person closes a hit, so one whose entry has gone stays open and says so. */
export function entrySince(hit: Pick<Hit, 'status' | 'raisedAt'>, entry: Pick<Entry, 'status' | 'withdrawnAt' | 'lastDayOn'>, today: CalendarDate): EntrySince | undefined {
  if (!isOpen(hit)) return undefined
  if (entry.status === 'active') return entry.lastDayOn < today ? { kind: 'ended-since', on: entry.lastDayOn } : undefined
  const at = entry.withdrawnAt
  return at !== null && at <= hit.raisedAt ? { kind: 'withdrawn-before', at } : { kind: 'withdrawn-since', at }
}

import { announce, refuse, type Decision } from '#platform/decisions'
import type { Instant } from '#values'
import type { Entry, EntryWithdrawn } from './entry.ts'

/** Takes a vehicle off its list; the entry stays to be read. */
export function withdrawEntry(entry: Entry | undefined, now: Instant): Decision<EntryWithdrawn> {
  if (entry === undefined) return refuse('no-such-entry')
  if (entry.status === 'withdrawn') return refuse('entry-withdrawn-already')
  return announce({ type: 'entry-withdrawn', withdrawnAt: now })
}

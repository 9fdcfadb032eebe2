import { announce, refuse, type Decision } from '#platform/decisions'
import type { Entry, EntryWithdrawn } from './entry.ts'

/** Takes a vehicle off its list; the entry stays to be read. */
export function withdrawEntry(entry: Entry | undefined): Decision<EntryWithdrawn> {
  if (entry === undefined) return refuse('no-such-entry')
  if (entry.status === 'withdrawn') return refuse('entry-withdrawn-already')
  return announce({ type: 'entry-withdrawn' })
}

import { announce, refuse, type Decision } from '#platform/decisions'
import { awaitsSecondPerson, type Entry, type EntryConfirmed } from './entry.ts'

/** The second person agrees that the vehicle is to be stopped. */
export function confirmEntry(entry: Entry | undefined, officerId: string): Decision<EntryConfirmed> {
  if (entry === undefined) return refuse('no-such-entry')
  if (entry.status === 'withdrawn') return refuse('entry-withdrawn-already')
  if (!awaitsSecondPerson(entry)) return refuse('no-second-person-needed')
  if (entry.addedBy === officerId) return refuse('second-person-must-be-another')
  return announce({ type: 'entry-confirmed', confirmedBy: officerId })
}

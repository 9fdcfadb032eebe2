import type { BundleBlock } from '#platform/documents'
import { dayInWords } from '#values'
import type { TimelineEntry } from '../case/timeline-entry.ts'
import { fill, fit } from './columns.ts'

/** What started, stopped or met a legal day: none of the office's own steps between them. */
export const timelineTypes: ReadonlySet<string> = new Set([
  'case-opened', 'find-corrected', 'penalty-decided', 'notice-issued', 'objection-received', 'late-objection-received', 'late-objection-accepted', 'late-objection-refused',
  'decision-time-agreed', 'objection-determined', 'penalty-reduced', 'penalty-increased', 'penalty-cancelled', 'penalty-settled', 'penalty-reopened', 'appeal-lodged', 'appeal-concluded',
])

/** Oldest first, as a court reads. The day is when it was recorded; the words name the day that counts in law. */
export function writeTimeline(entries: readonly Pick<TimelineEntry, 'on' | 'text' | 'by' | 'role'>[]): readonly BundleBlock[] {
  return [{ kind: 'rows', caption: '', columns: [fit('Recorded on'), fill('What'), fit('By')], rows: entries.map(({ on, text, by, role }) => [dayInWords(on), text, `${by}, ${role}`]) }]
}

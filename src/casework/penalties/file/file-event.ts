import type { LinkEvent } from '../case-link/case-link.ts'
import type { EvidenceEvent } from '../evidence/evidence.ts'
import type { FlagEvent } from '../flag/flag.ts'
import type { RequestEvent } from '../information-request/information-request.ts'
import type { NoteEvent } from '../note/note.ts'
import type { PersonLinkEvent } from '../person-link/person-link.ts'
import type { RepresentativeEvent } from '../representative/representative.ts'

/** Everything that can happen to what lies in the file. */
export type FileEvent = FlagEvent | EvidenceEvent | RepresentativeEvent | RequestEvent | NoteEvent | LinkEvent | PersonLinkEvent

const types: Readonly<Record<FileEvent['type'], true>> = {
  'flag-raised': true, 'flag-reviewed': true, 'flag-lowered': true,
  'evidence-added': true, 'evidence-redacted': true, 'evidence-transcribed': true, 'evidence-disclosure-set': true, 'evidence-withdrawn': true, 'evidence-shown': true, 'evidence-commented': true, 'evidence-infected': true, 'evidence-released': true,
  'representative-appointed': true, 'representation-ended': true,
  'information-requested': true, 'answer-reminded': true, 'more-time-to-answer': true, 'answers-received': true, 'answer-judged': true, 'information-request-closed': true,
  'note-written': true, 'note-struck': true, 'cases-linked': true, 'cases-unlinked': true,
  'person-link-made': true, 'person-link-ended': true,
}

export function isOfFile<Other extends { readonly type: string }>(event: FileEvent | Other): event is FileEvent {
  return Object.hasOwn(types, event.type)
}

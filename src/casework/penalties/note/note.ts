import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import type { Instant } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { Named } from '../penalty/penalty.ts'

/** What a note is about. What has a field of its own (an address, evidence, a flag) is not for a note (casework.md F46). */
export const noteCategories = ['telephone', 'meeting', 'legal-advice', 'handling', 'quality-check', 'other'] as const
export type NoteCategory = (typeof noteCategories)[number]

/** Written once; a mistake is struck through and stays readable. */
export interface Note {
  readonly id: string
  readonly caseId: string
  readonly category: NoteCategory
  readonly personId: string | null
  readonly text: string
  readonly writtenBy: Named
  readonly writtenAt: Instant
  readonly struck: { readonly reasons: string; readonly by: Named; readonly at: Instant } | null
}

export interface NoteWritten extends Happening, Omit<Note, 'id' | 'struck'> {
  readonly type: 'note-written'
  readonly noteId: string
}

export interface NoteStruck extends Happening {
  readonly type: 'note-struck'
  readonly struck: NonNullable<Note['struck']>
}

export type NoteEvent = NoteWritten | NoteStruck

export function evolveNote(state: Note | undefined, event: NoteEvent): Note {
  if (event.type === 'note-written') {
    const { noteId, caseId, category, personId, text, writtenBy, writtenAt } = event
    return { id: noteId, caseId, category, personId, text, writtenBy, writtenAt, struck: null }
  }
  if (state === undefined) throw new Error('A note is written before it is struck')
  return { ...state, struck: event.struck }
}

export function writeNote(found: PenaltyCase, writing: Omit<NoteWritten, 'type' | 'under' | 'caseId'>): Decision<NoteWritten> {
  if (writing.text.trim() === '') return refuse('nothing-noted')
  return announce({ type: 'note-written', ...writing, caseId: found.id })
}

export function strikeNote(note: Note | undefined, struck: NonNullable<Note['struck']>): Decision<NoteStruck> {
  if (note === undefined) return refuse('no-such-note')
  if (note.struck !== null) return refuse('note-struck-already')
  if (struck.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'note-struck', struck })
}

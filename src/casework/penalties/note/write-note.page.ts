import { z } from 'zod'
import { newId } from '#platform/identity'
import { caseForm } from '../case/case-form.page.ts'
import { maybeOne, someWords } from '../case/form-fields.ts'
import { choicesOf, personOrCase } from '../file/choices.ts'
import { noteCategoryWords } from '../file/file-words.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { named } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { keepFile } from '../rights.ts'
import { noteCategories, strikeNote, writeNote } from './note.ts'
import { noteThing } from './note.store.ts'

export const writeNotePage = caseForm({
  path: '/cases/:id/notes/new',
  params: z.object({ id: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/note/write-note.njk',
  what: 'note to write',
  form: z.object({ category: z.enum(noteCategories, 'Choose what it is about'), personId: maybeOne, text: someWords('Write the note') }),
  view: async ({ db }, { id }) => ({ heading: 'Write a note', people: personOrCase(await personsOfCase(db, id)), categories: choicesOf(noteCategories, noteCategoryWords), values: {} }),
  act: ({ db }, { id: caseId }, answers, by) => {
    const noteId = newId()
    return changeInFile(db, noteThing, { id: noteId, caseId, by }, (_none, { found }) => writeNote(found, { ...answers, noteId, writtenBy: named(by), writtenAt: by.at }))
  },
  next: ({ id }) => `/cases/${id}/file#notes`,
  done: { en: 'The note is in the file.', fr: 'La note est au dossier.' },
})

/** A mistake stays readable, struck through, with why. */
export const strikeNotePage = caseForm({
  path: '/cases/:id/notes/:noteId/strike',
  params: z.object({ id: z.uuid(), noteId: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/note/strike-note.njk',
  what: 'note to strike',
  form: z.object({ reasons: someWords('Give your reasons') }),
  view: async ({ db }, found, { noteId }) => {
    const note = await noteThing.read(db, noteId)
    return note?.caseId === found.id && note.struck === null ? { heading: 'Strike a note through', note, values: {} } : undefined
  },
  act: ({ db }, { id: caseId, noteId }, { reasons }, by) => changeInFile(db, noteThing, { id: noteId, caseId, by }, (note) => strikeNote(note, { reasons, by: named(by), at: by.at })),
  next: ({ id }) => `/cases/${id}/file#notes`,
  done: { en: 'The note is struck through.', fr: 'La note est barrée.' },
})

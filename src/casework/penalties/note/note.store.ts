import { thingInFile } from '../file/kept-in-file.store.ts'
import { evolveNote, type Note, type NoteEvent } from './note.ts'

export const noteThing = thingInFile<Note, NoteEvent>('note', 'note', evolveNote)

import { z } from 'zod'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { bundlesOfAppeal } from '../bundle/bundle.store.ts'
import { aDay } from '../case/form-fields.ts'
import { reasonsMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { recordAppeals } from '../rights.ts'
import { aheadOf, diaryKinds, diaryParties, type Appeal } from './appeal.ts'
import { appealForm } from './appeal-form.page.ts'
import { changeAppeal } from './change-appeal.store.ts'
import { diaryKindWords, partyWords } from './appeal-words.ts'
import { closeDiaryEntry, noteInDiary } from './keep-diary.ts'


/** A hearing, or a direction of the court, with the day it is for. */
export const noteInDiaryPage = appealForm({
  end: 'diary/new',
  right: recordAppeals,
  template: 'casework/penalties/appeal/note-in-diary.njk',
  form: z.object({
    id: z.uuid().default(newId),
    kind: z.enum(diaryKinds, 'Choose what it is'),
    what: z.string('Say what the court wants').trim().min(1, 'Say what the court wants').max(reasonsMax),
    on: aDay('Enter the day it is for'),
    time: z.string().default('').refine((typed) => typed === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), 'Enter the hour as 14:00, or leave it empty').transform((typed) => (typed === '' ? null : typed)),
    whose: z.enum(diaryParties, 'Choose whose move it is'),
  }),
  what: 'appeal diary',
  view: async (_ctx, appeal) => ({
    appeal, heading: 'Add to the court diary',
    kinds: diaryKinds.map((value) => ({ value, text: diaryKindWords[value] })),
    parties: diaryParties.map((value) => ({ value, text: partyWords[value] })),
    values: { id: newId(), whose: 'us' },
  }),
  act: ({ db }, { id }, entry, by) => changeAppeal(db, { id, by }, (appeal) => noteInDiary(appeal, entry)),
  done: { en: 'It is in the court diary.', fr: 'C’est inscrit au calendrier du tribunal.' },
})

/** What was done, and what proves it; or that the court took it back. */
export const closeDiaryEntryPage = appealForm({
  end: 'diary/close',
  right: recordAppeals,
  template: 'casework/penalties/appeal/close-diary-entry.njk',
  form: z.object({
    entryId: z.uuid('Choose which entry'),
    as: z.enum(['done', 'vacated'], 'Choose what became of it'),
    on: aDay('Enter the day'),
    proof: z.string('Say what proves it').trim().min(1, 'Say what proves it').max(reasonsMax),
  }),
  what: 'appeal diary',
  view: async ({ clock, db }, appeal) => ({
    appeal, heading: 'Close an entry of the court diary',
    entries: aheadOf(appeal).map(({ id, kind, what, on }) => ({ id, on, text: `${diaryKindWords[kind]}: ${what}` })),
    values: { on: clock.today(), entryId: aheadOf(appeal)[0]?.id, proof: await proofOfBundle(db, appeal) },
  }),
  act: ({ db, clock }, { id }, { entryId, ...closed }, by) =>
    changeAppeal(db, { id, by }, (appeal) => closeDiaryEntry(appeal, { entryId, ...closed, by: named(by), today: clock.today() })),
  done: { en: 'The entry is closed.', fr: 'L’inscription est close.' },
})

/** Whoever has filed the bundle need not copy its hash. */
async function proofOfBundle(db: Database, appeal: Appeal): Promise<string> {
  const [latest] = await bundlesOfAppeal(db, appeal.id)
  if (latest === undefined || aheadOf(appeal)[0]?.kind !== 'file-bundle') return ''
  return `Bundle ${latest.number}, ${latest.pages} pages, SHA-256 ${latest.pdfSha256}`
}

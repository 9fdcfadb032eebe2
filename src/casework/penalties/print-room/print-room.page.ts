import { z } from 'zod'
import { formPage } from '#platform/web'
import { dayOf } from '#values'
import { batchesShown, lettersInABatch } from '../letter-limits.ts'
import { languageNames, type LetterLanguage } from '../person/language.ts'
import { refusals } from '../refusals.ts'
import { sendLetters } from '../rights.ts'
import { purposeWords } from '../template/template-words.ts'
import { batchStanding } from './batch-words.ts'
import { makeBatch } from './change-batch.store.ts'
import { lettersToPrint } from './letters-to-print.store.ts'
import { lettersLeft } from './print-batch.ts'
import { latestBatches } from './print-batch.store.ts'

/** Letters that wait for paper, and the batches in which others were printed and posted. */
export const printRoomPage = formPage({
  path: '/letters/print',
  right: sendLetters,
  template: 'casework/penalties/print-room/print-room.njk',
  refusals,
  form: z.object({ letters: z.array(z.uuid(), 'Choose at least one letter').min(1, 'Choose at least one letter').max(lettersInABatch) }),
  show: async (_params, { db, officer }) => {
    const waiting = await lettersToPrint(db, { officer, most: lettersInABatch + 1 })
    return {
      most: lettersInABatch, isCut: waiting.length > lettersInABatch,
      waiting: waiting.slice(0, lettersInABatch).map((letter) => ({ ...letter, purpose: purposeWords[letter.purpose], languageName: languageNames[letter.language as LetterLanguage] })),
      batches: (await latestBatches(db, batchesShown)).map((batch) => ({ ...batch, standing: batchStanding(batch), count: lettersLeft(batch).length, madeOn: dayOf(batch.madeAt) })),
    }
  },
  submit: (_params, { letters }, { db, officer, by }) => makeBatch(db, officer, letters, by('Printing letters')),
  next: (_params, _form, { events }) => `/letters/print/${events[0]?.batchId ?? ''}`,
  done: { en: 'The batch is made. Print its files, then record that it was printed.', fr: 'Le lot est constitué. Imprimez ses fichiers, puis enregistrez l’impression.' },
})

import { z } from 'zod'
import type { Database } from '#platform/database'
import type { Decision, Happening } from '#platform/decisions'
import { change } from '#platform/events'
import { action, formPage, page, type PageContext } from '#platform/web'
import { dayOf, type Officer } from '#values'
import { aDay } from '../case/form-fields.ts'
import { lettersInABatch } from '../letter-limits.ts'
import { reasonsMax } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { sendLetters } from '../rights.ts'
import { dispatchStageWords } from '../service/dispatch-words.ts'
import { dispatchesByIds } from '../service/dispatch.store.ts'
import { batchStanding } from './batch-words.ts'
import { postBatch } from './change-batch.store.ts'
import { recordPrinted, takeOut } from './follow-batch.ts'
import { lettersOpenTo } from './letters-to-print.store.ts'
import { lettersLeft, type PrintBatch } from './print-batch.ts'
import { batchThing, readBatch } from './print-batch.store.ts'

const params = z.object({ id: z.uuid() })
const words = (message: string) => z.string(message).min(1, message).max(reasonsMax)

const aboutOneBatch = {
  right: sendLetters,
  template: 'casework/penalties/print-room/print-batch.njk',
  params,
  refusals,
  next: ({ id }: { readonly id: string }) => `/letters/print/${id}`,
} as const

/** One batch: its files, its letters, who printed it and who posted it, and whether as many envelopes left as letters went in. */
const showBatchPage = page({ ...aboutOneBatch, path: '/letters/print/:id', show: ({ params: { id } }, ctx) => batchView(ctx, id) })

async function batchView({ db, clock, officer }: PageContext, id: string): Promise<object | undefined> {
  const batch = await readBatch(db, id)
  if (batch === undefined) return undefined
  const left = lettersLeft(batch).length
  return {
    batch, left, standing: batchStanding(batch), madeOn: dayOf(batch.madeAt), printedOn: batch.printed && dayOf(batch.printed.at),
    lines: await linesOf(db, officer, batch),
    values: { on: clock.today() },
  }
}

/** Of a letter in a case that is closed to this officer only its place in the tray is said. */
async function linesOf(db: Database, officer: Officer, { letters, takenOut }: PrintBatch): Promise<readonly object[]> {
  const ids = letters.map(({ dispatchId }) => dispatchId)
  const [dispatches, open] = [await dispatchesByIds(db, ids), await lettersOpenTo(db, officer, ids)]
  return letters.map((letter) => {
    const dispatch = dispatches.find(({ id }) => id === letter.dispatchId)
    if (!open.has(letter.dispatchId)) return { dispatchId: letter.dispatchId, isClosed: true }
    return { ...letter, out: takenOut.find(({ dispatchId }) => dispatchId === letter.dispatchId), stage: dispatch && dispatchStageWords[dispatch.stage], country: dispatch?.to.country }
  })
}

const recordPrintedButton = action({
  ...aboutOneBatch,
  path: '/letters/print/:id/printed',
  submit: ({ id }, _form, { db, clock, officer, by }): Promise<Decision<Happening>> => change(db, batchThing, { id, by: by('Printing letters') }, (batch) => recordPrinted(batch, { officerId: officer.id, name: officer.name }, clock.now())),
  done: { en: 'That it was printed is recorded. Count the envelopes before they are posted.', fr: 'L’impression est enregistrée. Comptez les enveloppes avant l’envoi.' },
})

const takeOutPage = formPage({
  ...aboutOneBatch,
  path: '/letters/print/:id/taken-out',
  form: z.object({ dispatchId: z.uuid('Choose the letter'), outReasons: words('Say why it is taken out') }),
  show: ({ id }, ctx) => batchView(ctx, id),
  submit: ({ id }, { dispatchId, outReasons }, { db, clock, officer, by }) => {
    const out = { dispatchId, reasons: outReasons, by: { officerId: officer.id, name: officer.name }, on: clock.today() }
    return change(db, batchThing, { id, by: by(outReasons) }, (batch) => takeOut(batch, out))
  },
  done: { en: 'It is out of the batch and waits to be printed again, unless it was held back.', fr: 'La lettre est retirée du lot et attend une nouvelle impression, sauf si elle est retenue.' },
})

const postBatchPage = formPage({
  ...aboutOneBatch,
  path: '/letters/print/:id/posted',
  form: z.object({
    on: aDay('Enter the day they were posted'),
    envelopes: z.coerce.number('Count the envelopes').int('Count the envelopes').min(0, 'Count the envelopes').max(lettersInABatch, `A batch has at most ${lettersInABatch}`),
    evidence: words('Say what proves it: tray, time, and who took them'),
  }),
  show: ({ id }, ctx) => batchView(ctx, id),
  submit: ({ id }, answers, { db, clock, officer, by }) => postBatch(db, id, { ...answers, by: { officerId: officer.id, name: officer.name }, today: clock.today() }, by('Posting letters')),
  done: { en: 'Each letter is recorded as sent, with the batch as its proof.', fr: 'Chaque lettre est enregistrée comme envoyée, le lot faisant preuve.' },
})

export const batchPages = [showBatchPage, recordPrintedButton, takeOutPage, postBatchPage]

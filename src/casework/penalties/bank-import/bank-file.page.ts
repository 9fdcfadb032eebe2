import { z } from 'zod'
import { recordLook } from '#platform/events'
import { formPage, type PageContext } from '#platform/web'
import { refusals } from '../refusals.ts'
import { importBankFiles } from '../rights.ts'
import { entriesOfFile } from './bank-entry.store.ts'
import { readBankFile, type BankFile } from './bank-file.store.ts'
import type { JudgedRow } from './judge-rows.ts'
import { newEntries } from './judge-rows.ts'
import { judge, takeInFile } from './take-in.store.ts'
import { entryStageWords, faultWords, standingWords } from './words.ts'

/** What a file holds and what would become of each row; taking it in is a person's act. */
export const bankFilePage = formPage({
  path: '/ledger/bank-files/:id',
  right: importBankFiles,
  template: 'casework/penalties/bank-import/bank-file.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({}),
  refusals,
  show: async ({ id }, ctx) => {
    const file = await readBankFile(ctx.db, id)
    return file && view(ctx, file)
  },
  submit: ({ id }, _form, { db, clock, by }) => takeInFile(db, { fileId: id, on: clock.today(), by: by('Took in a bank statement') }),
  next: ({ id }) => `/ledger/bank-files/${id}`,
  done: { en: 'The statement is taken in. Say now what each payment is for.', fr: 'Le relevé est enregistré. Indiquez à quoi correspond chaque paiement.' },
})

async function view({ db, by }: PageContext, file: BankFile): Promise<object> {
  await recordLook(db, { subject: `bank-file:${file.id}`, what: `bank statement ${file.statement.statementId}`, by: by('Booking money received') })
  if (file.takenIn !== null) {
    const entries = await entriesOfFile(db, file.id)
    return { file, entries: entries.map((entry) => ({ ...entry, state: entryStageWords[entry.stage] })) }
  }
  const judged = await judge(db, file)
  return { file, judged: { ...judged, rows: judged.rows.map(inWords) }, toTakeIn: newEntries(judged).length }
}

function inWords({ row, standing }: JudgedRow) {
  return 'fault' in row ? { row: row.row, standing: standingWords[standing], fault: faultWords[row.fault], said: row.said } : { row: row.row, standing: standingWords[standing], entry: row.entry }
}

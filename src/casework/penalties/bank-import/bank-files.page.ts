import { z } from 'zod'
import { announce, refuse } from '#platform/decisions'
import { formPage, type UploadedFile } from '#platform/web'
import { Unintelligible } from '#platform/wire-formats'
import { refusals } from '../refusals.ts'
import { importBankFiles } from '../rights.ts'
import { countEntries } from './bank-entry.store.ts'
import { keepBankFile, latestBankFiles } from './bank-file.store.ts'
import { csvColumns } from './csv-statement.ts'
import { readStatement } from './read-statement.ts'
import type { ReadStatement } from './statement.ts'

/** The files that were brought, and the form that brings another. Bringing one books nothing. */
export const bankFilesPage = formPage({
  path: '/ledger/bank-files',
  right: importBankFiles,
  template: 'casework/penalties/bank-import/bank-files.njk',
  form: z.object({ file: z.custom<UploadedFile>((sent) => typeof sent === 'object' && sent !== null, 'Choose the bank’s file') }),
  refusals,
  show: async (_params, { db }) => ({ files: await latestBankFiles(db), counts: await countEntries(db), csvColumns }),
  submit: async (_params, { file }, { db, by }) => {
    const statement = understood(file.bytes)
    if (typeof statement === 'string') return refuse(statement)
    const fileId = await keepBankFile(db, { name: file.filename.slice(0, 200), bytes: file.bytes, statement }, by('Brought a bank statement'))
    return announce({ type: 'bank-file-brought', fileId })
  },
  next: (_params, _form, { events: [brought] }) => (brought === undefined ? '/ledger/bank-files' : `/ledger/bank-files/${brought.fileId}`),
})

/** The statement, or the refusal that says what is wrong with the file. */
function understood(bytes: Uint8Array): ReadStatement | string {
  try {
    return readStatement(bytes)
  } catch (fault) {
    if (!(fault instanceof Unintelligible)) throw fault
    return `statement-${fault.reason}` in refusals ? `statement-${fault.reason}` : 'statement-unreadable'
  }
}

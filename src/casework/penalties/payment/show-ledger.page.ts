import { z } from 'zod'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { journalsOnAPage } from '../limits.ts'
import { seeLedger, setPayee } from '../rights.ts'
import { heldPayments } from './payment.store.ts'
import { latestJournals, readJournal } from './read-journals.store.ts'
import { trialBalance } from './trial-balance.store.ts'
import { accountWords, journalWords } from './words.ts'

/** The whole ledger on one page: it balances to nothing, or it says by how much it does not. */
export const showLedgerPage = page({
  path: '/ledger',
  right: seeLedger,
  template: 'casework/penalties/payment/show-ledger.njk',
  query: z.object({ before: z.uuid().optional() }),
  show: async ({ query: { before } }, { db, officer }) => {
    const journals = await latestJournals(db, before)
    return {
      trial: await trialBalance(db),
      held: await heldPayments(db),
      journals, before, accountWords, journalWords, maySetPayee: may(officer, setPayee),
      older: journals.length === journalsOnAPage ? journals.at(-1)?.id : undefined,
    }
  },
})

export const showJournalPage = page({
  path: '/ledger/journals/:id',
  right: seeLedger,
  template: 'casework/penalties/payment/show-journal.njk',
  params: z.object({ id: z.uuid() }),
  show: async ({ params: { id } }, { db }) => {
    const journal = await readJournal(db, id)
    return journal && { journal, accountWords, journalWords }
  },
})

import { z } from 'zod'
import { recordLook } from '#platform/events'
import { page } from '#platform/web'
import { bankEntriesOnAPage } from '../limits.ts'
import { importBankFiles } from '../rights.ts'
import { bankEntryStages } from './bank-entry.ts'
import { countEntries, entriesAtStage } from './bank-entry.store.ts'
import { entryStageWords } from './words.ts'

/** Money that came and waits for somebody to say what it is for, the oldest first. */
export const bankEntriesPage = page({
  path: '/ledger/bank-entries',
  right: importBankFiles,
  template: 'casework/penalties/bank-import/bank-entries.njk',
  query: z.object({ stage: z.enum(bankEntryStages).catch('waiting').default('waiting'), from: z.coerce.number().int().min(0).max(100_000).catch(0).default(0) }),
  show: async ({ query: { stage, from } }, { db, by }) => {
    const [entries, counts] = [await entriesAtStage(db, stage, from), await countEntries(db)]
    await recordLook(db, { subject: 'bank-entries:all', what: `${entries.length} movements, ${stage}`, by: by('Booking money received') })
    return {
      entries, counts, stage,
      stages: bankEntryStages.map((each) => ({ stage: each, word: entryStageWords[each].word, count: counts[each] })),
      older: from >= bankEntriesOnAPage ? from - bankEntriesOnAPage : undefined,
      next: entries.length === bankEntriesOnAPage ? from + bankEntriesOnAPage : undefined,
      from,
    }
  },
})

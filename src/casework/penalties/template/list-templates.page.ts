import { page } from '#platform/web'
import { lettersNotApproved } from '../notice/letter-templates.ts'
import { everyWordStanding } from '../notice/word-standing.ts'
import { seeTemplates } from '../rights.ts'
import { everyApproval } from './template-approval.store.ts'
import { purposes, purposeWords, versionsOf } from './template-words.ts'

/** Every template with its versions, and how far the words of each language have been read by somebody who answers for them. */
export const listTemplatesPage = page({
  path: '/letters/templates',
  right: seeTemplates,
  template: 'casework/penalties/template/list-templates.njk',
  show: async (_input, { db, clock }) => {
    const approvals = await everyApproval(db)
    const inForce = approvals.filter(({ standing }) => standing === 'approved')
    return {
      notApproved: lettersNotApproved(clock.today(), inForce).map((purpose) => purposeWords[purpose]),
      purposes: purposes.map((purpose) => ({ title: purposeWords[purpose], versions: versionsOf(purpose, approvals, clock.today()) })),
      languages: everyWordStanding(),
    }
  },
})

import { z } from 'zod'
import type { PageContext } from '#platform/web'
import { readCase } from '../case/case.store.ts'
import { capacityWords, sectionWords } from '../case/words.ts'
import { reasonsMax } from '../limits.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { named, type Penalty } from '../penalty/penalty.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { withdrawProposals } from '../rights.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

/** A proposal made too early, or under the wrong section, is taken back before anybody decides on it. */
export const withdrawProposalPage = penaltyForm({
  end: 'withdrawal',
  right: withdrawProposals,
  template: 'casework/penalties/assessment/withdraw-proposal.njk',
  form: z.object({ reasons: z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax) }),
  what: 'proposal to withdraw',
  view,
  act: ({ db, clock }, { id }, { reasons }, by) =>
    changePenalty(db, { penaltyId: id, by }, (current) => withdrawProposal(current, { reasons, withdrawnBy: named(by), withdrawnOn: clock.today() })),
  done: { en: 'The proposal is withdrawn.', fr: 'La proposition est retirée.' },
})

async function view({ db }: PageContext, penalty: Penalty): Promise<object | undefined> {
  const [found, person] = [await readCase(db, penalty.caseId), await readPerson(db, penalty.personId)]
  if (found === undefined || person === undefined) return undefined
  const who = `${nameOf(person)}, ${capacityWords[penalty.capacity].toLowerCase()}`
  return { found, penalty, section: sectionWords[penalty.section], who, heading: `Withdraw the proposal for ${who}`, values: {} }
}

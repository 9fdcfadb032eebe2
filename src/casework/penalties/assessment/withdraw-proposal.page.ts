import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { formPage, type PageContext } from '#platform/web'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { capacityWords, sectionWords } from '../case/words.ts'
import { reasonsMax } from '../limits.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { withdrawProposals } from '../rights.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

/** A proposal made too early, or under the wrong section, is taken back before anybody decides on it. */
export const withdrawProposalPage = formPage({
  path: '/penalties/:id/withdrawal',
  right: withdrawProposals,
  template: 'casework/penalties/assessment/withdraw-proposal.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({ reasons: z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax) }),
  refusals,
  subject: subjectOfPenalty,
  show: async ({ id }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    return penalty && insideCase(ctx, { caseId: penalty.caseId, what: 'proposal to withdraw', comeBackTo: `/penalties/${id}/withdrawal` }, () => view(ctx, penalty))
  },
  submit: async ({ id }, { reasons }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    if (penalty === undefined) return refuse('no-such-penalty')
    const withdrawnOn = ctx.clock.today()
    return actInCase(ctx, penalty.caseId, (by) =>
      changePenalty(ctx.db, { penaltyId: id, by }, (current) => withdrawProposal(current, { reasons, withdrawnBy: { officerId: by.officerId, name: by.name }, withdrawnOn })))
  },
  next: ({ id }) => `/penalties/${id}`,
  done: { en: 'The proposal is withdrawn.', fr: 'La proposition est retirée.' },
})

async function view({ db }: PageContext, penalty: Penalty): Promise<object | undefined> {
  const [found, person] = [await readCase(db, penalty.caseId), await readPerson(db, penalty.personId)]
  if (found === undefined || person === undefined) return undefined
  const who = `${nameOf(person)}, ${capacityWords[penalty.capacity].toLowerCase()}`
  return { found, penalty, section: sectionWords[penalty.section], who, heading: `Withdraw the proposal for ${who}`, values: {} }
}

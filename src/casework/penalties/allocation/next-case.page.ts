import { z } from 'zod'
import { announce, isRefused, type Decision } from '#platform/decisions'
import { formPage, type PageContext } from '#platform/web'
import { daysBetween, type By } from '#values'
import { actionWords } from '../case/action-words.ts'
import { rememberReason } from '../case/look-reason.store.ts'
import { reasonSentence } from '../case/look-reasons.ts'
import type { CaseEvent } from '../events.ts'
import { reasonsMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { takeNextCase } from '../rights.ts'
import { waitsForIn } from '../work/waits-for.store.ts'
import { allocateCaseOf, notePassed } from './allocate-case.store.ts'
import { lackingOf, nextFor } from './share-out.ts'
import { readMember } from './team-member.store.ts'
import { unsharedCases } from './team-load.store.ts'

const form = z
  .object({ caseId: z.uuid(), answer: z.enum(['take', 'pass'], 'Take the case, or pass it on'), why: z.string().max(reasonsMax).default('') })
  .refine(({ answer, why }) => answer !== 'pass' || why.trim() !== '', { path: ['why'], message: 'Say why you pass this case on' })

/** One case, the next by its last day in the languages that the officer has: to be taken, or passed on with a reason. */
export const nextCasePage = formPage({
  path: '/casework/next',
  right: takeNextCase,
  template: 'casework/penalties/allocation/next-case.njk',
  form,
  refusals,
  show: async (_params, ctx) => ({ offer: await offerTo(ctx) }),
  submit: async (_params, { caseId, answer, why }, ctx) => {
    const by = ctx.by(answer === 'take' ? 'The next case' : why)
    if (answer === 'take') return takeIt(ctx, caseId, by)
    await notePassed(ctx.db, caseId, why, by)
    return announce()
  },
  next: (_params, { caseId, answer }) => (answer === 'take' ? `/cases/${caseId}` : '/casework/next'),
})

/** Whoever takes a case has said why they open it. */
async function takeIt({ db }: PageContext, caseId: string, by: By): Promise<Decision<CaseEvent>> {
  const decision = await allocateCaseOf(db, caseId, { to: named(by), how: 'next-case' }, by)
  if (!isRefused(decision)) await rememberReason(db, { officerId: by.officerId, caseId, reason: reasonSentence('own-work'), at: by.at })
  return decision
}

async function offerTo({ db, officer, clock }: PageContext) {
  const [cases, member] = await Promise.all([unsharedCases(db, officer), readMember(db, officer.id)])
  const hand = { languages: member?.languages ?? ['en'] }
  const unshared = nextFor(hand, cases)
  if (unshared === undefined) return undefined
  const waits = await waitsForIn(db, unshared.caseId)
  return {
    ...unshared, lacking: lackingOf(unshared, hand), waitsFor: waits.map(actionWords),
    daysLeft: unshared.lastDay === null ? null : daysBetween(clock.today(), unshared.lastDay),
  }
}

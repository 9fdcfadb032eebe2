import { z } from 'zod'
import { announce } from '#platform/decisions'
import { formPage } from '#platform/web'
import { refusals } from '../refusals.ts'
import { seeCases } from '../rights.ts'
import { subjectOfCase } from './enter-case.page.ts'
import { rememberReason } from './look-reason.store.ts'
import { askingWhy, lookReasons, reasonSentence } from './look-reasons.ts'

const form = z
  .object({
    reason: z.enum(lookReasons, 'Choose why you are looking at this case'),
    other: z.string().max(200, 'Use 200 characters or fewer').default(''),
    comeBackTo: z.string().regex(/^\/\w[\w/-]*$/).optional().catch(undefined),
  })
  .refine(({ reason, other }) => reason !== 'other' || other !== '', { path: ['other'], message: 'Say what your reason is' })

/** Asked before a case opens, once a shift (Data Protection Act 2018 s.62: every consultation has its justification). */
export const sayWhyPage = formPage({
  path: '/cases/:id/reason',
  right: seeCases,
  template: 'casework/penalties/case/say-why.njk',
  params: z.object({ id: z.uuid() }),
  form,
  refusals,
  subject: subjectOfCase,
  show: async ({ id }, { clock }) => ({ caseId: id, comeBackTo: `/cases/${id}`, ...askingWhy(clock.today()) }),
  submit: async ({ id }, { reason, other }, { db, officer, clock }) => {
    await rememberReason(db, { officerId: officer.id, caseId: id, reason: reasonSentence(reason, other), at: clock.now() })
    return announce()
  },
  next: ({ id }, { comeBackTo }) => comeBackTo ?? `/cases/${id}`,
})

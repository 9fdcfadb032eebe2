import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { action } from '#platform/web'
import { actInCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { decidePenalties } from '../rights.ts'
import { decideNoneAsBarred } from './decide-none-as-barred.ts'

/** One button, where the other section has been decided. */
export const decideNoneAsBarredButton = action({
  path: '/penalties/:id/barred',
  right: decidePenalties,
  params: z.object({ id: z.uuid() }),
  refusals,
  subject: subjectOfPenalty,
  submit: async ({ id }, _form, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    if (penalty === undefined) return refuse('no-such-penalty')
    const decidedOn = ctx.clock.today()
    return actInCase(ctx, penalty.caseId, (by) =>
      changePenalty(ctx.db, { penaltyId: id, by }, (current, others) => decideNoneAsBarred(current, others, { decidedBy: named(by), decidedOn })))
  },
  next: ({ id }) => `/penalties/${id}`,
  done: { en: 'No penalty is recorded for this section, with the provision.', fr: 'L’absence de sanction est enregistrée pour cet article, avec la disposition.' },
})

import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { formPage } from '#platform/web'
import { actInCase, insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { clockView } from '../deadline/clock-view.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { reasonsMax } from '../limits.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { refusals } from '../refusals.ts'
import { determineObjections } from '../rights.ts'
import { judgeLateObjection } from './judge-late-objection.ts'

const form = z.object({
  answer: z.enum(['accept', 'refuse'], 'Choose whether to deal with it'),
  reasons: z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax),
})

export const judgeLateObjectionPage = formPage({
  path: '/penalties/:id/late-objection',
  right: determineObjections,
  template: 'casework/penalties/objection/judge-late-objection.njk',
  params: z.object({ id: z.uuid() }),
  form,
  refusals,
  subject: subjectOfPenalty,
  show: async ({ id }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    if (penalty === undefined || penalty.objection === null) return undefined
    const clock = clocksOf(penalty).find((each) => each.clock === 'object')
    const shown = { penalty, heading: 'A late objection', clock: clock && clockView(clock, ctx.clock.today()), values: {} }
    return insideCase(ctx, { caseId: penalty.caseId, what: 'late objection', comeBackTo: `/penalties/${id}/late-objection` }, async () => shown)
  },
  submit: async ({ id }, { answer, reasons }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    if (penalty === undefined) return refuse('no-such-penalty')
    return actInCase(ctx, penalty.caseId, (by) => {
      const judging = { accept: answer === 'accept', reasons, judgedOn: ctx.clock.today(), decidedBy: { officerId: by.officerId, name: by.name } }
      return changePenalty(ctx.db, { penaltyId: id, by }, (current) => judgeLateObjection(current, judging))
    })
  },
  next: ({ id }) => `/penalties/${id}`,
  done: { en: 'Your decision on the late objection is recorded.', fr: 'Votre décision sur la contestation tardive est enregistrée.' },
})

import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { formPage } from '#platform/web'
import { day, isDay } from '#values'
import { actInCase, insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { clockView } from '../deadline/clock-view.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { reasonsMax } from '../limits.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { refusals } from '../refusals.ts'
import { recordObjection } from '../rights.ts'
import { agreeDecisionTime } from './agree-decision-time.ts'

const form = z.object({
  until: z.string('Enter the day that was agreed').refine(isDay, 'Enter the day that was agreed').transform(day),
  reasons: z.string('Say how and why it was agreed').min(1, 'Say how and why it was agreed').max(reasonsMax),
})

export const agreeDecisionTimePage = formPage({
  path: '/penalties/:id/decision-time',
  right: recordObjection,
  template: 'casework/penalties/objection/agree-decision-time.njk',
  params: z.object({ id: z.uuid() }),
  form,
  refusals,
  subject: subjectOfPenalty,
  show: async ({ id }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    if (penalty === undefined) return undefined
    const clock = clocksOf(penalty).find((each) => each.clock === 'decide')
    const shown = { penalty, heading: 'More time to decide', clock: clock && clockView(clock, ctx.clock.today()), values: {} }
    return insideCase(ctx, { caseId: penalty.caseId, what: 'time to decide', comeBackTo: `/penalties/${id}/decision-time` }, async () => shown)
  },
  submit: async ({ id }, answers, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    if (penalty === undefined) return refuse('no-such-penalty')
    return actInCase(ctx, penalty.caseId, (by) => changePenalty(ctx.db, { penaltyId: id, by }, (current) => agreeDecisionTime(current, answers)))
  },
  next: ({ id }) => `/penalties/${id}`,
  done: { en: 'The agreed day is recorded.', fr: 'Le jour convenu est enregistré.' },
})

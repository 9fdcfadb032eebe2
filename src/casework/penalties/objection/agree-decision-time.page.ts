import { z } from 'zod'
import { aDay } from '../case/form-fields.ts'
import { clockView } from '../deadline/clock-view.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { reasonsMax } from '../limits.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { recordObjection } from '../rights.ts'
import { agreeDecisionTime } from './agree-decision-time.ts'

const form = z.object({
  until: aDay('Enter the day that was agreed'),
  reasons: z.string('Say how and why it was agreed').min(1, 'Say how and why it was agreed').max(reasonsMax),
})

export const agreeDecisionTimePage = penaltyForm({
  end: 'decision-time',
  right: recordObjection,
  template: 'casework/penalties/objection/agree-decision-time.njk',
  form,
  what: 'time to decide',
  view: async (ctx, penalty) => {
    const clock = clocksOf(penalty).find((each) => each.clock === 'decide')
    return { penalty, heading: 'More time to decide', clock: clock && clockView(clock, ctx.clock.today()), values: {} }
  },
  act: ({ db }, { id }, answers, by) => changePenalty(db, { penaltyId: id, by }, (current) => agreeDecisionTime(current, answers)),
  done: { en: 'The agreed day is recorded.', fr: 'Le jour convenu est enregistré.' },
})

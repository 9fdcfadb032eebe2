import { z } from 'zod'
import { clockView } from '../deadline/clock-view.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { reasonsMax } from '../limits.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { outagesOnLastDays } from '../outage/outages-on-last-days.store.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { named } from '../penalty/penalty.ts'
import { determineObjections } from '../rights.ts'
import { judgeLateObjection } from './judge-late-objection.ts'

const form = z.object({
  answer: z.enum(['accept', 'refuse'], 'Choose whether to deal with it'),
  reasons: z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax),
})

export const judgeLateObjectionPage = penaltyForm({
  end: 'late-objection',
  right: determineObjections,
  template: 'casework/penalties/objection/judge-late-objection.njk',
  form,
  what: 'late objection',
  restsOnPage: true,
  view: async (ctx, penalty) => {
    if (penalty.objection === null) return undefined
    const clock = clocksOf(penalty).find((each) => each.clock === 'object')
    return { penalty, outages: await outagesOnLastDays(ctx.db, penalty), heading: 'A late objection', clock: clock && clockView(clock, ctx.clock.today()), values: {} }
  },
  act: ({ db, clock }, { id }, { answer, reasons }, by) => {
    const judging = { accept: answer === 'accept', reasons, judgedOn: clock.today(), decidedBy: named(by) }
    return changePenalty(db, { penaltyId: id, by }, (current) => judgeLateObjection(current, judging))
  },
  done: { en: 'Your decision on the late objection is recorded.', fr: 'Votre décision sur la contestation tardive est enregistrée.' },
})

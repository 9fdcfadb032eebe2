import { z } from 'zod'
import { historyOf } from '#platform/events'
import { page, type PageContext } from '#platform/web'
import { daysBetween, isAfter } from '#values'
import { insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { clockWords } from '../case/words.ts'
import { outagesOnLastDays } from '../outage/outages-on-last-days.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { seeCases } from '../rights.ts'
import { clockView } from './clock-view.ts'
import { dayHistory, extensionsIn } from './day-history.ts'
import { clocksOf } from './last-day-for.ts'
import { pausesOfPenalty } from './pauses.store.ts'
import { serviceStandard } from './office-standard.ts'

/** How each last day of a penalty came to be: event by event, with the pauses, the time agreed, our own aim beside it, and any door that was shut on it. */
export const showDaysPage = page({
  path: '/penalties/:id/days',
  right: seeCases,
  template: 'casework/penalties/deadline/show-days.njk',
  params: z.object({ id: z.uuid() }),
  subject: ({ params }, ctx) => subjectOfPenalty(params, ctx),
  show: async ({ params: { id } }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    return penalty && insideCase(ctx, { caseId: penalty.caseId, what: 'last days, event by event', comeBackTo: `/penalties/${id}/days` }, () => view(ctx, penalty))
  },
})

async function view({ db, clock }: PageContext, penalty: Penalty) {
  const [entries, pauses, outages, person] = await Promise.all([historyOf(db, 'penalty', penalty.id), pausesOfPenalty(db, penalty.id), outagesOnLastDays(db, penalty), readPerson(db, penalty.personId)])
  const today = clock.today()
  return {
    penalty, outages, today,
    heading: `How each last day came to be: ${person === undefined ? '' : nameOf(person)}`,
    clocks: clocksOf(penalty).map((each) => clockView(each, today, penalty)),
    standards: standardsOf(penalty),
    pauses: pauses.map((pause) => ({ ...pause, words: clockWords[pause.clock], days: daysBetween(pause.fromOn, pause.untilOn ?? today) })),
    extensions: extensionsIn(entries),
    history: dayHistory(entries),
  }
}

/** The office's own aim for what it has to do, and whether the law's last day comes sooner. */
function standardsOf(penalty: Penalty) {
  return clocksOf(penalty).flatMap(({ clock, lastDay }) => {
    const aim = serviceStandard(clock, penalty)
    if (aim === undefined) return []
    return [{ words: clockWords[clock], aim, lastDay: lastDay ?? null, isLater: typeof lastDay === 'string' && isAfter(aim, lastDay) }]
  })
}

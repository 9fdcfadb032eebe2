import { z } from 'zod'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { actionWords } from '../case/action-words.ts'
import { forecastRuns, forecastWorkingDays, leastFinishedForForecast, peopleInAWhatIf } from '../limits.ts'
import { seeCases, seeQueues } from '../rights.ts'
import { chartOf } from './forecast-chart.ts'
import { playedThrough, type Forecast } from './forecast.ts'
import { lately, waitingFigures } from './queue-figures.ts'
import { startOf, type QueueModel, type Start } from './queue-history.ts'
import { queueBoard, type QueueDay } from './queue-day.store.ts'
import { waitingNow } from './queue-record.store.ts'
import { workingDaysAhead } from './working-days.ts'

/** A queue that began today has done nothing yet. */
const began = (code: string): QueueDay => ({ code, past: { came: 0, left: 0, meanDays: null, finishedByPeople: 0 }, model: { arrivalsByDay: [], allowances: [], outputs: [], people: 0, present: [] }, breaches: null })

/** All functions side by side: what waits, since when, what comes and goes, and how many will miss their last day if all goes on as it does. */
export const queuesPage = page({
  path: '/casework/queues',
  right: seeQueues,
  template: 'casework/penalties/queue-board/queues.njk',
  show: async (_input, { db, clock, officer }) => {
    const today = clock.today()
    const [{ from, queues }, waiting] = await Promise.all([queueBoard(db, today), waitingNow(db)])
    const fresh = [...waiting.keys()].filter((code) => !queues.some((queue) => queue.code === code)).map(began)
    const lines = [...queues, ...fresh].map(({ code, past, model, breaches }) => ({ code, ...past, ...waitingFigures(waiting.get(code) ?? [], today), name: actionWords(code), people: Math.round(model.people * 10) / 10, breaches }))
    return { from, today, lately, weeks: forecastWorkingDays / 5, leastFinishedForForecast, queues: lines.toSorted((one, other) => other.waiting - one.waiting), mayOpen: may(officer, seeCases) }
  },
})

const people = z.string().regex(/^\d{1,2}([.,]\d)?$/).transform((typed) => Number(typed.replace(',', '.'))).optional()

/** One queue ahead: as it goes now, and with more or fewer people on it. */
export const queuePage = page({
  path: '/casework/queues/:code',
  right: seeQueues,
  template: 'casework/penalties/queue-board/queue.njk',
  params: z.object({ code: z.string().regex(/^[a-z-]{1,40}$/) }),
  query: z.object({ people }),
  show: async ({ params: { code }, query }, { db, clock, officer }) => {
    const today = clock.today()
    const [{ from, queues }, waiting] = await Promise.all([queueBoard(db, today), waitingNow(db)])
    const lines = waiting.get(code)
    const queue = queues.find((each) => each.code === code) ?? (lines === undefined ? undefined : began(code))
    if (queue === undefined) return undefined
    const { past, model } = queue
    const figures = waitingFigures(lines ?? [], today)
    const peopleNow = Math.round(model.people * 10) / 10
    const asked = Math.min(query.people ?? Math.round((peopleNow + 1) * 2) / 2, peopleInAWhatIf)
    const common = { from, today, code, ...past, ...figures, name: actionWords(code), asked, peopleNow, weeks: forecastWorkingDays / 5, leastFinishedForForecast, lately, mayOpen: may(officer, seeCases) }
    if (past.finishedByPeople < leastFinishedForForecast) return { ...common, forecast: undefined }
    const start = startOf(lines ?? [], workingDaysAhead(forecastWorkingDays, today))
    return { ...common, forecast: compared(model, start, { waiting: figures.waiting, peopleNow, asked }), runs: forecastRuns, awayDays: model.present.filter((part) => part < 1).length }
  },
})

function compared(model: QueueModel, start: Start, { waiting, peopleNow, asked }: { readonly waiting: number; readonly peopleNow: number; readonly asked: number }) {
  const peopleCompared = Math.max(peopleNow, asked)
  const ahead = (people: number): Forecast => playedThrough(model, start, { people, peopleCompared, runs: forecastRuns })
  const [now, then] = [ahead(peopleNow), ahead(asked)]
  const chart = chartOf(waiting, [{ name: `${peopleNow} people`, kind: 'now', forecast: now }, { name: `${asked} people`, kind: 'what-if', forecast: then }])
  const rows = now.waiting.map((band, week) => ({ week: week + 1, now: { waiting: band, breaches: now.breaches[week] }, whatIf: { waiting: then.waiting[week], breaches: then.breaches[week] } }))
  return { chart, rows, breachesNow: now.breaches.at(-1), breachesThen: then.breaches.at(-1) }
}

import { z } from 'zod'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { daysAfter, type CalendarDate } from '#values'
import { actionWords } from '../case/action-words.ts'
import { arrivalsInARun, forecastRuns, forecastWorkingDays, leastFinishedForForecast, overviewRuns, peopleInAWhatIf, queueHistoryDays } from '../limits.ts'
import { seeCases, seeQueues } from '../rights.ts'
import { chartOf } from './forecast-chart.ts'
import { forecastOf, type Forecast, type Forecasting } from './forecast.ts'
import { figuresOf, lately } from './queue-figures.ts'
import { modelOf, type QueueModel, type QueueRecord } from './queue-history.ts'
import { firstWaitingOn, queueRecords } from './queue-record.store.ts'

/** All functions side by side: what waits, since when, what comes and goes, and how many will miss their last day if all goes on as it does. */
export const queuesPage = page({
  path: '/casework/queues',
  right: seeQueues,
  template: 'casework/penalties/queue-board/queues.njk',
  show: async (_input, ctx) => {
    const since = await sinceWhen(ctx)
    const queues = (await queueRecords(ctx.db, since)).map((record) => queueView(record, since))
    return { ...since, lately, weeks: forecastWorkingDays / 5, leastFinishedForForecast, queues: queues.toSorted((one, other) => other.waiting - one.waiting), mayOpen: may(ctx.officer, seeCases) }
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
  show: async ({ params: { code }, query }, ctx) => {
    const since = await sinceWhen(ctx)
    const record = (await queueRecords(ctx.db, since)).find((each) => each.code === code)
    if (record === undefined) return undefined
    const figures = figuresOf(record, since.today)
    const model = modelOf(record, since)
    const peopleNow = Math.round(model.people * 10) / 10
    const asked = Math.min(query.people ?? Math.round((peopleNow + 1) * 2) / 2, peopleInAWhatIf)
    const common = { ...since, ...figures, name: actionWords(code), asked, peopleNow, weeks: forecastWorkingDays / 5, leastFinishedForForecast, most: peopleInAWhatIf, lately, mayOpen: may(ctx.officer, seeCases) }
    if (figures.finishedByPeople < leastFinishedForForecast) return { ...common, forecast: undefined }
    return { ...common, forecast: compared(model, peopleNow, asked), start: figures.waiting, runs: forecastRuns }
  },
})

function compared(model: QueueModel, peopleNow: number, asked: number) {
  const peopleCompared = Math.max(peopleNow, asked)
  const ahead = (people: number): Forecast => played(model, { people, peopleCompared, runs: forecastRuns })
  const [now, then] = [ahead(peopleNow), ahead(asked)]
  const waiting = model.waitingFree + [...model.waiting.values()].reduce((sum, count) => sum + count, 0)
  const chart = chartOf(waiting, [{ name: `${peopleNow} people`, kind: 'now', forecast: now }, { name: `${asked} people`, kind: 'what-if', forecast: then }])
  const rows = now.waiting.map((band, week) => ({ week: week + 1, now: { waiting: band, breaches: now.breaches[week] }, whatIf: { waiting: then.waiting[week], breaches: then.breaches[week] } }))
  return { chart, rows, breachesNow: now.breaches.at(-1), breachesThen: then.breaches.at(-1) }
}

function queueView(record: QueueRecord, since: Since) {
  const figures = figuresOf(record, since.today)
  const model = modelOf(record, since)
  const enough = figures.finishedByPeople >= leastFinishedForForecast
  return { ...figures, name: actionWords(record.code), people: Math.round(model.people * 10) / 10, breaches: enough ? played(model, { people: model.people, peopleCompared: model.people, runs: overviewRuns }).breaches.at(-1) : undefined }
}

/** The seed is fixed, so that two people who look at the same day see the same figures. */
const seed = 20260101

function played(model: QueueModel, asked: Pick<Forecasting, 'people' | 'peopleCompared' | 'runs'>): Forecast {
  return forecastOf(model, { ...asked, seed, workingDays: forecastWorkingDays, mostArrivals: arrivalsInARun })
}

interface Since {
  readonly from: CalendarDate
  readonly today: CalendarDate
}

async function sinceWhen({ db, clock }: PageContext): Promise<Since> {
  const today = clock.today()
  const [first, earliest] = [await firstWaitingOn(db), daysAfter(-queueHistoryDays, today)]
  return { today, from: first !== null && first > earliest ? first : earliest }
}

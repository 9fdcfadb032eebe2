import { sql } from 'kysely'
import { asJson, type Database } from '#platform/database'
import { canonical, sha256 } from '#platform/events'
import { daysAfter, type CalendarDate } from '#values'
import type { TeamMember } from '../allocation/team-member.ts'
import { teamMembers } from '../allocation/team-member.store.ts'
import { forecastWorkingDays, leastFinishedForForecast, overviewRuns, queueHistoryDays } from '../limits.ts'
import { playedThrough, type Band } from './forecast.ts'
import { pastFigures, type PastFigures } from './queue-figures.ts'
import { modelOf, startOf, type QueueModel } from './queue-history.ts'
import { knownBefore, queueRecords, waitingNow, type Since } from './queue-record.store.ts'
import { workingDaysAhead, workingDaysBetween } from './working-days.ts'

/** One queue on one day: what it did before, how it moves, and how many will miss their last day if it goes on so. */
export interface QueueDay {
  readonly code: string
  readonly past: PastFigures
  readonly model: QueueModel
  /** Absent where too little was done to look ahead. */
  readonly breaches: Band | null
}

export interface QueueBoard extends Since {
  readonly queues: readonly QueueDay[]
}

/**
 * The board of a day. It rests on the days before, so it is played once: when the day begins, or at the first look, and again when an
 * absence becomes known or old cases come in. Everybody who looks on one day therefore sees the same.
 */
export async function queueBoard(db: Database, today: CalendarDate): Promise<QueueBoard> {
  const [team, { first, latest }] = await Promise.all([teamMembers(db), knownBefore(db, today)])
  const earliest = daysAfter(-queueHistoryDays, today)
  const from = first !== null && first > earliest ? first : earliest
  const seal = sha256(canonical({ latest, team: team.map(({ id, absences }) => ({ id, absences })) }))
  const { rows: [kept] } = await sql<{ queues: readonly QueueDay[] }>`select queues from penalties.queue_day where on_day = ${today} and seal = ${seal}`.execute(db)
  if (kept !== undefined) return { from, today, queues: kept.queues }
  const queues = await playedQueues(db, { from, today }, team)
  await keepBoard(db, { today, seal, queues })
  return { from, today, queues }
}

async function playedQueues(db: Database, since: Since, team: readonly TeamMember[]): Promise<readonly QueueDay[]> {
  const [records, waiting] = await Promise.all([queueRecords(db, since), waitingNow(db)])
  const days = { team, past: workingDaysBetween(since.from, since.today), ahead: workingDaysAhead(forecastWorkingDays, since.today) }
  return records.map((record) => {
    const [past, model] = [pastFigures(record, since.today), modelOf(record, days)]
    const start = startOf(waiting.get(record.code) ?? [], days.ahead)
    const breaches = past.finishedByPeople < leastFinishedForForecast ? undefined : playedThrough(model, start, { people: model.people, runs: overviewRuns }).breaches.at(-1)
    return { code: record.code, past, model, breaches: breaches ?? null }
  })
}

async function keepBoard(db: Database, { today, seal, queues }: { readonly today: CalendarDate; readonly seal: string; readonly queues: readonly QueueDay[] }): Promise<void> {
  await sql`insert into penalties.queue_day (on_day, seal, queues) values (${today}, ${seal}, ${asJson(queues)})
    on conflict (on_day) do update set seal = excluded.seal, queues = excluded.queues`.execute(db)
}

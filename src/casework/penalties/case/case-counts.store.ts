import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'

const on = (db: Database) => db.withTables<{ 'penalties.nearest_day': { stage: string } }>()

export interface CaseCounts {
  readonly byStage: readonly { readonly stage: string; readonly count: number }[]
  readonly overdue: number
  readonly driverReported: number
  readonly reportersDecided: number
  readonly reportersPenalised: number
}

/** Numbers of cases and nothing that leads to one. */
export async function countCases(db: Database, today: CalendarDate): Promise<CaseCounts> {
  const byStage = await on(db).selectFrom('penalties.nearest_day').select(['stage', sql<number>`count(*)`.as('count')]).groupBy('stage').execute()
  const one = await on(db).selectNoFrom([
    sql<number>`(select count(*) from penalties.nearest_day where last_day < ${today}::date)`.as('overdue'),
    sql<number>`(select count(*) from penalties.case where incident #>> '{selfReport,raisedBy}' = 'driver')`.as('driverReported'),
    sql<number>`(select count(*) from penalties.penalty where driver_reported and decision is not null)`.as('reportersDecided'),
    sql<number>`(select count(*) from penalties.penalty where driver_reported and decision ->> 'outcome' = 'penalty')`.as('reportersPenalised'),
  ]).executeTakeFirstOrThrow()
  return { byStage, ...one }
}

import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate, Officer } from '#values'
import { whereCase } from '../case/where-case.store.ts'
import { seeCases } from '../rights.ts'
import type { Channel, Dispatch, DispatchStage } from './dispatch.ts'

/** One letter on its way, without a name: who it is for stands behind the reason for looking. */
export interface QueueLine {
  readonly id: string
  readonly caseId: string
  readonly reference: string
  readonly purpose: Dispatch['purpose']
  readonly language: string
  readonly channel: Channel
  readonly stage: DispatchStage
  readonly plannedOn: CalendarDate
  readonly sentOn: CalendarDate | null
  readonly carrier: string | null
  readonly fault: string | null
}

export interface QueueFilter {
  readonly stages: readonly DispatchStage[]
  readonly channels: readonly Channel[]
  readonly most: number
}

/** The letters of the cases this officer may see, the oldest first. */
export async function queueLines(db: Database, officer: Officer, { stages, channels, most }: QueueFilter): Promise<readonly QueueLine[]> {
  const { rows } = await sql<QueueLine>`
    select dispatch.id, c.id as "caseId", document.facts ->> 'reference' as reference, dispatch.purpose, document.language, dispatch.channel, dispatch.stage, dispatch.planned_on as "plannedOn",
      (dispatch.sent ->> 'on')::date as "sentOn", dispatch.carrier ->> 'name' as carrier, lane.last_fault as fault
    from notice.dispatch dispatch
    join penalties.case c on c.id = dispatch.case_id
    join notice.document document on document.id = dispatch.document_id
    left join notice.dispatch_lane lane on lane.dispatch_id = dispatch.id
    where dispatch.stage = any(${stages}) and dispatch.channel = any(${channels}) and ${seen(officer)}
    order by dispatch.id limit ${most}`.execute(db)
  return rows
}

/** How many letters stand where, of the cases this officer may see. */
export async function countByStage(db: Database, officer: Officer): Promise<ReadonlyMap<DispatchStage, number>> {
  const { rows } = await sql<{ stage: DispatchStage; count: number }>`
    select dispatch.stage, count(*) as count from notice.dispatch dispatch join penalties.case c on c.id = dispatch.case_id
    where ${seen(officer)} group by dispatch.stage`.execute(db)
  return new Map(rows.map(({ stage, count }) => [stage, count]))
}

function seen(officer: Officer) {
  return whereCase(officer, seeCases)
}

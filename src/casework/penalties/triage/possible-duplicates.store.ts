import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import type { CaseStage } from '../case/penalty-case.ts'
import type { ActionOfCase } from '../case/required-actions.ts'
import { duplicateWithinDays } from '../limits.ts'

export interface PossibleDuplicate {
  readonly caseId: string
  readonly id: string
  readonly reference: string
  readonly stage: CaseStage
  readonly occurredOn: CalendarDate
  readonly place: string
  readonly entrants: number
}

/**
 * For each of these cases, others that may be the same incident: a plate in common, as vehicle or as trailer, and a few days
 * apart at most. Left out are those that ended as a duplicate, those that somebody has linked, who has looked already, and those closed to all but some.
 */
export async function possibleDuplicates(db: Database, caseIds: readonly string[]): Promise<readonly PossibleDuplicate[]> {
  const { rows } = await sql<{ case_id: string; id: string; reference: string; stage: CaseStage; occurred_on: CalendarDate; place: string; entrants: number }>`
    select distinct mine.id as case_id, other.id, other.reference, other.stage, other.occurred_on, other.incident ->> 'place' as place, (other.incident ->> 'entrants')::integer as entrants
    from penalties.case mine
    cross join lateral (values (mine.incident #>> '{tractor,registration}'), (mine.incident #>> '{trailer,registration}')) as vehicle (plate)
    join penalties.case other on (other.incident #>> '{tractor,registration}' = vehicle.plate or other.incident #>> '{trailer,registration}' = vehicle.plate)
      and other.occurred_on between (mine.occurred_on::date - ${duplicateWithinDays}::integer)::text and (mine.occurred_on::date + ${duplicateWithinDays}::integer)::text
    where mine.id = any(${caseIds}::uuid[]) and other.id <> mine.id and other.triage ->> 'as' is distinct from 'duplicate' and other.only_for is null
      and not exists (select from penalties.case_link link where link.state ->> 'undone' is null
        and ((link.case_id = mine.id and link.other_case_id = other.id) or (link.case_id = other.id and link.other_case_id = mine.id)))
    order by other.reference`.execute(db)
  return rows.map((row) => ({ caseId: row.case_id, id: row.id, reference: row.reference, stage: row.stage, occurredOn: row.occurred_on, place: row.place, entrants: row.entrants }))
}

/** Asked while facts are gathered: later somebody has looked at the vehicle and its persons. */
export async function duplicateActions(db: Database, caseIds: readonly string[]): Promise<readonly ActionOfCase[]> {
  const { rows } = await sql<{ id: string }>`select id from penalties.case where id = any(${caseIds}::uuid[]) and stage = 'open'`.execute(db)
  const found = await possibleDuplicates(db, rows.map(({ id }) => id))
  return [...Map.groupBy(found, ({ caseId }) => caseId)].map(([caseId, others]) => ({
    caseId, code: 'possible-duplicate', text: `Maybe the same incident as ${others.map(({ reference }) => reference).join(', ')}`,
    who: ['caseworker', 'senior-officer'], by: null, missing: [], href: `/cases/${caseId}/duplicate`, act: 'Compare',
  }))
}

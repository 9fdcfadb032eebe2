import { sql } from 'kysely'
import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import { daysAfter, type By, type CalendarDate } from '#values'
import { linkCasesOf } from '../case-link/case-link.store.ts'
import { caseOfReference, caseThing } from '../case/case.store.ts'
import type { CaseStage, NoActionReason, PenaltyCase } from '../case/penalty-case.ts'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import type { CaseEvent } from '../events.ts'
import { duplicateWithinDays } from '../limits.ts'
import { lockCase } from '../case/lock-case.store.ts'
import { named } from '../penalty/penalty.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { triageCase } from './triage-case.ts'

interface Ending {
  readonly caseId: string
  readonly reasons: string
  readonly on: CalendarDate
}

/** Nothing is done about this incident, for a reason from the list and in the officer's own words. */
export async function endWithoutAction(db: Database, { caseId, reasons, on, because }: Ending & { readonly because: NoActionReason }, by: By): Promise<Decision<CaseEvent>> {
  return db.transaction().execute((tx) => triageIn(tx, caseId, { as: 'no-action', because, reasons, by: named(by), on }, by))
}

/** The same incident under another reference: this case ends, and both point to each other. */
export async function endAsDuplicate(db: Database, { caseId, reasons, on, ofReference }: Ending & { readonly ofReference: string }, by: By): Promise<Decision<CaseEvent>> {
  return db.transaction().execute(async (tx) => {
    const other = await caseOfReference(tx, ofReference.trim().toUpperCase())
    if (other === undefined) return refuse('no-case-of-that-reference')
    if (other.triage !== null) return refuse('other-ended-too')
    const decision = await triageIn(tx, caseId, { as: 'duplicate', ofCaseId: other.id, ofReference: other.reference, reasons, by: named(by), on }, by)
    if (isRefused(decision)) return decision
    const linkId = newId()
    await linkCasesOf(tx, { id: linkId, caseId, by }, { linkId, otherReference: other.reference, kind: 'duplicate', reasons, linkedBy: named(by), linkedOn: on })
    return decision
  })
}

async function triageIn(tx: Database, caseId: string, triage: Parameters<typeof triageCase>[2], by: By): Promise<Decision<CaseEvent>> {
  await lockCase(tx, caseId, by)
  const penalties = await penaltiesOfCase(tx, caseId)
  const decision = await changeIn(tx, caseThing, { id: caseId, by }, (found) => triageCase(found, penalties, triage))
  if (!isRefused(decision)) await refreshNearestDay(tx, caseId)
  return decision
}

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
 * For each of these cases, others that may be the same incident: a plate in common, as vehicle or as trailer, and a few
 * days apart at most. Those that already ended as a duplicate are left out.
 */
export async function possibleDuplicates(db: Database, cases: readonly PenaltyCase[]): Promise<readonly PossibleDuplicate[]> {
  const asked = cases.flatMap(({ id, incident }) => [incident.tractor, incident.trailer].flatMap((vehicle) => (vehicle === null ? [] : [{
    case_id: id, plate: vehicle.registration, from_on: daysAfter(-duplicateWithinDays, incident.occurredOn), to_on: daysAfter(duplicateWithinDays, incident.occurredOn),
  }])))
  if (asked.length === 0) return []
  const { rows } = await sql<{ case_id: string; id: string; reference: string; stage: CaseStage; occurred_on: CalendarDate; place: string; entrants: number }>`
    select distinct asked.case_id, c.id, c.reference, c.stage, c.occurred_on, c.incident ->> 'place' as place, (c.incident ->> 'entrants')::integer as entrants
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (case_id uuid, plate text, from_on text, to_on text)
    join penalties.case c on (c.incident #>> '{tractor,registration}' = asked.plate or c.incident #>> '{trailer,registration}' = asked.plate)
      and c.occurred_on between asked.from_on and asked.to_on
    where c.id <> asked.case_id and c.triage ->> 'as' is distinct from 'duplicate' order by c.reference`.execute(db)
  return rows.map((row) => ({ caseId: row.case_id, id: row.id, reference: row.reference, stage: row.stage, occurredOn: row.occurred_on, place: row.place, entrants: row.entrants }))
}

import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { newId } from '#platform/identity'
import type { By, CalendarDate } from '#values'
import { linkCasesOf } from '../case-link/case-link.store.ts'
import { caseOfReference, caseThing } from '../case/case.store.ts'
import type { NoActionReason } from '../case/penalty-case.ts'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import type { CaseEvent } from '../events.ts'
import { lockCase } from '../case/lock-case.store.ts'
import { openDetentions } from '../detention/detention.store.ts'
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
  await lockCase(tx, caseId)
  const [penalties, held] = [await penaltiesOfCase(tx, caseId), await openDetentions(tx, [caseId])]
  if (held.length > 0) return refuse('vehicle-still-held')
  const decision = await changeIn(tx, caseThing, { id: caseId, by }, (found) => triageCase(found, penalties, triage))
  if (!isRefused(decision)) await refreshNearestDay(tx, caseId)
  return decision
}

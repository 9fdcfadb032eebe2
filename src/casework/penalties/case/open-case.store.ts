import { isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import type { By, CalendarDate } from '#values'
import type { CaseEvent } from '../events.ts'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import { caseThing, nextReference, readCase } from './case.store.ts'
import { openCase, type Opening } from './open-case.ts'

export type CaseFacts = Omit<Opening, 'reference' | 'openedOn'>

/** Opens the case and gives it the next reference of the year, together or not at all. */
export async function openCaseOf(db: Database, facts: CaseFacts, { by, today }: { readonly by: By; readonly today: CalendarDate }): Promise<Decision<CaseEvent>> {
  return db.transaction().execute(async (tx) => {
    const existing = await readCase(tx, facts.caseId)
    const reference = existing?.reference ?? (await nextReference(tx, Number(today.slice(0, 4))))
    const decision = await changeIn(tx, caseThing, { id: facts.caseId, by }, (found) => openCase(found, { ...facts, reference, openedOn: today }))
    if (!isRefused(decision)) await refreshNearestDay(tx, facts.caseId)
    return decision
  })
}

import { isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import type { By, CalendarDate } from '#values'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import type { CaseEvent } from '../events.ts'
import { toClose } from './to-close.store.ts'
import { caseThing } from './case.store.ts'
import { closeByItself, closeCase } from './close-case.ts'

interface Closing {
  readonly caseId: string
  readonly by: By
  readonly closedOn: CalendarDate
  /** No person asked for it. */
  readonly byItself?: true
}

/** Closes the case, or says what still stands in the way. Also called when the last penalty has been settled. */
export async function closeCaseOf(db: Database, closing: Closing): Promise<Decision<CaseEvent>> {
  return db.transaction().execute((tx) => closeCaseIn(tx, closing))
}

export async function closeCaseIn(tx: Database, { caseId, by, closedOn, byItself }: Closing): Promise<Decision<CaseEvent>> {
  const standing = await toClose(tx, caseId, closedOn)
  const close = byItself ? closeByItself : closeCase
  const decision = await changeIn(tx, caseThing, { id: caseId, by }, (found) => close(found, standing, closedOn))
  if (!isRefused(decision)) await refreshNearestDay(tx, caseId)
  return decision
}

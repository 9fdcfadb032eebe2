import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { isOpen } from '../appeal/appeal.ts'
import { appealsOfCase } from '../appeal/appeal.store.ts'
import { openDetentions } from '../detention/detention.store.ts'
import { stopsAutomaticSteps } from '../flag/flag.ts'
import { flagThing } from '../flag/flag.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import type { ToClose } from './close-case.ts'

/** What closing a case asks about. */
export async function toClose(db: Database, caseId: string, on: CalendarDate): Promise<ToClose> {
  const [penalties, appeals, flags, held] = [await penaltiesOfCase(db, caseId), await appealsOfCase(db, caseId), await flagThing.ofCase(db, caseId), await openDetentions(db, [caseId])]
  return { penalties, isVehicleHeld: held.length > 0, isUnderAppeal: appeals.some(isOpen), isFlagged: stopsAutomaticSteps(flags, on) }
}

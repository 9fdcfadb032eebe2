import type { Database } from '#platform/database'
import { isOpen } from '../appeal/appeal.ts'
import { appealsOfCase } from '../appeal/appeal.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import type { ToClose } from './close-case.ts'

/** What closing a case asks about. */
export async function toClose(db: Database, caseId: string): Promise<ToClose> {
  return { penalties: await penaltiesOfCase(db, caseId), isUnderAppeal: (await appealsOfCase(db, caseId)).some(isOpen) }
}

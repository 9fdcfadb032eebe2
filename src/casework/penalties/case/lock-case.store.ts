import type { Database } from '#platform/database'
import { lockThing } from '#platform/events'
import { caseThing } from './case.store.ts'

/** From here on the acts of this case happen one after another. */
export async function lockCase(tx: Database, caseId: string): Promise<void> {
  await lockThing(tx, caseThing, caseId)
}

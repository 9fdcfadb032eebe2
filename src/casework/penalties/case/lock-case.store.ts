import { announce } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import type { By } from '#values'
import { caseThing } from './case.store.ts'

/** Deciding nothing takes the lock and writes nothing: from here on the acts of this case happen one after another. */
export async function lockCase(tx: Database, caseId: string, by: By): Promise<void> {
  await changeIn(tx, caseThing, { id: caseId, by }, () => announce())
}

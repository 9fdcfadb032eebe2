import type { Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import type { By } from '#values'
import type { CaseEvent } from '../events.ts'
import { caseThing } from './case.store.ts'
import type { PenaltyCase } from './penalty-case.ts'

/** An act on the case alone. */
export async function changeCase(db: Database, id: string, by: By, decide: (found: PenaltyCase | undefined) => Decision<CaseEvent>): Promise<Decision<CaseEvent>> {
  return change(db, caseThing, { id, by }, decide)
}

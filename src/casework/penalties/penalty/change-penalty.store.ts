import type { By } from '#values'
import { announce, isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { caseThing } from '../case/case.store.ts'
import type { PenaltyEvent } from '../events.ts'
import type { Penalty } from './penalty.ts'
import { penaltyThing, readPenalty } from './penalty.store.ts'

export interface PenaltyAct {
  readonly penaltyId: string
  readonly by: By
}

/** The one way a penalty changes: its case is locked first, so that the acts of one case happen one after another. */
export async function changePenalty(db: Database, act: PenaltyAct, decide: (penalty: Penalty | undefined) => Decision<PenaltyEvent>): Promise<Decision<PenaltyEvent>> {
  return db.transaction().execute((tx) => changePenaltyIn(tx, act, decide))
}

/** The same inside a caller's transaction, for acts that move money or documents with it. */
export async function changePenaltyIn(tx: Database, { penaltyId, by }: PenaltyAct, decide: (penalty: Penalty | undefined) => Decision<PenaltyEvent>): Promise<Decision<PenaltyEvent>> {
  const found = await readPenalty(tx, penaltyId)
  if (found !== undefined) await lockCase(tx, found.caseId, by)
  const decision = await changeIn(tx, penaltyThing, { id: penaltyId, by }, decide)
  if (isRefused(decision)) return decision
  return decision
}

/** Deciding nothing takes the lock and writes nothing. */
export async function lockCase(tx: Database, caseId: string, by: By): Promise<void> {
  await changeIn(tx, caseThing, { id: caseId, by }, () => announce())
}

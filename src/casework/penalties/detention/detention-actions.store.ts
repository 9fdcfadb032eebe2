import type { Database } from '#platform/database'
import { addPence, noPence } from '#values'
import type { ActionOfCase } from '../case/required-actions.ts'
import { owedOfCases } from '../payment/owed.store.ts'
import { actionsOfDetention } from './actions-of-detention.ts'
import { openDetentions } from './detention.store.ts'

/** What the vehicles of these cases wait for. Money is asked after only where a vehicle is held. */
export async function detentionActions(db: Database, caseIds: readonly string[]): Promise<readonly ActionOfCase[]> {
  const detentions = await openDetentions(db, caseIds)
  if (detentions.length === 0) return []
  const owed = await owedOfCases(db, detentions.map(({ caseId }) => caseId))
  return detentions.flatMap((detention) =>
    actionsOfDetention(detention, addPence(...detention.penaltyIds.map((id) => owed.get(id) ?? noPence))).map((action) => ({ ...action, caseId: detention.caseId })))
}

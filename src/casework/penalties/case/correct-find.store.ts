import { isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { dayOf, type By } from '#values'
import { withdrawProposal } from '../assessment/withdraw-proposal.ts'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import type { CaseEvent } from '../events.ts'
import { changePenaltyIn, lockCase } from '../penalty/change-penalty.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { caseOfDetection, caseThing } from './case.store.ts'
import { correctFind, type TellingOfCorrection } from './correct-find.ts'
import { considerCorrection, type Considering } from './consider-correction.ts'

/** The case takes note of a correction, and what was proposed on the earlier facts has to be proposed again. */
export async function correctFindOf(db: Database, detectionId: string, told: TellingOfCorrection, by: By): Promise<Decision<CaseEvent>> {
  return db.transaction().execute(async (tx) => {
    const found = await caseOfDetection(tx, detectionId)
    // Told before the case was opened: the teller tries again, and nothing is lost.
    if (found === undefined) throw new Error(`Detection ${detectionId} has no case to correct yet`)
    await lockCase(tx, found.id)
    const penalties = await penaltiesOfCase(tx, found.id)
    const decision = await changeIn(tx, caseThing, { id: found.id, by }, (current) => correctFind(current, penalties, told))
    if (isRefused(decision)) return decision
    if (decision.events.some((event) => event.type === 'find-corrected' && event.correction.inForce)) {
      for (const { id, stage } of penalties) if (stage === 'proposed') await takeBack(tx, id, by)
    }
    await refreshNearestDay(tx, found.id)
    return decision
  })
}

async function takeBack(tx: Database, penaltyId: string, by: By): Promise<void> {
  const withdrawing = { reasons: 'The find was corrected at the port after this was proposed.', withdrawnBy: named(by), withdrawnOn: dayOf(by.at) }
  await changePenaltyIn(tx, { penaltyId, by }, (penalty) => withdrawProposal(penalty, withdrawing))
}

export async function considerCorrectionOf(db: Database, caseId: string, considering: Considering, by: By): Promise<Decision<CaseEvent>> {
  return db.transaction().execute(async (tx) => {
    const decision = await changeIn(tx, caseThing, { id: caseId, by }, (found) => considerCorrection(found, considering))
    if (!isRefused(decision)) await refreshNearestDay(tx, caseId)
    return decision
  })
}

import { dayOf, type By } from '#values'
import { isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { caseThing } from '../case/case.store.ts'
import { closeByItself } from '../case/close-case.ts'
import { lockCase } from '../case/lock-case.store.ts'
import { openAgain } from '../case/open-again.ts'
import { toClose } from '../case/to-close.store.ts'
import { keepDecidedFacts } from '../consistency/decided-facts.store.ts'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import { keepPauses } from '../deadline/pauses.store.ts'
import { noteDecisions } from '../decision/note-decisions.ts'
import type { PenaltyEvent } from '../events.ts'
import type { Penalty } from './penalty.ts'
import { penaltiesOfCase, penaltyThing, readPenalty } from './penalty.store.ts'

export { lockCase }

export interface PenaltyAct {
  readonly penaltyId: string
  readonly by: By
}

/** Decides on one penalty, knowing the others of its case. */
export type DecideOnPenalty = (penalty: Penalty | undefined, others: readonly Penalty[]) => Decision<PenaltyEvent>

/** The one way a penalty changes: its case is locked first, so that the acts of one case happen one after another. */
export async function changePenalty(db: Database, act: PenaltyAct, decide: DecideOnPenalty): Promise<Decision<PenaltyEvent>> {
  return db.transaction().execute((tx) => changePenaltyIn(tx, act, decide))
}

/** The same inside a caller's transaction, for acts that move money or documents with it. */
export async function changePenaltyIn(tx: Database, { penaltyId, by }: PenaltyAct, decide: DecideOnPenalty): Promise<Decision<PenaltyEvent>> {
  const found = await readPenalty(tx, penaltyId)
  if (found === undefined) return decide(undefined, [])
  await lockCase(tx, found.caseId)
  const others = (await penaltiesOfCase(tx, found.caseId)).filter(({ id }) => id !== penaltyId)
  const decision = await changeIn(tx, penaltyThing, { id: penaltyId, by }, (penalty) => decide(penalty, others))
  if (isRefused(decision)) return decision
  await followCase(tx, found.caseId, by)
  if (decision.events.some(({ type }) => type === 'penalty-settled' || type === 'penalty-written-off')) await closeWhenNothingIsLeft(tx, found.caseId, by)
  await refreshNearestDay(tx, found.caseId)
  await keepPauses(tx, penaltyId)
  if (decision.events.some(({ type }) => type === 'penalty-decided' || type === 'no-penalty-decided')) await keepDecidedFacts(tx, penaltyId)
  return decision
}

/** The case goes on by itself to the stage that its penalties have reached. */
export async function followCase(tx: Database, caseId: string, by: By): Promise<void> {
  const penalties = await penaltiesOfCase(tx, caseId)
  await changeIn(tx, caseThing, { id: caseId, by }, (found) => noteDecisions(found, penalties))
  await changeIn(tx, caseThing, { id: caseId, by }, (found) => openAgain(found, penalties, by))
}

/** The last payment closes the case, unless somebody may still object: then a person closes it later. */
async function closeWhenNothingIsLeft(tx: Database, caseId: string, by: By): Promise<void> {
  const closedOn = dayOf(by.at)
  const standing = await toClose(tx, caseId, closedOn)
  await changeIn(tx, caseThing, { id: caseId, by }, (found) => closeByItself(found, standing, closedOn))
}

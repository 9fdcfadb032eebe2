import { announce, isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, type Act } from '#platform/events'
import { newId } from '#platform/identity'
import type { By } from '#values'
import { changePenaltyIn, lockCase } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import type { Appeal, AppealConcluded, AppealEvent } from './appeal.ts'
import { appealsOfCase, appealThing, readAppeal } from './appeal.store.ts'
import { concludeAppeal, followConclusion, heardAgain, type Concluding } from './conclude-appeal.ts'
import { lodgeAppeal, type Lodging } from './lodge-appeal.ts'

/** Recorded under the case's lock, so that one penalty never has two appeals open. */
export async function lodgeAppealOf(db: Database, penaltyId: string, lodging: Lodging, by: By): Promise<Decision<AppealEvent>> {
  return db.transaction().execute(async (tx) => {
    const penalty = await readPenalty(tx, penaltyId)
    if (penalty === undefined) return refuse('no-such-penalty')
    await lockCase(tx, penalty.caseId)
    const others = await appealsOfCase(tx, penalty.caseId)
    return changeIn(tx, appealThing, { id: lodging.appealId, by }, () => lodgeAppeal(penalty, others, lodging))
  })
}

/** For acts that touch nothing but the appeal itself. */
export async function changeAppeal(db: Database, { id, by }: Act, decide: (appeal: Appeal | undefined) => Decision<AppealEvent>): Promise<Decision<AppealEvent>> {
  return db.transaction().execute(async (tx) => {
    const appeal = await readAppeal(tx, id)
    if (appeal !== undefined) await lockCase(tx, appeal.caseId)
    return changeIn(tx, appealThing, { id, by }, decide)
  })
}

async function sendBack(tx: Database, higher: Appeal, { on, reasons }: AppealConcluded['conclusion'], by: By): Promise<void> {
  const first = higher.follows === null ? undefined : await readAppeal(tx, higher.follows)
  if (first === undefined) throw new Error(`Appeal ${higher.id} is sent back to no court`)
  const appealId = newId()
  await changeIn(tx, appealThing, { id: appealId, by }, () => announce(heardAgain(first, higher, { appealId, on, reasons })))
}

/** The conclusion and what it does to the penalty are one act: neither stands without the other. */
export async function concludeAppealOf(db: Database, id: string, concluding: Concluding, by: By): Promise<Decision<AppealEvent>> {
  return db.transaction().execute(async (tx) => {
    const appeal = await readAppeal(tx, id)
    if (appeal === undefined) return refuse('no-such-appeal')
    await lockCase(tx, appeal.caseId)
    const penalty = await readPenalty(tx, appeal.penaltyId)
    if (penalty === undefined) return refuse('no-such-penalty')
    const decision = await changeIn(tx, appealThing, { id, by }, (current) => concludeAppeal(current, penalty, concluding))
    if (isRefused(decision)) return decision
    for (const { type, ...event } of decision.events) {
      if (type !== 'appeal-concluded' || !('conclusion' in event)) continue
      await changePenaltyIn(tx, { penaltyId: penalty.id, by }, (current) => followConclusion(current, event.conclusion))
      if (event.conclusion.outcome === 'remitted') await sendBack(tx, appeal, event.conclusion, by)
    }
    return decision
  })
}

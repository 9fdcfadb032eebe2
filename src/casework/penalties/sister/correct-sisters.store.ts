import { announce, isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { change, changeIn } from '#platform/events'
import type { By, CalendarDate } from '#values'
import { underAppeal } from '../appeal/appeal.ts'
import { appealsOfCase } from '../appeal/appeal.store.ts'
import { readCase } from '../case/case.store.ts'
import { lockCase } from '../case/lock-case.store.ts'
import { changePenaltyIn } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { answerSisters } from './answer-sisters.ts'
import { correctSister, type Correcting } from './correct-sister.ts'
import { proposeSisters, shareOf, type Proposing } from './propose-sisters.ts'
import { leftToCorrect, type SisterAnswer, type SisterCorrection, type SisterEvent, type SisterItem } from './sister-correction.ts'
import { readSisters, sisterThing } from './sister-correction.store.ts'

export async function proposeSistersOf(db: Database, originId: string, proposing: Proposing, by: By): Promise<Decision<SisterEvent>> {
  const origin = await readPenalty(db, originId)
  if (origin === undefined) return refuse('no-such-penalty')
  const share = shareOf(origin, await appealsOfCase(db, origin.caseId))
  return change(db, sisterThing, { id: proposing.correctionId, by }, (current) => proposeSisters(current, origin, share, proposing))
}

/** The second officer's word, and then each notice by itself: one that is refused leaves the others to be corrected. */
export async function answerSistersOf(db: Database, id: string, answer: SisterAnswer, by: By): Promise<Decision<SisterEvent>> {
  const decision = await change(db, sisterThing, { id, by }, (current) => answerSisters(current, answer))
  const agreed = await readSisters(db, id)
  if (isRefused(decision) || agreed?.answer?.agreed !== true) return decision
  const because = await reasonFor(db, agreed)
  for (const item of leftToCorrect(agreed)) await correctOne(db, { id, item, reasons: agreed.reasons, on: answer.on, by: { ...by, reason: because } })
  return decision
}

interface One {
  readonly id: string
  readonly item: SisterItem
  /** As the person is told them: without anybody else's case. */
  readonly reasons: string
  readonly on: CalendarDate
  readonly by: By
}

/** The notice and the line that says so move together: stopped between two, the next run begins with the one that is missing. */
async function correctOne(db: Database, { id, item, reasons, on, by }: One): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockCase(tx, item.caseId)
    const correcting = await correctingOf(tx, { item, reasons, on, by })
    const decision = await changePenaltyIn(tx, { penaltyId: item.penaltyId, by }, (penalty) => correctSister(penalty, correcting))
    const result = { penaltyId: item.penaltyId, refused: isRefused(decision) ? decision.refused : null }
    await changeIn(tx, sisterThing, { id, by }, () => announce<SisterEvent>({ type: 'sister-corrected', result }))
  })
}

async function correctingOf(db: Database, { item: { caseId, penaltyId, fromPence, toPence }, reasons, on, by }: Omit<One, 'id'>): Promise<Correcting> {
  return { fromPence, toPence, reasons, on, agreedById: by.officerId, isUnderAppeal: underAppeal(await appealsOfCase(db, caseId)).has(penaltyId) }
}

/** What would become of each item if this officer agreed now: a refusal, or null where it would be corrected. */
export async function previewSisters(db: Database, correction: SisterCorrection, { on, by }: Pick<One, 'on' | 'by'>): Promise<ReadonlyMap<string, string | null>> {
  const previewed = await Promise.all(correction.items.map(async (item) => {
    const decision = correctSister(await readPenalty(db, item.penaltyId), await correctingOf(db, { item, reasons: correction.reasons, on, by }))
    return [item.penaltyId, isRefused(decision) ? decision.refused : null] as const
  }))
  return new Map(previewed)
}

async function reasonFor(db: Database, { caseId, reasons }: Pick<SisterCorrection, 'caseId' | 'reasons'>): Promise<string> {
  return `The same correction as in ${(await readCase(db, caseId))?.reference ?? 'another case'}: ${reasons}`
}

import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { dayOf, type By } from '#values'
import type { PenaltyCancelled, PenaltyReduced } from '../events.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { planService } from '../service/change-dispatch.store.ts'
import { approvedTemplates } from '../template/template-approval.store.ts'
import { openCaseFile } from './case-file.store.ts'
import { keepDocument } from './document.store.ts'
import { dayOfClock, letterFacts, personOf } from './gather-letter-facts.ts'
import type { AmountCorrectedFacts } from './letter-facts.ts'
import { templateOn } from './letter-templates.ts'
import { printLetter } from './print-letter.store.ts'

export interface CorrectionLetter {
  readonly penaltyId: string
  readonly change: PenaltyReduced | PenaltyCancelled
  /** The history entry of the change, so that hearing of it twice writes one letter. */
  readonly causeId: string
  readonly demonstration: boolean
  readonly by: By
}

/** Tells somebody that their penalty was put right; nothing where the decision on an objection tells it, or nobody had a notice. */
export async function writeCorrectionLetter(db: Database, { penaltyId, change, causeId, demonstration, by }: CorrectionLetter): Promise<void> {
  const penalty = await readPenalty(db, penaltyId)
  if (penalty === undefined || penalty.notices.length === 0 || isToldByDecision(penalty, change)) return
  const writtenOn = dayOf(by.at)
  const file = await openCaseFile(db, penalty.caseId, { on: writtenOn, demonstration })
  const facts: AmountCorrectedFacts = {
    purpose: 'amount-corrected', ...letterFacts(file, personOf(file, penalty), penalty), writtenOn,
    beforePence: change.fromPence, amountPence: change.toPence, reasons: change.reasons ?? '',
    lastDayToPay: change.toPence > 0 ? dayOfClock(penalty, 'pay') : null,
  }
  const template = templateOn(facts.purpose, writtenOn, await approvedTemplates(db))
  const pdf = await printLetter(template, facts, by.at)
  await db.transaction().execute(async (tx) => {
    const id = newId()
    if (await keepDocument(tx, { id, penaltyId, templateVersion: template.version, facts, pdf, causeId, by })) await planService(tx, { id, penaltyId, purpose: facts.purpose }, by)
  })
}

function isToldByDecision({ determination }: Penalty, { fromPence, toPence, on }: CorrectionLetter['change']): boolean {
  return determination !== null && determination.beforePence === fromPence && determination.amountPence === toPence && determination.toldOn === on
}

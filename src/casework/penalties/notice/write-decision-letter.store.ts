import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { By } from '#values'
import { readPenalty } from '../penalty/penalty.store.ts'
import { planService } from '../service/change-dispatch.store.ts'
import { approvedTemplates } from '../template/template-approval.store.ts'
import { openCaseFile } from './case-file.store.ts'
import { keepDocument } from './document.store.ts'
import { gatherObjectionDecision } from './gather-objection-decision.ts'
import { templateOn } from './letter-templates.ts'
import { printLetter } from './print-letter.store.ts'

export interface DecisionLetter {
  readonly penaltyId: string
  /** The history entry of the decision, so that hearing of it twice writes one letter. */
  readonly causeId: string
  readonly demonstration: boolean
  readonly by: By
}

/** Writes the letter that tells the objector what was decided; nothing when it has been written. */
export async function writeDecisionLetter(db: Database, { penaltyId, causeId, demonstration, by }: DecisionLetter): Promise<void> {
  const penalty = await readPenalty(db, penaltyId)
  if (penalty === undefined || penalty.determination === null) return
  const { toldOn } = penalty.determination
  const file = await openCaseFile(db, penalty.caseId, { on: toldOn, demonstration })
  const facts = gatherObjectionDecision(file, penalty)
  if (facts === undefined) return

  const template = templateOn('objection-decision', toldOn, await approvedTemplates(db))
  const pdf = await printLetter(template, facts, by.at)
  await db.transaction().execute(async (tx) => {
    const id = newId()
    const isNew = await keepDocument(tx, { id, penaltyId, templateVersion: template.version, facts, pdf, causeId, by })
    if (isNew) await planService(tx, { id, penaltyId, purpose: facts.purpose }, by)
  })
}

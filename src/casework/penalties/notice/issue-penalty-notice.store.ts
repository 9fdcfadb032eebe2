import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { By, CalendarDate } from '#values'
import type { PenaltyEvent } from '../events.ts'
import { changePenaltyIn, lockCase } from '../penalty/change-penalty.store.ts'
import { issueNotice } from '../penalty/issue-notice.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { planService } from '../service/change-dispatch.store.ts'
import { keepDocument } from './document.store.ts'
import { draftNotice } from './draft-notice.store.ts'
import { printLetter } from './print-letter.store.ts'

export interface Issuing {
  readonly penaltyId: string
  readonly issuedOn: CalendarDate
  readonly demonstration: boolean
  /** The fingerprint of the draft that the officer read. */
  readonly draftRead: string
  readonly by: By
}

/** The notice is issued and its letter kept in one transaction: there is never one without the other. */
export async function issuePenaltyNotice(db: Database, issuing: Issuing): Promise<Decision<PenaltyEvent>> {
  const { issuedOn } = issuing
  return db.transaction().execute((tx) => issueIn(tx, issuing, (penalty, documentId) => issueNotice(penalty, { issuedOn, documentId })))
}

/** The same inside a caller's transaction, by the act that the caller names; what was planned for the letter begins with it. */
export async function issueIn(tx: Database, { penaltyId, issuedOn, demonstration, draftRead, by }: Issuing, act: (penalty: Penalty | undefined, documentId: string) => Decision<PenaltyEvent>): Promise<Decision<PenaltyEvent>> {
  const draft = await draftNotice(tx, { penaltyId, on: issuedOn, demonstration }, (caseId) => lockCase(tx, caseId))
  if (draft !== undefined && draft.facts.authority.payTo.length === 0) return refuse('nowhere-to-pay')
  if (draft !== undefined && draft.fingerprint !== draftRead) return refuse('letter-has-changed')
  if (draft?.isApproved === false) return refuse('no-letter-approved')

  const documentId = newId()
  const decision = await changePenaltyIn(tx, { penaltyId, by }, (penalty) => act(penalty, documentId))
  if (isRefused(decision)) return decision

  if (draft === undefined) throw new Error(`Penalty ${penaltyId} was issued without a decision to write about`)
  const { template, facts } = draft
  const pdf = await printLetter(template, facts, by.at)
  await keepDocument(tx, { id: documentId, penaltyId, templateVersion: template.version, facts, pdf, causeId: null, by })
  await planService(tx, { id: documentId, penaltyId, purpose: facts.purpose }, by)
  return decision
}

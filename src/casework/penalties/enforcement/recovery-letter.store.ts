import { refuse, type Refusal } from '#platform/decisions'
import type { Database } from '#platform/database'
import { dayOf, type By, type CalendarDate } from '#values'
import { lastDayFor } from '../deadline/last-day-for.ts'
import { openCaseFile } from '../notice/case-file.store.ts'
import { keepDocument } from '../notice/document.store.ts'
import { letterFacts, personOf } from '../notice/gather-letter-facts.ts'
import type { RecoveryLetterFacts } from '../notice/letter-facts.ts'
import { newestTemplate, templateInForce, type LetterTemplate } from '../notice/letter-templates.ts'
import { printLetter } from '../notice/print-letter.store.ts'
import { noticeInForce } from '../penalty/penalty.ts'
import { planService } from '../service/change-dispatch.store.ts'
import { approvedTemplates } from '../template/template-approval.store.ts'
import type { EnforcementFacts } from './needs.ts'

type Debt = Pick<EnforcementFacts, 'penalty' | 'owedPence'>

export interface RecoveryDraft {
  readonly template: LetterTemplate
  readonly isApproved: boolean
  readonly facts: RecoveryLetterFacts
}

interface Drafting {
  readonly purpose: RecoveryLetterFacts['purpose']
  readonly on: CalendarDate
  readonly demonstration: boolean
}

/** The letter as it would go out that day, and whether two officers have let its words out; undefined while no notice is in force or nobody knows its last day. */
export async function draftRecoveryLetter(db: Database, { penalty, owedPence }: Debt, { purpose, on, demonstration }: Drafting): Promise<RecoveryDraft | undefined> {
  const [notice, lastDayToPay] = [noticeInForce(penalty), lastDayFor('pay', penalty).day]
  if (notice === undefined || lastDayToPay === null) return undefined
  const file = await openCaseFile(db, penalty.caseId, { on, demonstration })
  const facts: RecoveryLetterFacts = { purpose, ...letterFacts(file, personOf(file, penalty), penalty), writtenOn: on, noticeOn: notice.issuedOn, lastDayToPay, owedPence }
  const inForce = templateInForce(purpose, on, await approvedTemplates(db))
  return { template: inForce ?? newestTemplate(purpose), isApproved: inForce !== undefined, facts }
}

/** Written, kept, and planned to go the ways that every letter goes, in the transaction of its step; why not, where it cannot be. */
export async function sendRecoveryLetter(tx: Database, debt: Debt, { id, purpose, demonstration, by }: { readonly id: string; readonly by: By } & Omit<Drafting, 'on'>): Promise<Refusal | undefined> {
  const draft = await draftRecoveryLetter(tx, debt, { purpose, demonstration, on: dayOf(by.at) })
  if (draft === undefined) throw new Error(`Penalty ${debt.penalty.id} has no notice to remind of`)
  const { template, isApproved, facts } = draft
  if (!isApproved) return refuse('no-letter-approved')
  const pdf = await printLetter(template, facts, by.at)
  await keepDocument(tx, { id, penaltyId: debt.penalty.id, templateVersion: template.version, facts, pdf, causeId: null, by })
  await planService(tx, { id, penaltyId: debt.penalty.id, purpose }, by)
  return undefined
}

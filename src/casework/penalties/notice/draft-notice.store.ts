import type { Database } from '#platform/database'
import { canonical, sha256 } from '#platform/events'
import { readPenalty } from '../penalty/penalty.store.ts'
import { approvedTemplates } from '../template/template-approval.store.ts'
import { openCaseFile, type Writing } from './case-file.store.ts'
import { gatherPenaltyNotice } from './gather-penalty-notice.ts'
import type { PenaltyNoticeFacts } from './letter-facts.ts'
import { lettersNotApproved, newestTemplate, templateInForce, type LetterTemplate } from './letter-templates.ts'

export interface Draft {
  readonly template: LetterTemplate
  /** Two officers have let this letter and those that follow it go out; until then it is read and not issued. */
  readonly isApproved: boolean
  readonly facts: PenaltyNoticeFacts
  /** Changes with any word of the letter: an officer issues the one that was read. */
  readonly fingerprint: string
}

/** The notice as it would be issued on that day; undefined while nothing has been decided. */
export async function draftNotice(db: Database, { penaltyId, ...writing }: Writing & { readonly penaltyId: string }, lock: (caseId: string) => Promise<void> = async () => {}): Promise<Draft | undefined> {
  const unlocked = await readPenalty(db, penaltyId)
  if (unlocked === undefined) return undefined
  await lock(unlocked.caseId)
  const file = await openCaseFile(db, unlocked.caseId, writing)
  const penalty = file.penalties.find(({ id }) => id === penaltyId)
  const facts = penalty && gatherPenaltyNotice(file, penalty, writing.on)
  if (facts === undefined) return undefined
  const approved = await approvedTemplates(db)
  const template = templateInForce('penalty-notice', writing.on, approved) ?? newestTemplate('penalty-notice')
  return { template, isApproved: lettersNotApproved(writing.on, approved).length === 0, facts, fingerprint: sha256(canonical({ version: template.version, facts })) }
}

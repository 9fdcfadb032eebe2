import type { CalendarDate } from '#values'
import type { StateWords } from '../case/words.ts'
import type { Purpose } from '../notice/letter-facts.ts'
import { letterTemplates, type LetterTemplate } from '../notice/letter-templates.ts'
import { templateId, type TemplateApproval } from './template-approval.ts'

export const purposes = ['information-request', 'penalty-notice', 'objection-decision', 'amount-corrected', 'reminder', 'letter-before-action', 'covering-letter'] as const satisfies readonly Purpose[]

export const purposeWords: Readonly<Record<Purpose, string>> = {
  'information-request': 'Request for information',
  'penalty-notice': 'Penalty notice',
  'objection-decision': 'Decision on an objection',
  'amount-corrected': 'Correction without an objection',
  'reminder': 'Reminder of what is owed',
  'letter-before-action': 'Letter before a claim',
  'covering-letter': 'Covering letter for one sent again',
}

/** One version as the list and its own page show it. */
export interface VersionView {
  readonly template: LetterTemplate
  readonly approval: TemplateApproval | undefined
  readonly standing: StateWords
  readonly href: string
}

/** The newest version first. */
export function versionsOf(purpose: Purpose, approvals: readonly TemplateApproval[], today: CalendarDate): readonly VersionView[] {
  return letterTemplates.filter((template) => template.purpose === purpose).toReversed().map((template) => versionView(template, approvals, today))
}

export function versionView(template: LetterTemplate, approvals: readonly TemplateApproval[], today: CalendarDate): VersionView {
  const { purpose, version } = template
  const approval = approvals.find(({ id }) => id === templateId(purpose, version))
  return { template, approval, standing: standingOf(approval, today), href: `/letters/templates/${purpose}/${version}` }
}

function standingOf(approval: TemplateApproval | undefined, today: CalendarDate): StateWords {
  if (approval === undefined) return { word: 'Not put forward', kind: 'quiet' }
  if (approval.standing === 'put-forward') return { word: 'Waits for approval', kind: 'waiting' }
  if (approval.standing === 'sent-back') return { word: 'Sent back', kind: 'stop' }
  return approval.fromOn <= today ? { word: 'Approved, in use', kind: 'done' } : { word: 'Approved, not yet in use', kind: 'going' }
}

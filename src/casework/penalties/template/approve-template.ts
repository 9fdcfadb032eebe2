import { announce, refuse, type Decision } from '#platform/decisions'
import { isBefore, type CalendarDate } from '#values'
import type { LetterTemplate } from '../notice/letter-templates.ts'
import type { Named } from '../penalty/penalty.ts'
import type { TemplateApproval, TemplateApproved, TemplatePutForward, TemplateSentBack } from './template-approval.ts'

export interface PuttingForward {
  readonly fromOn: CalendarDate
  readonly reasons: string
  readonly putForwardBy: Named
  readonly today: CalendarDate
}

/** Asks a senior officer to let letters take this version from a day on: never from a day that has gone, on which letters went out otherwise. */
export function putForward(template: LetterTemplate | undefined, approval: TemplateApproval | undefined, { today, ...asked }: PuttingForward): Decision<TemplatePutForward> {
  if (template === undefined) return refuse('no-such-template')
  if (approval?.standing === 'approved') return refuse('template-in-use')
  if (approval?.standing === 'put-forward') return refuse('template-waits')
  if (asked.reasons.trim() === '') return refuse('reasons-needed')
  if (isBefore(asked.fromOn, today)) return refuse('template-from-the-past')
  return announce({ type: 'template-put-forward', purpose: template.purpose, version: template.version, ...asked })
}

export interface Answering {
  readonly approve: boolean
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

/** For another officer than the one who put it forward. */
export function answerTemplate(approval: TemplateApproval | undefined, { approve, ...answer }: Answering): Decision<TemplateApproved | TemplateSentBack> {
  if (approval?.standing !== 'put-forward') return refuse('no-template-waits')
  if (approval.putForwardBy.officerId === answer.by.officerId) return refuse('put-forward-by-the-same-person')
  if (answer.reasons.trim() === '') return refuse('reasons-needed')
  if (approve && isBefore(approval.fromOn, answer.on)) return refuse('template-from-the-past')
  return announce({ type: approve ? 'template-approved' : 'template-sent-back', ...answer })
}

import type { Happening } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { Purpose } from '../notice/letter-facts.ts'
import type { Named } from '../penalty/penalty.ts'

/** What the office has made of one version of a template: put forward by one officer, approved or sent back by another. */
export interface TemplateApproval {
  /** Purpose and version, such as `penalty-notice-2`. */
  readonly id: string
  readonly purpose: Purpose
  readonly version: number
  readonly standing: 'put-forward' | 'approved' | 'sent-back'
  /** Letters dated from this day on take it, once it is approved. */
  readonly fromOn: CalendarDate
  readonly reasons: string
  readonly putForwardBy: Named
  readonly answer: { readonly reasons: string; readonly by: Named; readonly on: CalendarDate } | null
}

export interface TemplatePutForward extends Happening {
  readonly type: 'template-put-forward'
  readonly purpose: Purpose
  readonly version: number
  readonly fromOn: CalendarDate
  readonly reasons: string
  readonly putForwardBy: Named
}

interface TemplateAnswered extends Happening {
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

export interface TemplateApproved extends TemplateAnswered {
  readonly type: 'template-approved'
}

export interface TemplateSentBack extends TemplateAnswered {
  readonly type: 'template-sent-back'
}

export type TemplateEvent = TemplatePutForward | TemplateApproved | TemplateSentBack

export function templateId(purpose: string, version: number): string {
  return `${purpose}-${version}`
}

export function evolveApproval(state: TemplateApproval | undefined, event: TemplateEvent): TemplateApproval {
  if (event.type === 'template-put-forward') {
    const { purpose, version, fromOn, reasons, putForwardBy } = event
    return { id: templateId(purpose, version), purpose, version, standing: 'put-forward', fromOn, reasons, putForwardBy, answer: null }
  }
  if (state === undefined) throw new Error(`A template is put forward before ${event.type}`)
  const { reasons, by, on } = event
  return { ...state, standing: event.type === 'template-approved' ? 'approved' : 'sent-back', answer: { reasons, by, on } }
}

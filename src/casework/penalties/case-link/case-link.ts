import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { Named } from '../penalty/penalty.ts'

/** `duplicate` is made by triage alone, when one case ends in favour of another. */
export const linkKinds = ['same-vehicle', 'same-party', 'same-operation', 'leads', 'other'] as const
export const allLinkKinds = [...linkKinds, 'duplicate'] as const
export type LinkKind = (typeof allLinkKinds)[number]

/** Two cases that whoever works on one should know of, and why. Shown in both. */
export interface CaseLink {
  readonly id: string
  readonly caseId: string
  readonly otherCaseId: string
  readonly kind: LinkKind
  readonly reasons: string
  readonly linkedBy: Named
  readonly linkedOn: CalendarDate
  readonly undone: { readonly reasons: string; readonly by: Named; readonly on: CalendarDate } | null
}

export interface CasesLinked extends Happening, Omit<CaseLink, 'id' | 'undone'> {
  readonly type: 'cases-linked'
  readonly linkId: string
}

export interface CasesUnlinked extends Happening {
  readonly type: 'cases-unlinked'
  readonly undone: NonNullable<CaseLink['undone']>
}

export type LinkEvent = CasesLinked | CasesUnlinked

export function evolveLink(state: CaseLink | undefined, event: LinkEvent): CaseLink {
  if (event.type === 'cases-linked') {
    const { linkId, caseId, otherCaseId, kind, reasons, linkedBy, linkedOn } = event
    return { id: linkId, caseId, otherCaseId, kind, reasons, linkedBy, linkedOn, undone: null }
  }
  if (state === undefined) throw new Error('Cases are linked before they are parted')
  return { ...state, undone: event.undone }
}

/** `standing` are the links of either case to any other. */
export function linkCases(found: PenaltyCase, standing: readonly CaseLink[], linking: Omit<CasesLinked, 'type' | 'under' | 'caseId'>): Decision<CasesLinked> {
  const { otherCaseId, kind, reasons } = linking
  if (otherCaseId === found.id) return refuse('linked-to-itself')
  if (reasons.trim() === '') return refuse('reasons-needed')
  if (standing.some((link) => link.undone === null && link.kind === kind && [link.caseId, link.otherCaseId].includes(otherCaseId))) return refuse('linked-already')
  return announce({ type: 'cases-linked', ...linking, caseId: found.id })
}

export function unlinkCases(link: CaseLink | undefined, undone: NonNullable<CaseLink['undone']>): Decision<CasesUnlinked> {
  if (link === undefined || link.undone !== null) return refuse('no-such-link')
  if (undone.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'cases-unlinked', undone })
}

import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import { isAfter, type CalendarDate } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { Named } from '../penalty/penalty.ts'

/** A way in at the public door for one person of a case, or for whoever speaks for them: to answer, to see what we show them and to comment on it. */
export interface PersonLink {
  readonly id: string
  readonly caseId: string
  readonly personId: string
  /** The hash of its code. The code itself stands on the paper that took it there, and in no field of ours. */
  readonly codeHash: string
  /** What it was given out for. */
  readonly reasons: string
  readonly madeBy: Named
  readonly madeOn: CalendarDate
  readonly lastDay: CalendarDate
  readonly ended: { readonly on: CalendarDate; readonly reasons: string; readonly by: Named } | null
}

export interface PersonLinkMade extends Happening, Omit<PersonLink, 'id' | 'ended'> {
  readonly type: 'person-link-made'
  readonly linkId: string
}

export interface PersonLinkEnded extends Happening {
  readonly type: 'person-link-ended'
  readonly ended: NonNullable<PersonLink['ended']>
}

export type PersonLinkEvent = PersonLinkMade | PersonLinkEnded

export function evolvePersonLink(state: PersonLink | undefined, event: PersonLinkEvent): PersonLink {
  if (event.type === 'person-link-made') {
    const { linkId, caseId, personId, codeHash, reasons, madeBy, madeOn, lastDay } = event
    return { id: linkId, caseId, personId, codeHash, reasons, madeBy, madeOn, lastDay, ended: null }
  }
  if (state === undefined) throw new Error('A link is made before it ends')
  return { ...state, ended: event.ended }
}

export function makePersonLink(found: PenaltyCase, making: Omit<PersonLinkMade, 'type' | 'under' | 'caseId'>): Decision<PersonLinkMade> {
  return making.reasons.trim() === '' ? refuse('reasons-needed') : announce({ type: 'person-link-made', ...making, caseId: found.id })
}

export function endPersonLink(link: PersonLink | undefined, ended: NonNullable<PersonLink['ended']>): Decision<PersonLinkEnded> {
  if (link === undefined) return refuse('no-such-person-link')
  if (link.ended !== null) return refuse('person-link-ended-already')
  return ended.reasons.trim() === '' ? refuse('reasons-needed') : announce({ type: 'person-link-ended', ended })
}

/** Open until its last day or until somebody ends it; that its case closed shuts nobody out, because answers that come late are kept. */
export function isOpenOn({ ended, lastDay }: PersonLink, on: CalendarDate): boolean {
  return ended === null && !isAfter(on, lastDay)
}

import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import { isAfter, type CalendarDate, type Pence } from '#values'
import { hasEnded, type Named, type Penalty } from '../penalty/penalty.ts'

/** A way to pay one debt by card, given to whoever pays. Whoever has it sees what is owed under a reference, and no name. */
export interface PayLink {
  readonly id: string
  /** The hash of its secret: the secret itself is nowhere. */
  readonly tokenHash: string
  readonly caseId: string
  readonly penaltyId: string
  readonly madeBy: Named
  readonly madeOn: CalendarDate
  readonly lastDay: CalendarDate
  readonly ended: { readonly on: CalendarDate; readonly by: Named } | null
}

export interface PayLinkMade extends Happening, Omit<PayLink, 'id' | 'ended'> {
  readonly type: 'pay-link-made'
  readonly linkId: string
}

export interface PayLinkEnded extends Happening {
  readonly type: 'pay-link-ended'
  readonly on: CalendarDate
  readonly endedBy: Named
}

export type PayLinkEvent = PayLinkMade | PayLinkEnded

export function evolvePayLink(state: PayLink | undefined, event: PayLinkEvent): PayLink {
  if (event.type === 'pay-link-made') {
    const { type: _type, under: _under, linkId, ...facts } = event
    return { ...facts, id: linkId, ended: null }
  }
  if (state === undefined) throw new Error('A link is made before it ends')
  return { ...state, ended: { on: event.on, by: event.endedBy } }
}

export function makePayLink(penalty: Penalty | undefined, owedPence: Pence, making: Omit<PayLinkMade, 'type' | 'caseId' | 'penaltyId'>): Decision<PayLinkMade> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (penalty.notices.length === 0 || hasEnded(penalty) || owedPence === 0) return refuse('nothing-to-recover')
  return announce({ type: 'pay-link-made', ...making, caseId: penalty.caseId, penaltyId: penalty.id })
}

export function endPayLink(link: PayLink | undefined, on: CalendarDate, by: Named): Decision<PayLinkEnded> {
  if (link === undefined) return refuse('no-such-pay-link')
  return link.ended === null ? announce({ type: 'pay-link-ended', on, endedBy: by }) : announce()
}

export function isOpenOn({ ended, lastDay }: PayLink, on: CalendarDate): boolean {
  return ended === null && !isAfter(on, lastDay)
}

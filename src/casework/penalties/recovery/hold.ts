import type { Happening } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** Why nobody is chased: someone complained, is vulnerable or insolvent, the court has the matter, a letter came back, an address is doubted, or the debt may be there twice. */
export const holdKinds = ['complaint', 'vulnerability', 'insolvency', 'appeal', 'returned-mail', 'address', 'duplicate'] as const
export type HoldKind = (typeof holdKinds)[number]

export const holdKindWords: Readonly<Record<HoldKind, string>> = {
  'complaint': 'Complaint', 'vulnerability': 'Vulnerability', 'insolvency': 'Insolvency', 'appeal': 'Appeal',
  'returned-mail': 'Returned mail', 'address': 'Address in doubt', 'duplicate': 'Possible duplicate',
}

/** An interval in which recovery stands still. It moves no last day of the regulations, and money that comes is taken all the same. */
export interface RecoveryHold {
  readonly id: string
  readonly caseId: string
  readonly penaltyId: string
  readonly kind: HoldKind
  readonly fromOn: CalendarDate
  /** The last day held; null while nobody knows. */
  readonly untilOn: CalendarDate | null
  readonly reasons: string
  readonly placedBy: Named
  readonly lifted: { readonly on: CalendarDate; readonly reasons: string; readonly by: Named } | null
}

export interface RecoveryHeld extends Happening, Omit<RecoveryHold, 'id' | 'lifted'> {
  readonly type: 'recovery-held'
  readonly holdId: string
}

export interface HoldLifted extends Happening {
  readonly type: 'recovery-hold-lifted'
  readonly on: CalendarDate
  readonly reasons: string
  readonly liftedBy: Named
}

export type HoldEvent = RecoveryHeld | HoldLifted

export function evolveHold(state: RecoveryHold | undefined, event: HoldEvent): RecoveryHold {
  if (event.type === 'recovery-held') {
    const { holdId, caseId, penaltyId, kind, fromOn, untilOn, reasons, placedBy } = event
    return { id: holdId, caseId, penaltyId, kind, fromOn, untilOn, reasons, placedBy, lifted: null }
  }
  if (state === undefined) throw new Error('A hold is placed before it is lifted')
  return { ...state, untilOn: event.on, lifted: { on: event.on, reasons: event.reasons, by: event.liftedBy } }
}

export function holdsOn({ fromOn, untilOn }: Pick<RecoveryHold, 'fromOn' | 'untilOn'>, on: CalendarDate): boolean {
  return !isBefore(on, fromOn) && (untilOn === null || !isAfter(on, untilOn))
}

import type { Happening } from '#platform/decisions'
import type { CalendarDate, Pence } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { Instalment } from './schedule.ts'

/** A letter that told somebody of an instalment they had missed. */
export interface MissedLetter {
  readonly missedDueOn: CalendarDate
  readonly sentOn: CalendarDate
  /** What shows that it was sent and where to: silence of the post proves nothing. */
  readonly proof: string
  readonly by: Named
}

export const planEndings = ['defaulted', 'replaced'] as const
export type PlanEnding = (typeof planEndings)[number]

/** An agreement to pay what is owed in parts. It moves no last day of the law. */
export interface InstalmentPlan {
  readonly id: string
  readonly caseId: string
  readonly penaltyId: string
  readonly instalments: readonly Instalment[]
  readonly totalPence: Pence
  /** What they said and showed of what they can pay. */
  readonly means: string
  readonly reasons: string
  readonly agreedBy: Named
  readonly agreedOn: CalendarDate
  readonly letters: readonly MissedLetter[]
  /** `defaulted`: not kept. `replaced`: ended for another agreement, or at their wish. */
  readonly ended: { readonly how: PlanEnding; readonly on: CalendarDate; readonly reasons: string; readonly by: Named } | null
}

export interface InstalmentsAgreed extends Happening, Omit<InstalmentPlan, 'id' | 'letters' | 'ended'> {
  readonly type: 'instalments-agreed'
  readonly planId: string
}

export interface MissedInstalmentTold extends Happening {
  readonly type: 'missed-instalment-told'
  readonly letter: MissedLetter
}

export interface InstalmentsEnded extends Happening {
  readonly type: 'instalments-ended'
  readonly how: PlanEnding
  readonly on: CalendarDate
  readonly reasons: string
  readonly endedBy: Named
}

export type PlanEvent = InstalmentsAgreed | MissedInstalmentTold | InstalmentsEnded

export function evolvePlan(state: InstalmentPlan | undefined, event: PlanEvent): InstalmentPlan {
  if (event.type === 'instalments-agreed') {
    const { type: _type, under: _under, planId, ...facts } = event
    return { ...facts, id: planId, letters: [], ended: null }
  }
  if (state === undefined) throw new Error('An agreement is made before anything comes of it')
  if (event.type === 'missed-instalment-told') return { ...state, letters: [...state.letters, event.letter] }
  const { how, on, reasons, endedBy } = event
  return { ...state, ended: { how, on, reasons, by: endedBy } }
}

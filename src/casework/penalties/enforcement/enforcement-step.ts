import type { Happening } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { StepCode } from './steps.ts'

/** One step that was taken to recover a debt. */
export interface EnforcementStep {
  readonly id: string
  readonly caseId: string
  readonly penaltyId: string
  readonly code: StepCode
  readonly takenOn: CalendarDate
  readonly takenBy: Named
  readonly reasons: string
  readonly answers: Readonly<Record<string, string>>
  /** The letter that the step is; null for one that is no letter. How it is served is followed where every letter is. */
  readonly documentId: string | null
}

export interface EnforcementStepTaken extends Happening, Omit<EnforcementStep, 'id'> {
  readonly type: 'enforcement-step-taken'
  readonly stepId: string
}

export type EnforcementEvent = EnforcementStepTaken

export function evolveStep(_state: EnforcementStep | undefined, { type: _type, under: _under, stepId, ...facts }: EnforcementEvent): EnforcementStep {
  return { ...facts, id: stepId }
}

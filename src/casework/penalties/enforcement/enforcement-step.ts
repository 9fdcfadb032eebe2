import type { Happening } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { StepCode } from './steps.ts'

export const letterMethods = ['post', 'tracked-post', 'e-mail', 'by-hand'] as const
export type LetterMethod = (typeof letterMethods)[number]

/** A letter of a step, with the address it was sent to as it stood then. */
export interface StepLetter {
  readonly sentOn: CalendarDate
  readonly method: LetterMethod
  readonly address: string
}

/** `unknown`: nothing was heard of it, which is not the same as delivered. */
export const serviceOutcomes = ['served', 'returned', 'unknown'] as const
export type ServiceOutcome = (typeof serviceOutcomes)[number]

export interface StepService {
  readonly outcome: ServiceOutcome
  readonly on: CalendarDate
  readonly proof: string
  readonly by: Named
}

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
  readonly letter: StepLetter | null
  readonly service: StepService | null
}

export interface EnforcementStepTaken extends Happening, Omit<EnforcementStep, 'id' | 'service'> {
  readonly type: 'enforcement-step-taken'
  readonly stepId: string
}

export interface EnforcementLetterAnswered extends Happening {
  readonly type: 'enforcement-letter-answered'
  readonly service: StepService
}

export type EnforcementEvent = EnforcementStepTaken | EnforcementLetterAnswered

export function evolveStep(state: EnforcementStep | undefined, event: EnforcementEvent): EnforcementStep {
  if (event.type === 'enforcement-step-taken') {
    const { type: _type, under: _under, stepId, ...facts } = event
    return { ...facts, id: stepId, service: null }
  }
  if (state === undefined) throw new Error('A step is taken before its letter is answered')
  return { ...state, service: event.service }
}

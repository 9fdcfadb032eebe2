import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, type CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { EnforcementStepTaken } from './enforcement-step.ts'
import { missingFor, restsOn, type EnforcementFacts } from './needs.ts'
import { letterOf, stepOf, type StepCode } from './steps.ts'

export interface TakingStep {
  readonly stepId: string
  readonly code: StepCode
  readonly reasons: string
  readonly answers: Readonly<Record<string, string>>
  /** Names the letter, where the step is one. */
  readonly documentId: string
  readonly by: Named
}

/** A named officer takes a step, when nothing stands in its way. */
export function takeStep(facts: EnforcementFacts, { stepId, code, reasons, answers, documentId, by }: TakingStep): Decision<EnforcementStepTaken> {
  const step = stepOf(code)
  const [missing] = missingFor(step, facts)
  if (missing !== undefined) return refuse(`need-${missing}`)
  if (reasons.trim() === '' || step.asks.some(({ name }) => (answers[name] ?? '').trim() === '')) return refuse('reasons-needed')
  if (step.asks.some(({ kind, name }) => kind === 'day' && isAfter(answers[name] as CalendarDate, facts.today))) return refuse('step-in-future')
  const { id: penaltyId, caseId } = facts.penalty
  const letter = letterOf(code) === undefined ? null : documentId
  return announce({ type: 'enforcement-step-taken', stepId, caseId, penaltyId, code, takenOn: facts.today, takenBy: by, reasons, answers, documentId: letter, under: restsOn(code, facts) })
}

import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, isBefore, type CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { EnforcementLetterAnswered, EnforcementStep, EnforcementStepTaken, LetterMethod, ServiceOutcome } from './enforcement-step.ts'
import { missingFor, restsOn, type EnforcementFacts } from './needs.ts'
import { stepOf, type StepCode } from './steps.ts'

export interface TakingStep {
  readonly stepId: string
  readonly code: StepCode
  readonly reasons: string
  readonly answers: Readonly<Record<string, string>>
  /** How and when the letter went; null for a step that is no letter. */
  readonly sent: { readonly on: CalendarDate; readonly method: LetterMethod } | null
  readonly by: Named
}

/** A named officer takes a step, when nothing stands in its way. */
export function takeStep(facts: EnforcementFacts, { stepId, code, reasons, answers, sent, by }: TakingStep): Decision<EnforcementStepTaken> {
  const step = stepOf(code)
  const [missing] = missingFor(step, facts)
  if (missing !== undefined) return refuse(`need-${missing}`)
  if (reasons.trim() === '' || step.asks.some(({ name }) => (answers[name] ?? '').trim() === '')) return refuse('reasons-needed')
  if (step.asks.some(({ kind, name }) => kind === 'day' && isAfter(answers[name] as CalendarDate, facts.today))) return refuse('step-in-future')
  if ((step.letterDays !== null) !== (sent !== null)) return refuse('say-how-it-was-sent')
  if (sent !== null && isAfter(sent.on, facts.today)) return refuse('step-in-future')
  const { id: penaltyId, caseId } = facts.penalty
  const letter = sent && { sentOn: sent.on, method: sent.method, address: facts.address }
  return announce({ type: 'enforcement-step-taken', stepId, caseId, penaltyId, code, takenOn: facts.today, takenBy: by, reasons, answers, letter, under: restsOn(code, facts) })
}

export interface AnsweringLetter {
  readonly outcome: ServiceOutcome
  readonly on: CalendarDate
  readonly proof: string
  readonly by: Named
  readonly today: CalendarDate
}

/** What became of the letter, with what proves it. A letter of which nothing was heard may still be heard of. */
export function answerLetter(step: EnforcementStep | undefined, { outcome, on, proof, by, today }: AnsweringLetter): Decision<EnforcementLetterAnswered> {
  if (step === undefined || step.letter === null) return refuse('no-such-letter')
  if (step.service !== null && step.service.outcome !== 'unknown') return refuse('letter-answered')
  if (isBefore(on, step.letter.sentOn) || isAfter(on, today)) return refuse('served-on-another-day')
  if (proof.trim() === '') return refuse('say-what-proves-it')
  return announce({ type: 'enforcement-letter-answered', service: { outcome, on, proof, by } })
}

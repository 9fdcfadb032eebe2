import { factsOf } from './facts.ts'
import { amountsUnder } from './amounts.ts'
import { boundsBefore2023 } from './bounds-before-2023.ts'
import { otherReadings } from './other-readings.ts'
import { whichRegime } from './which-regime.ts'
import type { Assessment, AssessmentInput } from '../assessment.ts'

/** What the penalty could be, for whom, and why. Pure: the same facts always give the same answer. */
export function assess(input: AssessmentInput): Assessment {
  const facts = factsOf(input)
  const { value: regime } = whichRegime(facts.occurredOn)
  if (regime === 'PRE_2023') return boundsBefore2023(facts)
  const amounts = amountsUnder(facts, regime)
  return { ...amounts, alternatives: otherReadings(facts, regime, amounts) }
}

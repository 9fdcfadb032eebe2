import { lessPercent, noPence, type Pence } from '#values'
import { meansOfIndividuals, meansOnRequest, meansReductions } from '../instruments/level-of-penalty-code-of-practice.ts'
import { inForce } from '../provision.ts'
import { amountInWords, startingLarge, tell } from '../words.ts'
import { step, type Step } from '../step.ts'
import type { BusinessSize, Flag } from '../assessment.ts'
import type { Facts, PersonFacts } from './facts.ts'

export interface Afforded {
  readonly amount: Pence
  readonly steps: readonly Step[]
  readonly flags: readonly Flag[]
}

/** Means come last, on what the discounts left, and only when asked for with evidence. */
export function afforded(remaining: Pence, { businessSize, meansAmount }: PersonFacts, facts: Facts): Afforded {
  if (meansAmount !== null) return byAssessment(remaining, meansAmount)
  if (businessSize !== null) return bySize(remaining, businessSize, facts)
  return { amount: remaining, steps: [step('means', { words: tell('means-not-asked'), under: meansOnRequest, amount: remaining, applied: false })], flags: [] }
}

function bySize(remaining: Pence, size: BusinessSize, { occurredOn }: Facts): Afforded {
  const percent = inForce(meansReductions, occurredOn).value[size]
  const amount = lessPercent(remaining, percent)
  const is = tell(size)
  const words = percent === 0 ? tell('means-too-large', { size: is }) : startingLarge(tell('means-by-size', { size: is, percent, left: amountInWords(amount) }))
  const applied = percent > 0
  return { amount, steps: [step('means', { words, under: meansReductions, amount, applied })], flags: applied ? ['BUSINESS_MEANS_EVIDENCE'] : [] }
}

/** An entered amount is taken as it is when it is lower, and refused when it is not: means can only reduce. */
function byAssessment(remaining: Pence, assessed: Pence): Afforded {
  const is = { amount: amountInWords(assessed) }
  if (assessed > remaining) {
    return { amount: remaining, steps: [step('means', { words: tell('means-above-rest', is), under: meansOfIndividuals, amount: remaining, applied: false })], flags: ['MEANS_ABOVE_LEVEL'] }
  }
  const amount = assessed < noPence ? noPence : assessed
  return { amount, steps: [step('means', { words: tell('means-assessed', is), under: meansOfIndividuals, amount })], flags: ['INDIVIDUAL_MEANS_REVIEW'] }
}

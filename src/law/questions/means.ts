import { lessPercent, noPence, type Pence } from '#values'
import { meansOfIndividuals, meansOnRequest, meansReductions } from '../instruments/level-of-penalty-code-of-practice.ts'
import { inForce } from '../provision.ts'
import { amountInWords, say, startingLarge, type Words } from '../words.ts'
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
  const words = say('No reduction for means: none was asked for and shown.', 'Pas de réduction selon les moyens : ni demandée ni justifiée.')
  return { amount: remaining, steps: [step('means', { words, under: meansOnRequest, amount: remaining, applied: false })], flags: [] }
}

const sizeWords: Readonly<Record<BusinessSize, Words>> = {
  micro: say('micro', 'micro-entreprise'),
  small: say('small', 'petite entreprise'),
  medium: say('medium-sized', 'entreprise moyenne'),
  large: say('large', 'grande entreprise'),
}

function bySize(remaining: Pence, size: BusinessSize, { occurredOn }: Facts): Afforded {
  const percent = inForce(meansReductions, occurredOn).value[size]
  const amount = lessPercent(remaining, percent)
  const [is, left] = [sizeWords[size], amountInWords(amount)]
  const words =
    percent === 0
      ? say(`No reduction for means: the business is ${is.en}.`, `Pas de réduction selon les moyens : ${is.fr}.`)
      : say(`A ${is.en} business: ${percent}% off what remains leaves ${left.en}.`, `${startingLarge(is).fr} : ${percent} % de moins sur le reste, soit ${left.fr}.`)
  const applied = percent > 0
  return { amount, steps: [step('means', { words, under: meansReductions, amount, applied })], flags: applied ? ['BUSINESS_MEANS_EVIDENCE'] : [] }
}

/** An entered amount is taken as it is when it is lower, and refused when it is not: means can only reduce. */
function byAssessment(remaining: Pence, assessed: Pence): Afforded {
  const is = amountInWords(assessed)
  if (assessed > remaining) {
    const words = say(`Not used: ${is.en} is more than what remains.`, `Non retenu : ${is.fr} dépasse ce qui reste.`)
    return { amount: remaining, steps: [step('means', { words, under: meansOfIndividuals, amount: remaining, applied: false })], flags: ['MEANS_ABOVE_LEVEL'] }
  }
  const amount = assessed < noPence ? noPence : assessed
  const words = say(`A person assessed the means and entered ${is.en}, on evidence.`, `Une personne a évalué les moyens et saisi ${is.fr}, sur justificatifs.`)
  return { amount, steps: [step('means', { words, under: meansOfIndividuals, amount })], flags: ['INDIVIDUAL_MEANS_REVIEW'] }
}

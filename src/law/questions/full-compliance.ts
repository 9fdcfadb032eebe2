import { noPence, type Pence } from '#values'
import { fullComplianceReview } from '../instruments/home-office-practice.ts'
import { inForce } from '../provision.ts'
import { tell } from '../words.ts'
import { step } from '../step.ts'
import type { Facts, PersonFacts } from './facts.ts'
import type { Discounted } from './discounts.ts'

/** Reading A keeps the figure and asks a person to look; reading B takes it to nil. */
export function reviewedForCompliance(amount: Pence, { complied }: PersonFacts, { practiceOn, settings, section }: Facts): Discounted {
  const { review } = inForce(fullComplianceReview, practiceOn).value
  if (!review || !complied || section !== '32' || amount === noPence) return { amount, steps: [], flags: [] }

  const isNil = settings.fullCompliance === 'READING_B'
  const left = isNil ? noPence : amount
  const words = tell(isNil ? 'compliance-takes-to-nil' : 'compliance-considered')
  return { amount: left, steps: [step('full-compliance', { words, under: fullComplianceReview, amount: left, applied: isNil })], flags: ['FULL_COMPLIANCE_REVIEW'] }
}

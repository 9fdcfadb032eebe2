import { noPence, type Pence } from '#values'
import { fullComplianceReview } from '../instruments/home-office-practice.ts'
import { inForce } from '../provision.ts'
import { say } from '../words.ts'
import { step } from '../step.ts'
import type { Facts, PersonFacts } from './facts.ts'
import type { Discounted } from './discounts.ts'

/** Reading A keeps the figure and asks a person to look; reading B takes it to nil. */
export function reviewedForCompliance(amount: Pence, { complied }: PersonFacts, { practiceOn, settings, section }: Facts): Discounted {
  const { review } = inForce(fullComplianceReview, practiceOn).value
  if (!review || !complied || section !== '32' || amount === noPence) return { amount, steps: [], flags: [] }

  const isNil = settings.fullCompliance === 'READING_B'
  const left = isNil ? noPence : amount
  const words = isNil
    ? say('Full compliance takes the penalty to nil (reading B).', 'La conformité complète ramène la sanction à zéro (lecture B).')
    : say(
        'Full compliance alone does not take the penalty to nil in the arithmetic (reading A). A person must consider it.',
        'La conformité seule ne ramène pas la sanction à zéro dans le calcul (lecture A). Une personne doit l’examiner.',
      )
  return { amount: left, steps: [step('full-compliance', { words, under: fullComplianceReview, amount: left, applied: isNil })], flags: ['FULL_COMPLIANCE_REVIEW'] }
}

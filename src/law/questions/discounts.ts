import { lessPercent, subtractPence, noPence, type Citation, type Pence } from '#values'
import { accreditationDiscount, accreditationReachesEmployedDrivers } from '../instruments/civil-penalty-accreditation-scheme.ts'
import { absentDiscount, complianceDiscount } from '../instruments/level-of-penalty-code-of-practice.ts'
import { reductionForCompliance } from '../instruments/immigration-and-asylum-act-1999.ts'
import { inForce } from '../provision.ts'
import { amountInWords, tell, type Words } from '../words.ts'
import { step, type Step } from '../step.ts'
import { drives } from './drives.ts'
import { listed } from './listed.ts'
import type { Flag, Settings } from '../assessment.ts'
import type { Facts, PersonFacts } from './facts.ts'

export interface Discounted {
  readonly amount: Pence
  readonly steps: readonly Step[]
  readonly flags: readonly Flag[]
}

interface Discount {
  readonly id: string
  readonly percent: number
  readonly applies: boolean
  readonly words: Words
  readonly under: Citation
}

/** Each discount is looked at for everyone, so that the ladder says why one was not given. */
export function discounted(start: Pence, person: PersonFacts, facts: Facts): Discounted {
  const discounts = [ofMembership(person, facts), ofEmployment(person, facts), ofCompliance(person, facts), ofAbsence(person, facts)].filter(
    (discount) => discount !== undefined,
  )
  let amount = start
  const steps = discounts.map((discount) => {
    if (discount.applies) amount = lessDiscount(amount, { start, discount, combination: facts.settings.discountCombination })
    return discountStep(discount, amount)
  })
  return { amount, steps, flags: flagsOf(discounts, person, facts) }
}

interface Reduction {
  readonly start: Pence
  readonly discount: Discount
  readonly combination: Settings['discountCombination']
}

/** The code as quoted takes each from the starting point; the Government's summary can be read as half of the half (point C1). */
function lessDiscount(amount: Pence, { start, discount, combination }: Reduction): Pence {
  if (combination === 'MULTIPLICATIVE') return lessPercent(amount, discount.percent)
  const off = subtractPence(start, lessPercent(start, discount.percent))
  return off >= amount ? noPence : subtractPence(amount, off)
}

/** DSC-1. */
function ofMembership({ accredited }: PersonFacts, { occurredOn }: Facts): Discount {
  const words = tell(accredited ? 'member' : 'not-a-member')
  return { id: 'DSC-1', percent: inForce(accreditationDiscount, occurredOn).value.percent, applies: accredited, words, under: accreditationDiscount }
}

/** DSC-5: the membership of the employer, from 1 January 2026; never a second discount for one who is a member. */
function ofEmployment(person: PersonFacts, { occurredOn, practiceOn }: Facts): Discount | undefined {
  if (!drives(person) || person.accredited) return undefined
  const { reaches } = inForce(accreditationReachesEmployedDrivers, practiceOn).value
  const applies = person.employedByAccredited && reaches
  const { percent } = inForce(accreditationDiscount, occurredOn).value
  return { id: 'DSC-5', percent, applies, words: employmentWords(person, applies), under: accreditationReachesEmployedDrivers }
}

function employmentWords({ employedByAccredited }: PersonFacts, applies: boolean): Words {
  if (applies) return tell('employed-by-member')
  return tell(employedByAccredited ? 'employed-too-early' : 'not-employed-by-member')
}

/** DSC-2. Under section 31A a person who complied is not liable at all, so there is nothing to discount. */
function ofCompliance({ complied, actionsNotShown }: PersonFacts, { section, occurredOn, transporter }: Facts): Discount | undefined {
  if (section !== '32') return undefined
  const cite = inForce(reductionForCompliance, occurredOn).value[transporter]
  const words = complied ? tell('actions-shown', { cite }) : tell('actions-not-shown', { cite, actions: listed(actionsNotShown) })
  return { id: 'DSC-2', percent: inForce(complianceDiscount, occurredOn).value.percent, applies: complied, words, under: complianceDiscount }
}

/** DSC-3. */
function ofAbsence(person: PersonFacts, { section, occurredOn }: Facts): Discount | undefined {
  if (section !== '31A') return undefined
  const applies = person.absentAndActedToComply && !drives(person)
  const words = tell(applies ? 'absent-and-acted' : drives(person) ? 'not-for-the-driver' : 'absence-not-shown')
  return { id: 'DSC-3', percent: inForce(absentDiscount, occurredOn).value.percent, applies, words, under: absentDiscount }
}

function discountStep({ id, percent, applies, words, under }: Discount, amount: Pence): Step {
  const sentence = applies ? tell('discount', { why: words, percent, left: amountInWords(amount) }) : tell('no-discount', { why: words })
  return step(id, { words: sentence, under, amount, applied: applies })
}

function flagsOf(discounts: readonly Discount[], person: PersonFacts, { practiceOn }: Facts): readonly Flag[] {
  const flags: Flag[] = []
  if (discounts.filter(({ applies }) => applies).length > 1) flags.push('TWO_DISCOUNTS')
  const { reaches } = inForce(accreditationReachesEmployedDrivers, practiceOn).value
  if (person.employedByAccredited && drives(person) && !reaches) flags.push('EMPLOYED_DRIVER_BEFORE_2026')
  return flags
}

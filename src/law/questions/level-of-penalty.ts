import { timesPence, type Pence } from '#values'
import { noEntrantNeeded, penaltyForEachEntrant, regardToCode } from '../instruments/immigration-and-asylum-act-1999.ts'
import { amountInWords, tell } from '../words.ts'
import { step, type Step } from '../step.ts'
import { maximumOf } from './aggregate-cap.ts'
import { discounted } from './discounts.ts'
import { reviewedForCompliance } from './full-compliance.ts'
import { afforded } from './means.ts'
import { startingPoint } from './starting-point.ts'
import type { Flag } from '../assessment.ts'
import type { Facts, PersonFacts } from './facts.ts'

export interface Level {
  readonly startingPoint: Pence
  readonly perEntrant: Pence
  readonly total: Pence
  readonly steps: readonly Step[]
  readonly flags: readonly Flag[]
}

/** The order is the law's: own record, discounts on the starting point, means on the rest, then each entrant. */
export function levelOfPenalty(person: PersonFacts, facts: Facts): Level {
  const start = startingPoint(person, facts)
  const less = discounted(start.amount, person, facts)
  const means = afforded(less.amount, person, facts)
  const review = reviewedForCompliance(means.amount, person, facts)
  const total = timesPence(review.amount, timesCounted(facts))
  const parts = [start, less, means, review]
  return {
    startingPoint: start.amount,
    perEntrant: review.amount,
    total,
    steps: [...parts.flatMap(({ steps }) => steps), multiplied(review.amount, total, facts), maximum(review.amount, total, facts), discretion(total)],
    flags: parts.flatMap(({ flags }) => flags),
  }
}

/** Section 32 counts each entrant; section 31A counts the arrival, whoever was or was not inside. */
export function timesCounted({ section, entrants }: Facts): number {
  return section === '32' ? entrants : 1
}

function multiplied(each: Pence, total: Pence, { section, entrants }: Facts): Step {
  const all = amountInWords(total)
  const words = section === '32' ? tell('for-each-entrant', { count: entrants, each: amountInWords(each), all }) : tell('for-the-incident', { all })
  return step('per-entrant', { words, under: section === '32' ? penaltyForEachEntrant : noEntrantNeeded, amount: total })
}

/** The code's figures stay under the maximum; should they ever not, the code and the regulations disagree and nobody may decide on them. */
function maximum(each: Pence, total: Pence, facts: Facts): Step {
  const { value, under } = maximumOf(facts)
  if (each > value.perPerson) throw new RangeError(`${each} pence is above the maximum of ${under.cite}`)
  return step('maximum', { words: tell('within-maximum', { most: amountInWords(value.perPerson) }), under, amount: total })
}

function discretion(total: Pence): Step {
  return step('discretion', { words: tell('figure-of-code'), under: regardToCode, amount: total })
}

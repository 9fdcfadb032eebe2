import type { Assessment } from '#law'
import { addPence, subtractPence, timesPence, type Pence } from '#values'

/** The most that the statute lets one person be asked for: for each entrant under section 32, once under 31A. */
export function mostForOnePerson({ caps }: Assessment): Pence {
  return timesPence(caps.perPersonPence, caps.times)
}

/** What the aggregate leaves for one person beside what is decided for the others. */
export function leftInAggregate({ caps }: Assessment, others: readonly Pence[]): Pence {
  return subtractPence(caps.statutoryPence, addPence(...others))
}

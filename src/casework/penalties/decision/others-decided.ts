import type { Section } from '#law'
import { noPence, type Pence } from '#values'
import { barredFrom } from '../assessment/barred-from.ts'
import type { Penalty } from '../penalty/penalty.ts'
import type { Deciding } from './decide-penalty.ts'

/** The amounts decided for the other persons under this section: what the aggregate has to leave room for. */
export function othersDecided(others: readonly Penalty[], section: Section): readonly Pence[] {
  return others.filter((other) => other.section === section && other.decision !== null).map(({ amountPence }) => amountPence ?? noPence)
}

/** What the other penalties of the case mean for deciding this one. */
export function beside(penalty: Penalty | undefined, others: readonly Penalty[]): Pick<Deciding, 'othersPence' | 'isBarred'> {
  if (penalty === undefined) return { othersPence: [], isBarred: false }
  return { othersPence: othersDecided(others, penalty.section), isBarred: barredFrom(penalty.section, others).includes(penalty.partyId) }
}

import type { Section } from '#law'
import { noPence, type Pence } from '#values'
import type { Penalty } from '../penalty/penalty.ts'

/** The amounts decided for the other persons under this section: what the aggregate has to leave room for. */
export function othersDecided(others: readonly Penalty[], section: Section): readonly Pence[] {
  return others.filter((other) => other.section === section && other.decision !== null).map(({ amountPence }) => amountPence ?? noPence)
}

import type { Section } from '#law'
import type { PenaltyStanding } from '../penalty/penalty.ts'

/** Persons with a penalty under the other section for the same circumstances, who cannot have one under this one too (s.32(6B), s.31A(11)). */
export function barredFrom(section: Section, penalties: readonly PenaltyStanding[]): readonly string[] {
  const inForce = penalties.filter((penalty) => !['proposed', 'withdrawn', 'none', 'cancelled'].includes(penalty.stage))
  return inForce.filter((penalty) => penalty.section !== section).map(({ personId }) => personId)
}

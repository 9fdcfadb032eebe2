import type { Section } from '#law'
import type { PenaltyStanding } from '../penalty/penalty.ts'

/** Parties with a penalty under the other section for the same circumstances, in whatever capacity, who cannot have one under this one too (s.32(6B), s.31A(11)). */
export function barredFrom(section: Section, penalties: readonly Pick<PenaltyStanding, 'section' | 'stage' | 'partyId'>[]): readonly string[] {
  const inForce = penalties.filter((penalty) => !['proposed', 'withdrawn', 'none', 'cancelled'].includes(penalty.stage))
  return inForce.filter((penalty) => penalty.section !== section).map(({ partyId }) => partyId)
}

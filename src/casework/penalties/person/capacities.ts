import type { Capacity, Transporter } from '#law'

/** Who answers for each kind of transporter (s.32(5), s.31A(14)): a detached trailer has an operator instead of a driver. */
export function capacitiesFor(transporter: Transporter): readonly Capacity[] {
  return transporter === 'detached-trailer' ? ['operator', 'owner', 'hirer'] : ['driver', 'owner', 'hirer']
}

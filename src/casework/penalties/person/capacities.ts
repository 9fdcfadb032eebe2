import { capacitiesAnswering, type Capacity } from '#law'
import type { Incident } from '../case/penalty-case.ts'

const inOrder: readonly Capacity[] = ['driver', 'operator', 'owner', 'hirer']

/** Who answers for each kind of transporter, drivers first: a detached trailer has an operator instead of a driver. */
export function capacitiesFor({ transporter, occurredOn }: Pick<Incident, 'transporter' | 'occurredOn'>): readonly Capacity[] {
  const { value } = capacitiesAnswering(transporter, occurredOn)
  return inOrder.filter((capacity) => value.includes(capacity))
}

import { announce, type Decision } from '#platform/decisions'
import type { Instant } from '#values'

/** What was forgotten on one day at one site. */
export interface Forgetting {
  readonly id: string
  readonly seenBefore: Instant
  readonly reads: number
  readonly crossings: number
  readonly pictures: number
}

export interface ReadsForgotten extends Forgetting {
  readonly type: 'reads-forgotten'
}

export function evolveForgetting(before: Forgetting | undefined, { type: _type, ...forgotten }: ReadsForgotten): Forgetting {
  const { reads = 0, crossings = 0, pictures = 0 } = before ?? {}
  return { ...forgotten, reads: reads + forgotten.reads, crossings: crossings + forgotten.crossings, pictures: pictures + forgotten.pictures }
}

/** A day on which nothing was old enough leaves no entry. */
export function forget(forgotten: Forgetting): Decision<ReadsForgotten> {
  return forgotten.reads + forgotten.crossings + forgotten.pictures === 0 ? announce() : announce({ type: 'reads-forgotten', ...forgotten })
}

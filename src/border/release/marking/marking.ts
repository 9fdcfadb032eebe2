import { announce, refuse, type Decision } from '#platform/decisions'
import type { Ring } from '../partner/partner.ts'

/** Who outside the originator may have something. HMG use only is `uk-only`; a French originator's own is `fr-only`. */
export const markings = ['originator-only', 'uk-only', 'fr-only', 'uk-and-fr'] as const

export type MarkingCode = (typeof markings)[number]

/** What is said of a list for all its entries, or of one entry, which then goes before its list. */
export interface Marking {
  readonly subjectId: string
  readonly subject: 'list' | 'entry'
  readonly marking: MarkingCode
  /** Only these partners; null for every partner whose rule covers it. */
  readonly partnerIds: readonly string[] | null
}

export interface DistributionMarked extends Marking {
  readonly type: 'distribution-marked'
}

export function evolveMarking(_marking: Marking | undefined, { type: _type, ...marked }: DistributionMarked): Marking {
  return marked
}

/** Says who outside may have it. The same said again changes nothing. */
export function markDistribution(marking: Marking | undefined, marked: Marking): Decision<DistributionMarked> {
  if (marked.partnerIds?.length === 0 && marked.marking !== 'originator-only') return refuse('no-partner-chosen')
  const same = marking !== undefined && marking.marking === marked.marking && sameIds(marking.partnerIds, marked.partnerIds)
  return same ? announce() : announce({ type: 'distribution-marked', ...marked })
}

function sameIds(one: Marking['partnerIds'], other: Marking['partnerIds']): boolean {
  return one === other || (one !== null && other !== null && [...one].sort().join() === [...other].sort().join())
}

/** Markings that may ever go to such a partner: what is for one country's agencies alone never goes to the other's. */
export function markingsFor(ring: Ring): readonly MarkingCode[] {
  return ring === 'uk' ? ['uk-only', 'uk-and-fr'] : ['fr-only', 'uk-and-fr']
}

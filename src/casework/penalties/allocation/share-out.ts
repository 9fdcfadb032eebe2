import type { CalendarDate } from '#values'

/** A case that nobody has, as sharing out sees it: how heavy, in which languages, and by when. Who the persons are plays no part. */
export interface Unshared {
  readonly caseId: string
  readonly reference: string
  readonly weight: number
  readonly languages: readonly string[]
  readonly lastDay: CalendarDate | null
  /** The day by which it is put before others. */
  readonly firstOn: CalendarDate | null
}

/** Somebody who is here, and what they have already. */
export interface Hand {
  readonly id: string
  readonly name: string
  readonly languages: readonly string[]
  /** Of a full week; more than nothing. */
  readonly sharePercent: number
  readonly weight: number
}

export interface Share {
  readonly case: Unshared
  readonly to: Hand
  /** Languages of the case that this person does not have; nobody here has more of them. */
  readonly lacking: readonly string[]
}

/**
 * Who should have which case: those put before others and then the soonest last day first, to those who have the most of its languages, and among them to whoever has
 * least for the hours they work. The same cases and people always give the same plan.
 */
export function shareOut(cases: readonly Unshared[], hands: readonly Hand[]): readonly Share[] {
  const weights = new Map(hands.map(({ id, weight }) => [id, weight]))
  const inOrder = cases.toSorted(bySoonest)
  return inOrder.flatMap((unshared) => {
    const [best] = candidatesFor(unshared, hands, weights)
    if (best === undefined) return []
    weights.set(best.to.id, (weights.get(best.to.id) ?? 0) + unshared.weight)
    return [best]
  })
}

/** The case this person should take next: one whose languages they have before one that they lack some of, the soonest first. */
export function nextFor(hand: Pick<Hand, 'languages'>, cases: readonly Unshared[]): Unshared | undefined {
  return cases.toSorted((one, other) => lackingOf(one, hand).length - lackingOf(other, hand).length || bySoonest(one, other))[0]
}

export function lackingOf({ languages }: Pick<Unshared, 'languages'>, hand: Pick<Hand, 'languages'>): readonly string[] {
  return languages.filter((language) => !hand.languages.includes(language))
}

function candidatesFor(unshared: Unshared, hands: readonly Hand[], weights: ReadonlyMap<string, number>): readonly Share[] {
  const load = (hand: Hand): number => ((weights.get(hand.id) ?? 0) + unshared.weight) / hand.sharePercent
  return hands
    .map((to) => ({ case: unshared, to, lacking: lackingOf(unshared, to) }))
    .toSorted((one, other) => one.lacking.length - other.lacking.length || load(one.to) - load(other.to) || (one.to.id < other.to.id ? -1 : 1))
}

/** What is put first comes before the rest; a case without a last day comes after all that have one. */
function bySoonest(one: Unshared, other: Unshared): number {
  const [first, second] = [one, other].map(({ firstOn, lastDay, reference }) => `${firstOn ?? '9999-12-31'} ${lastDay ?? '9999-12-31'} ${reference}`)
  return (first ?? '') < (second ?? '') ? -1 : 1
}

export interface LoadAfter extends Hand {
  readonly given: number
  readonly weightAfter: number
}

/** What everybody would have once the plan is carried out. */
export function loadsAfter(hands: readonly Hand[], plan: readonly Share[]): readonly LoadAfter[] {
  return hands.map((hand) => {
    const given = plan.filter(({ to }) => to.id === hand.id)
    return { ...hand, given: given.length, weightAfter: hand.weight + given.reduce((sum, share) => sum + share.case.weight, 0) }
  })
}

import type { Section } from '#law'
import { addPence, noPence, type Pence } from '#values'
import { answerFor } from '../assessment/answer-for.ts'
import type { ObjectionGrounds, Snapshot } from '../penalty/penalty.ts'

/** What a challenge came to, whoever decided it. */
export const changes = ['stood', 'reduced', 'cancelled', 'increased'] as const
export type Change = (typeof changes)[number]

/** One objection determined, or one appeal concluded. */
export interface Outcome {
  readonly by: 'objection' | 'appeal'
  readonly port: string
  readonly section: Section
  readonly grounds: ObjectionGrounds
  readonly change: Change
  readonly beforePence: Pence
  readonly afterPence: Pence
  /** The first rule that came out otherwise when the law was asked again; null where the law was not asked, or answered the same. */
  readonly rule: string | null
}

/** Outcomes that share something, counted. */
export interface Group {
  readonly name: string
  readonly count: number
  readonly of: Readonly<Record<Change, number>>
  readonly takenOffPence: Pence
}

/** The largest group first. */
export function groupedBy(outcomes: readonly Outcome[], nameOf: (outcome: Outcome) => string | null): readonly Group[] {
  const groups = Map.groupBy(outcomes.filter((each) => nameOf(each) !== null), (each) => nameOf(each) ?? '')
  return [...groups].map(([name, members]) => group(name, members)).sort((one, other) => other.count - one.count || one.name.localeCompare(other.name))
}

function group(name: string, members: readonly Outcome[]): Group {
  const times = (change: Change): number => members.filter((each) => each.change === change).length
  return {
    name, count: members.length,
    of: { stood: times('stood'), reduced: times('reduced'), cancelled: times('cancelled'), increased: times('increased') },
    takenOffPence: addPence(...members.map(({ beforePence, afterPence }) => (afterPence < beforePence ? ((beforePence - afterPence) as Pence) : noPence))),
  }
}

export function changeFrom(beforePence: Pence, afterPence: Pence): Change {
  if (afterPence === beforePence) return 'stood'
  if (afterPence > beforePence) return 'increased'
  return afterPence === noPence ? 'cancelled' : 'reduced'
}

/** The first rule on which two answers about the same person part: what was seen afterwards and not before. */
export function ruleThatTurned(before: Snapshot, after: Snapshot | null, person: Parameters<typeof answerFor>[1]): string | null {
  if (after === null) return null
  const [first, second] = [answerFor(before.answer, person).steps, answerFor(after.answer, person).steps]
  const turned = second.find(({ rule, applied }) => first.find((step) => step.rule === rule)?.applied !== applied)
  return turned?.rule ?? null
}

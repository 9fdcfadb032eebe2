import { penaltyForEachCapacity, penaltyForEachSecuringCapacity } from '../instruments/immigration-and-asylum-act-1999.ts'
import { capacityWords } from '../in-both.ts'
import { step, type Step } from '../step.ts'
import { tell } from '../words.ts'
import type { Facts, PersonFacts } from './facts.ts'

/** Said where one person answers in more than one capacity, because nobody expects to be asked twice. */
export function separateCapacityStep({ id, capacity }: PersonFacts, { persons, section }: Facts): readonly Step[] {
  const others = persons.filter((each) => each.id === id && each.capacity !== capacity).map((each) => capacityWords[each.capacity])
  if (others.length === 0) return []
  return [step('separate-capacities', { words: tell('also-in-capacity', { others }), under: section === '32' ? penaltyForEachCapacity : penaltyForEachSecuringCapacity })]
}

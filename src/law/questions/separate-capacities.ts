import { penaltyForEachCapacity, penaltyForEachSecuringCapacity } from '../instruments/immigration-and-asylum-act-1999.ts'
import { capacityWords } from '../in-both.ts'
import { step, type Step } from '../step.ts'
import { say, type Words } from '../words.ts'
import type { Facts, PersonFacts } from './facts.ts'

/** Said where one person answers in more than one capacity, because nobody expects to be asked twice. */
export function separateCapacityStep({ id, capacity }: PersonFacts, { persons, section }: Facts): readonly Step[] {
  const others = persons.filter((each) => each.id === id && each.capacity !== capacity).map((each) => capacityWords[each.capacity])
  if (others.length === 0) return []
  const [also, aussi] = [others.map(({ en }) => en).join(', '), others.map(({ fr }) => fr).join(', ')]
  const words: Words = say(`The same person is also ${also}: a separate penalty may be imposed in each capacity.`, `La même personne est aussi ${aussi} : une sanction distincte est possible à chaque titre.`)
  return [step('separate-capacities', { words, under: section === '32' ? penaltyForEachCapacity : penaltyForEachSecuringCapacity })]
}

import type { PenaltyCase } from '../case/penalty-case.ts'
import { capacityWords } from '../case/words.ts'
import { nameOf, type Person } from '../person/person.ts'

export interface Choice {
  readonly value: string
  readonly text: string
}

/** The persons of a case to choose from. */
export function personChoices(persons: readonly Person[]): readonly Choice[] {
  return persons.map((person) => ({ value: person.id, text: `${nameOf(person)} (${capacityWords[person.capacity].toLowerCase()})` }))
}

/** The same, where it may also concern the case as a whole. */
export function personOrCase(persons: readonly Person[]): readonly Choice[] {
  return [{ value: '', text: 'The case as a whole' }, ...personChoices(persons)]
}

/** What a choice is called, one for each code. */
export function choicesOf<Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>): readonly Choice[] {
  return codes.map((value) => ({ value, text: words[value] }))
}

/** Whom something concerns, in words. */
export function whom(persons: readonly Person[], personId: string | null): string {
  if (personId === null) return 'The case as a whole'
  return personChoices(persons).find(({ value }) => value === personId)?.text ?? 'Somebody no longer on the case'
}

/** The way back from a form that belongs to the case itself and not to its file. */
export function backToCase({ id, reference }: Pick<PenaltyCase, 'id' | 'reference'>) {
  return { href: `/cases/${id}`, text: `Back to ${reference}` }
}

import type { Alternative, Assessment, Step } from '#law'
import type { Pence } from '#values'
import { capacityWords } from '../case/words.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { nameOf, type Person } from '../person/person.ts'
import { answerFor, codeFigure } from './answer-for.ts'
import { flagWords } from './flag-words.ts'

/** One person's way from the facts to the figure, with the rungs that were looked at and did not apply. */
export interface Ladder {
  readonly personId: string
  readonly name: string
  readonly capacity: string
  readonly liable: boolean
  readonly whyNot: string | null
  readonly figurePence: Pence | null
  readonly uncutPence: Pence | null
  readonly exposurePence: Pence | null
  readonly answersFor: readonly string[]
  readonly steps: readonly Step[]
}

export function ladderOf(answer: Assessment, person: Person, persons: readonly Person[]): Ladder {
  const found = answerFor(answer, person)
  const figure = codeFigure(answer, person)
  return {
    personId: person.id,
    name: nameOf(person),
    capacity: capacityWords[person.capacity],
    liable: found.liable,
    whyNot: found.reasonNotLiable,
    figurePence: figure,
    uncutPence: found.cappedTotalPence === undefined ? null : found.totalPence,
    exposurePence: found.cappedExposurePence ?? found.exposurePence,
    answersFor: found.answersFor.flatMap((partyId) => persons.filter((each) => each.partyId === partyId && each.id !== person.id).map(nameOf)),
    steps: found.steps,
  }
}

export interface ReadingView {
  readonly point: string
  readonly text: string
  readonly chosen: string
  readonly other: string
  readonly amounts: readonly { readonly name: string; readonly asComputedPence: Pence | null; readonly otherwisePence: Pence | null }[]
}

/** Each unsettled point with what everyone would pay on the one reading and on the other. */
export function readingViews(answer: Assessment, persons: readonly Person[], points: readonly Alternative[] = answer.alternatives): readonly ReadingView[] {
  return points.map(({ point, text, chosen, other, persons: otherwise }) => ({
    point, text, chosen, other,
    amounts: persons.map((person) => ({
      name: `${nameOf(person)} (${person.capacity})`,
      asComputedPence: codeFigure(answer, person),
      otherwisePence: otherwise.find(({ id, capacity }) => id === person.partyId && capacity === person.capacity)?.totalPence ?? null,
    })),
  }))
}

export function flagSentences({ flags }: Assessment): readonly string[] {
  return flags.map((flag) => flagWords[flag])
}

/** The persons that a stored answer was about; those added since are not in it. */
export function personsIn(answer: Assessment, persons: readonly Person[]): readonly Person[] {
  return persons.filter((person) => answer.persons.some(({ id, capacity }) => id === person.partyId && capacity === person.capacity))
}

export function isFor(penalty: Pick<Penalty, 'personId'>): (person: Person) => boolean {
  return ({ id }) => id === penalty.personId
}

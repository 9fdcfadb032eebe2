import { nearestFacts, slugOf, unsettledPoints, type Alternative, type Assessment, type NearestFact, type Step } from '#law'
import type { Pence } from '#values'
import { capacityWords } from '../case/words.ts'
import type { Penalty, Snapshot } from '../penalty/penalty.ts'
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
  /** Each with the page that explains its rule. */
  readonly steps: readonly (Step & { readonly page: string })[]
  /** Each fact about this person that would have changed the figure, by itself. */
  readonly wouldChange: readonly NearestFact[]
}

export function ladderOf({ input, answer }: Snapshot, person: Person, persons: readonly Person[]): Ladder {
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
    steps: found.steps.map((step) => ({ ...step, page: `/law/${slugOf(step.cite)}` })),
    wouldChange: nearestFacts(input).filter(({ id, capacity }) => id === person.partyId && capacity === person.capacity),
  }
}

export interface ReadingView {
  readonly point: string
  readonly question: string
  readonly chosen: string
  readonly chosenWords: string
  readonly other: string
  readonly otherWords: string
  readonly amounts: readonly { readonly name: string; readonly asComputedPence: Pence | null; readonly otherwisePence: Pence | null }[]
}

/** Each unsettled point with what everyone would pay on the one reading and on the other. */
export function readingViews(answer: Assessment, persons: readonly Person[], points: readonly Alternative[] = answer.alternatives): readonly ReadingView[] {
  return points.map(({ point, chosen, other, persons: otherwise }) => ({
    point, chosen, other,
    question: unsettledPoints.find(({ id }) => id === point)?.question.en ?? point,
    chosenWords: readingWords(point, chosen),
    otherWords: readingWords(point, other),
    amounts: persons.map((person) => ({
      name: `${nameOf(person)} (${person.capacity})`,
      asComputedPence: codeFigure(answer, person),
      otherwisePence: otherwise.find(({ id, capacity }) => id === person.partyId && capacity === person.capacity)?.totalPence ?? null,
    })),
  }))
}

/** What a reading means, without the name that machines call it by. */
function readingWords(point: string, reading: string): string {
  const found = unsettledPoints.find(({ id }) => id === point)
  const words = [found?.chosen.en, found?.other.en].find((text) => text?.startsWith(`${reading}:`)) ?? reading
  const bare = words.slice(words.indexOf(':') + 1).trim()
  return bare.charAt(0).toUpperCase() + bare.slice(1)
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

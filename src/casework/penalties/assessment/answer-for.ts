import type { Assessment, PersonAssessment } from '#law'
import type { Pence } from '#values'
import type { Person } from '../person/person.ts'

type InOneCapacity = Pick<Person, 'partyId' | 'capacity'>

/** The law's answer about one person in one capacity. */
export function answerFor(answer: Assessment, { partyId, capacity }: InOneCapacity): PersonAssessment {
  const found = answer.persons.find((each) => each.id === partyId && each.capacity === capacity)
  if (found === undefined) throw new Error(`The assessment says nothing about ${partyId} as ${capacity}`)
  return found
}

/** What the code comes to for this person: the share after the cut where the aggregate is above the cap. */
export function codeFigure(answer: Assessment, person: InOneCapacity): Pence | null {
  const { totalPence, cappedTotalPence } = answerFor(answer, person)
  return cappedTotalPence ?? totalPence
}

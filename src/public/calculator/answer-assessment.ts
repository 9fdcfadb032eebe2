import { assess, nearestFacts, type AssessedPerson, type Assessment, type AssessmentInput, type NearestFact } from '#law'
import type { Answered, Problem } from '#platform/api'
import { firstDayOfLaw, isBeforeLaw } from './held-law.ts'

/** The law's answer, and which facts would have changed it. */
export interface AnsweredAssessment extends Assessment {
  readonly nearestFacts: readonly NearestFact[]
}

/** Answers, or says which facts contradict each other. The terminal, the API and the page all ask here. */
export function answerAssessment(input: AssessmentInput): Answered<AnsweredAssessment> {
  const problems = [...incidentProblems(input), ...input.persons.flatMap((person, place) => personProblems(person, place, input))]
  if (problems.length > 0) return { problems }

  const answer = assess(input)
  const tooHigh = answer.persons.flatMap(({ flags }, place) => (flags.includes('MEANS_ABOVE_LEVEL') ? [meansAboveLevel(place)] : []))
  return tooHigh.length > 0 ? { problems: tooHigh } : { answer: { ...answer, nearestFacts: nearestFacts(input) } }
}

function incidentProblems({ incident }: AssessmentInput): readonly Problem[] {
  const { occurredOn, section, entrants, journeyBeganOn } = incident
  const problems: Problem[] = []
  if (isBeforeLaw(occurredOn)) problems.push({ path: 'incident.occurredOn', message: `The law is held from ${firstDayOfLaw} only` })
  if (section === '32' && entrants === undefined) problems.push({ path: 'incident.entrants', message: 'Section 32 needs the number of people found' })
  if (journeyBeganOn !== undefined && journeyBeganOn > occurredOn) {
    problems.push({ path: 'incident.journeyBeganOn', message: 'The journey cannot begin after the incident' })
  }
  return problems
}

function personProblems({ id, capacity, businessSize, meansAmountPence }: AssessedPerson, place: number, { persons }: AssessmentInput): readonly Problem[] {
  const problems: Problem[] = []
  const first = persons.findIndex((each) => each.id === id && each.capacity === capacity)
  if (first < place) problems.push({ path: `persons[${place}].capacity`, message: `"${id}" is already the ${capacity} at persons[${first}]` })
  if ((businessSize ?? null) !== null && (meansAmountPence ?? null) !== null) {
    problems.push({ path: `persons[${place}].meansAmountPence`, message: 'Give a business size or an assessed amount, not both' })
  }
  return problems
}

function meansAboveLevel(place: number): Problem {
  return { path: `persons[${place}].meansAmountPence`, message: 'Means can only reduce: this is more than the level that remains for each entrant (32) or the incident (31A)' }
}

import { assess, businessSizes, nearestFacts, type AssessedPerson, type AssessmentInput } from '../../src/law/door.ts'
import { day, daysAfter } from '../../src/values/door.ts'

/** How many incidents the law answers for in a second of one core. */
export interface AssessmentFigures {
  readonly incidents: number
  readonly personsEach: number
  /** Rungs of the ladder, every one with its sentence in two languages and its citation. */
  readonly stepsEach: number
  /** Each with every person's ladder, the exposure, the caps and every unsettled point read the other way. */
  readonly assessmentsPerSecond: number
  /** The same, and each fact of each person turned round as well. */
  readonly withNearestFactsPerSecond: number
}

/** Incidents that differ in all that can move an amount, so that no two in a row are the same. */
const kinds = 512

const firstDay = day('2023-02-13')

function incident(nth: number): AssessmentInput {
  const occurredOn = daysAfter((nth * 7) % 1_300, firstDay)
  const record = { section: nth % 5 === 0 ? '31A' : '32', issuedOn: daysAfter(-((nth * 13) % 2_500), occurredOn) } as const
  const driver: AssessedPerson = { id: 'driver', capacity: 'driver', underContractWith: 'owner', complied: nth % 3 === 0, employedByAccredited: nth % 4 === 0 }
  const owner: AssessedPerson = { id: 'owner', capacity: 'owner', accredited: nth % 4 === 0, complied: nth % 2 === 0, businessSize: businessSizes[nth % 4], earlierPenalties: nth % 6 === 0 ? [record] : [] }
  const hirer: AssessedPerson = { id: 'hirer', capacity: 'hirer', actionsNotShown: ['2B(2)', '2E(2)'] }
  return { incident: { occurredOn, place: 'calais', transporter: 'goods-vehicle', section: nth % 7 === 0 ? '31A' : '32', entrants: 1 + (nth % 9) }, persons: [driver, owner, hirer] }
}

/** Both are measured for that long, after as many rounds to warm up as there are kinds of incident. */
export function measureAssessments(seconds: number): AssessmentFigures {
  const inputs = Array.from({ length: kinds }, (_, nth) => incident(nth))
  const answers = inputs.map((input) => assess(input))
  inputs.forEach((input) => nearestFacts(input))
  const steps = answers.flatMap(({ persons }) => persons.flatMap((person) => person.steps)).length
  const plain = perSecond(inputs, seconds, (input) => assess(input))
  const withFacts = perSecond(inputs, seconds, (input) => [assess(input), nearestFacts(input)])
  return { incidents: plain.done, personsEach: 3, stepsEach: Math.round(steps / kinds), assessmentsPerSecond: plain.rate, withNearestFactsPerSecond: withFacts.rate }
}

/** By the processor's own count, so that a busy machine measures the same. */
function perSecond(inputs: readonly AssessmentInput[], seconds: number, ask: (input: AssessmentInput) => unknown): { readonly done: number; readonly rate: number } {
  const began = process.cpuUsage()
  let done = 0
  let spentS = 0
  while (spentS < seconds) {
    for (const input of inputs) ask(input)
    done += inputs.length
    const { user, system } = process.cpuUsage(began)
    spentS = (user + system) / 1_000_000
  }
  return { done, rate: Math.round(done / spentS) }
}

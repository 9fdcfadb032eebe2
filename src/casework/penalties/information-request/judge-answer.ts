import { announce, refuse, type Decision } from '#platform/decisions'
import { dayInWords } from '#values'
import type { PersonFacts } from '../person/person.ts'
import type { Answer, AnswerJudged, InformationRequest } from './information-request.ts'
import type { ProposedFact } from './questions.ts'

/** A person says whether what was answered is taken as a fact, and why. */
export function judgeAnswer(request: InformationRequest | undefined, answerId: string, judged: NonNullable<Answer['judged']>): Decision<AnswerJudged> {
  if (request === undefined) return refuse('no-such-request')
  const answer = request.answers.find(({ id }) => id === answerId)
  if (answer === undefined || answer.proposes === null) return refuse('nothing-to-judge')
  if (answer.judged !== null) return refuse('answer-judged-already')
  if (judged.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'answer-judged', answerId, judged })
}

/** The person's facts with what was answered among them, resting on the answer and on the officer's reasons. */
export function factsWith(facts: PersonFacts, proposed: ProposedFact, basis: { readonly evidence: string; readonly reasons: string }): PersonFacts {
  switch (proposed.fact) {
    case 'complied':
    case 'duress': return { ...facts, [proposed.fact]: { found: proposed.found, ...basis } }
    case 'businessSize': return { ...facts, businessSize: proposed.size }
    case 'means': return { ...facts, means: { amountPence: proposed.amountPence, ...basis } }
    default: return { ...facts, [proposed.fact]: proposed.is }
  }
}

/** What a finding says it rests on. */
export function evidenceInAnswer({ from, receivedOn, says }: Answer): string {
  return `Answer of ${from} to our request, received on ${dayInWords(receivedOn)}: “${says}”`
}

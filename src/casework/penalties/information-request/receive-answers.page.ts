import { z } from 'zod'
import { businessSizes } from '#law'
import { refuse } from '#platform/decisions'
import { newId } from '#platform/identity'
import { aDay, maybeOne, someWords } from '../case/form-fields.ts'
import { sizeWords } from '../case/words.ts'
import { evidenceThing } from '../evidence/evidence.store.ts'
import { choicesOf } from '../file/choices.ts'
import { inWords, questionWords, recordedInWords } from '../file/file-words.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { named } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf, type Person } from '../person/person.ts'
import type { InformationRequest } from './information-request.ts'
import { factProposed, questionOf, saysNothing, type QuestionCode, type TypedAnswer } from './questions.ts'
import { receiveAnswers, type Received } from './request-information.ts'
import { requestForm, requestIn } from './request-item.page.ts'
import { judgeAnswerOf, requestThing } from './request.store.ts'

/** One pair of fields for each question asked, under the question's own name: what they say, and what it would show. */
const form = z
  .object({ from: someWords('Say who answers', 200), receivedOn: aDay('Enter the day it came'), evidenceId: maybeOne, came: z.enum(['on-paper', 'on-behalf']).default('on-paper') })
  .catchall(z.unknown())
  .superRefine((answers, ctx) => {
    const amount = maybePounds.safeParse(answers['shows-means'] ?? '')
    if (!amount.success) ctx.addIssue({ code: 'custom', path: ['shows-means'], message: amount.error.issues[0]?.message ?? 'Enter an amount in pounds' })
  })

/** A letter, an e-mail or a call that answers: typed once, question by question, and nothing taken as a fact by it. */
export const receiveAnswersPage = requestForm({
  end: 'answers/new',
  template: 'casework/penalties/information-request/receive-answers.njk',
  heading: 'Record answers',
  form,
  view: async ({ db, clock }, request) => {
    const [person, items] = [await readPerson(db, request.personId), await evidenceThing.ofCase(db, request.caseId)]
    return person && {
      questions: request.questions.map((code) => ({ code, words: questionWords[code], form: questionOf(code).form })),
      sizes: [{ value: '', text: 'It shows no size' }, ...choicesOf(businessSizes, sizeWords)],
      papers: [{ value: '', text: 'Not in the file' }, ...items.filter(({ withdrawn }) => withdrawn === null).map(({ id: value, title }) => ({ value, text: title }))],
      values: { from: nameOf(person), receivedOn: clock.today(), came: 'on-paper' },
    }
  },
  act: async (ctx, params, answers, by) => {
    const request = await requestIn(ctx, params)
    const person = request && (await readPerson(ctx.db, request.personId))
    if (request === undefined || person === undefined) return refuse('no-such-request')
    const { from, receivedOn, evidenceId, came } = answers
    const received = answersTo(request, person, { from, receivedOn, evidenceId, came }, (question) => ({ says: typed(answers[`says-${question}`]), shows: typed(answers[`shows-${question}`]) }))
    return changeInFile(ctx.db, requestThing, { id: request.id, caseId: request.caseId, by }, (current) => receiveAnswers(current, received, ctx.clock.today()))
  },
  done: { en: 'The answers are recorded. A person says which of them are facts.', fr: 'Les réponses sont enregistrées. Une personne dit lesquelles sont des faits.' },
})

/** What was typed for each question asked, as answers; a question that nothing was typed for has none. */
export function answersTo({ questions }: InformationRequest, person: Person, rest: Pick<Received, 'from' | 'receivedOn' | 'evidenceId' | 'came' | 'declared'>, typedFor: (question: QuestionCode) => TypedAnswer): readonly Received[] {
  return questions.flatMap((question) => {
    const answer = typedFor(question)
    if (saysNothing(answer)) return []
    const { says, shows } = answer
    return [{ id: newId(), question, ...rest, says, proposes: factProposed(question, person.capacity, shownBy(question, shows)) }]
  })
}

function shownBy(question: QuestionCode, shows: string) {
  return questionOf(question).form === 'amount' ? maybePounds.parse(shows) : shows
}

function typed(answer: unknown): string {
  return typeof answer === 'string' ? answer.trim() : ''
}

/** What was answered beside what is recorded: a person takes it as a fact, or does not, and says why. */
export const judgeAnswerPage = requestForm({
  end: 'judge',
  template: 'casework/penalties/information-request/judge-answer.njk',
  heading: 'Take an answer as a fact?',
  form: z.object({ answerId: z.uuid('Choose the answer'), answer: z.enum(['accept', 'decline'], 'Choose whether it is a fact'), reasons: someWords('Give your reasons') }),
  view: async ({ db }, request) => {
    const waiting = request.answers.filter(({ proposes, judged }) => proposes !== null && judged === null)
    const [first] = waiting
    const person = await readPerson(db, request.personId)
    return person && {
      nothingToFill: first === undefined, name: nameOf(person),
      waiting: waiting.map((answer) => ({ ...answer, words: questionWords[answer.question], ...(answer.proposes === null ? {} : { fact: inWords(answer.proposes), recorded: recordedInWords(person.facts, answer.proposes) }) })),
      values: { answerId: first?.id },
    }
  },
  act: ({ db, clock }, { id: caseId, requestId }, { answerId, answer, reasons }, by) =>
    judgeAnswerOf(db, { id: requestId, caseId, by }, { answerId, judged: { accepted: answer === 'accept', reasons, by: named(by), on: clock.today() } }),
  done: { en: 'What you found is recorded.', fr: 'Votre appréciation est enregistrée.' },
})

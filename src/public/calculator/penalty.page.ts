import { z } from 'zod'
import { capacityWords, otherCarriers, slugOf, theCapacity, type Words } from '#law'
import { page } from '#platform/web'
import { problemsOf, type Answered } from '#platform/api'
import { answerAssessment, type AnsweredAssessment } from './answer-assessment.ts'
import { assessmentInputSchema } from './assess-contract.ts'
import { askedPenalty, askedPeople, askedPriors, peopleAsked, text, type Asked } from './asked-penalty.ts'
import { flagWords } from './calculator-words.ts'
import { mistakesOf } from './mistake-words.ts'
import { askTheLaw } from './rights.ts'

/** Everything the form can say is in the address, so that an answer can be sent to somebody else. Nothing is stored. */
export const penaltyPage = page({
  path: '/calculator',
  right: askTheLaw,
  template: 'public/calculator/penalty.njk',
  query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  show: async ({ query: asked }, { words }) => ({ ...formOf(asked), ...answerOf(asked, ({ en, fr }) => words(en, fr)) }),
})

type InLanguage = (words: Words) => string

function formOf(asked: Asked): object {
  return { asked, otherCarriers, people: askedPeople, priors: askedPriors, isTrailer: text(asked, 'transporter') === 'detached-trailer' }
}

function answerOf(asked: Asked, inLanguage: InLanguage): object {
  if (Object.keys(asked).length === 0) return { mistakes: [], errors: {} }
  const answered = ask(asked)
  if ('answer' in answered) return { mistakes: [], errors: {}, answer: answerView(answered.answer, inLanguage) }

  const mistakes = mistakesOf(answered.problems, peopleAsked(asked)).map(({ field, words }) => ({ field, text: inLanguage(words) }))
  return { mistakes, errors: Object.fromEntries(mistakes.map((mistake) => [mistake.field, { text: mistake.text }])) }
}

function ask(asked: Asked): Answered<AnsweredAssessment> {
  const parsed = assessmentInputSchema.safeParse(askedPenalty(asked))
  return parsed.success ? answerAssessment(parsed.data) : { problems: problemsOf(parsed.error) }
}

function answerView(answer: AnsweredAssessment, inLanguage: InLanguage): object {
  return {
    ...answer,
    persons: answer.persons.map((person) => ({ ...person, name: inLanguage(capacityWords[person.capacity]), theName: inLanguage(theCapacity[person.capacity]), steps: person.steps.map((step) => ({ ...step, page: `/law/${slugOf(step.cite)}` })), answersForMore: person.answersFor.length > 0, wouldChange: answer.nearestFacts.filter(({ id, capacity }) => id === person.id && capacity === person.capacity) })),
    notes: answer.flags.map((flag) => inLanguage(flagWords[flag])),
    alternatives: answer.alternatives.map((alternative) => ({
      ...alternative,
      persons: alternative.persons.map((person) => ({ ...person, name: inLanguage(capacityWords[person.capacity]) })),
    })),
  }
}

import { actionsAsked, areActionsAsked } from '#law'
import type { CalendarDate } from '#values'
import { dutiesOf } from '../compliance/compliance-of.ts'
import { letterFacts, type CaseFile } from '../notice/gather-letter-facts.ts'
import type { InformationRequestFacts } from '../notice/letter-facts.ts'
import type { Person } from '../person/person.ts'
import type { QuestionCode } from './questions.ts'

export interface Asking {
  readonly questions: readonly QuestionCode[]
  readonly answerBy: CalendarDate
}

/** What a request is written from, frozen on the day it goes. */
export function requestFacts(file: CaseFile, person: Person, { questions, answerBy }: Asking): InformationRequestFacts {
  const duties = questions.includes('actions-taken') ? dutiesInWords(file, person) : []
  return { purpose: 'information-request', ...letterFacts(file, person, file.found.incident), sentOn: file.on, answerBy, questions, duties }
}

function dutiesInWords({ found, persons }: CaseFile, person: Person): InformationRequestFacts['duties'] {
  const question = dutiesOf(found, person, persons)
  return areActionsAsked(question.transporter, question.on) ? actionsAsked(question).value.map(({ words: { en, fr } }) => ({ en, fr })) : []
}

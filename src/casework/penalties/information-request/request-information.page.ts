import { z } from 'zod'
import { daysAfter, dayInWords } from '#values'
import { caseForm } from '../case/case-form.page.ts'
import { aDay } from '../case/form-fields.ts'
import { clockToIssue } from '../deadline/last-day-to-issue.ts'
import { choicesOf, personChoices } from '../file/choices.ts'
import { questionWords } from '../file/file-words.ts'
import { answerWithinDays } from '../limits.ts'
import { personsOfCase } from '../person/person.store.ts'
import { keepFile } from '../rights.ts'
import { questionCodes } from './questions.ts'
import { sendRequest } from './send-request.store.ts'

/** Questions to one person, before anybody decides. */
export const requestInformationPage = caseForm({
  path: '/cases/:id/requests/new',
  params: z.object({ id: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/information-request/request-information.njk',
  what: 'information to ask for',
  form: z.object({
    personId: z.uuid('Choose whom you ask'),
    questions: z.array(z.enum(questionCodes)).min(1, 'Choose what you ask'),
    answerBy: aDay('Enter the day by which they answer'),
  }),
  view: async ({ db, clock }, found) => {
    const issue = clockToIssue(found.regime, found.incident.occurredOn)?.lastDay
    return {
      heading: 'Ask for information', people: personChoices(await personsOfCase(db, found.id)),
      questions: choicesOf(questionCodes, questionWords),
      lastDayToIssue: issue === undefined || issue === null ? null : dayInWords(issue),
      values: { questions: questionCodes, answerBy: daysAfter(answerWithinDays, clock.today()) },
    }
  },
  act: ({ db, mode, publicDoorUrl }, { id: caseId }, answers, by) => sendRequest(db, { ...answers, caseId, demonstration: mode === 'demo', publicDoorUrl }, by),
  next: ({ id }) => `/cases/${id}/file#requests`,
  done: { en: 'The request stands, and its letter goes the way of every letter: look at the post room for where it is.', fr: 'La demande est enregistrée et sa lettre suit la voie de toutes les lettres.' },
})

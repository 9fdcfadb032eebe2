import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { newId } from '#platform/identity'
import { daysAfter, dayInWords } from '#values'
import { caseForm } from '../case/case-form.page.ts'
import { aDay } from '../case/form-fields.ts'
import { clockToIssue } from '../deadline/last-day-to-issue.ts'
import { choicesOf, personChoices } from '../file/choices.ts'
import { questionWords, requestRoadWords } from '../file/file-words.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { answerWithinDays } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { personsOfCase, readPerson } from '../person/person.store.ts'
import { addresseeOf } from '../representative/addressee.ts'
import { representativeThing } from '../representative/representative.store.ts'
import { keepFile } from '../rights.ts'
import { requestRoads } from './information-request.ts'
import { questionCodes, questionsFor } from './questions.ts'
import { requestInformation } from './request-information.ts'
import { requestThing } from './request.store.ts'

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
    road: z.enum(requestRoads, 'Choose how it goes'),
  }),
  view: async ({ db, clock }, found) => {
    const issue = clockToIssue(found.regime, found.incident.occurredOn)?.lastDay
    return {
      heading: 'Ask for information', people: personChoices(await personsOfCase(db, found.id)),
      questions: choicesOf(questionCodes, questionWords), roads: choicesOf(requestRoads, requestRoadWords),
      lastDayToIssue: issue === undefined || issue === null ? null : dayInWords(issue),
      values: { questions: questionCodes, answerBy: daysAfter(answerWithinDays, clock.today()), road: 'post' },
    }
  },
  act: async ({ db, clock }, { id: caseId }, { personId, questions, ...answers }, by) => {
    const [person, representatives] = [await readPerson(db, personId), await representativeThing.ofCase(db, caseId)]
    if (person === undefined || person.caseId !== caseId || person.removed !== null) return refuse('no-such-person')
    const [requestId, sentOn] = [newId(), clock.today()]
    const asked = questionsFor(person).map(({ code }) => code).filter((code) => questions.includes(code))
    const requesting = { ...answers, personId, requestId, sentOn, questions: asked, sentTo: addresseeOf(person, representatives, sentOn).inOneLine, sentBy: named(by) }
    return changeInFile(db, requestThing, { id: requestId, caseId, by }, (_none, { found, others }) => requestInformation(found, others, requesting))
  },
  next: ({ id }) => `/cases/${id}/file#requests`,
  done: { en: 'The request is recorded.', fr: 'La demande est enregistrée.' },
})

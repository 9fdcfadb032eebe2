import { z } from 'zod'
import { caseForm } from '../case/case-form.page.ts'
import { someWords } from '../case/form-fields.ts'
import { noActionReasons } from '../case/penalty-case.ts'
import { caseStageWords } from '../case/words.ts'
import { backToCase, choicesOf } from '../file/choices.ts'
import { removePersonOf } from '../person/person-acts.store.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf, wrongPartyReasons } from '../person/person.ts'
import { named } from '../penalty/penalty.ts'
import { endCases, triageCases } from '../rights.ts'
import { possibleDuplicates } from './possible-duplicates.store.ts'
import { endAsDuplicate, endWithoutAction } from './triage-case.store.ts'
import { noActionWords, wrongPartyWords } from './triage-words.ts'

const params = z.object({ id: z.uuid() })
const reasons = someWords('Give your reasons')

/** The same incident reported twice: this case ends in favour of the other. */
export const duplicateCasePage = caseForm({
  path: '/cases/:id/duplicate',
  params,
  right: triageCases,
  template: 'casework/penalties/triage/duplicate-case.njk',
  what: 'same incident twice',
  form: z.object({ ofReference: someWords('Enter the reference of the other case', 20), reasons }),
  view: async ({ db }, found) => ({
    heading: 'The same incident twice', back: backToCase(found),
    candidates: (await possibleDuplicates(db, [found.id])).map(({ reference, stage, occurredOn, place, entrants, id }) => ({ id, reference, occurredOn, place, entrants, stage: caseStageWords[stage] })),
    values: {},
  }),
  act: ({ db, clock }, { id: caseId }, answers, by) => endAsDuplicate(db, { ...answers, caseId, on: clock.today() }, by),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'This case has ended in favour of the other, and each points to the other.', fr: 'Ce dossier est clos au profit de l’autre ; chacun renvoie à l’autre.' },
})

/** Nothing is done: a senior officer's to say, because it decides about people too. */
export const noActionPage = caseForm({
  path: '/cases/:id/no-action',
  params,
  right: endCases,
  template: 'casework/penalties/triage/no-action.njk',
  what: 'no action to take',
  restsOnPage: true,
  form: z.object({ because: z.enum(noActionReasons, 'Choose why nothing is done'), reasons }),
  view: async (_ctx, found) => ({ heading: 'Take no action', back: backToCase(found), choices: choicesOf(noActionReasons, noActionWords), values: {} }),
  act: ({ db, clock }, { id: caseId }, answers, by) => endWithoutAction(db, { ...answers, caseId, on: clock.today() }, by),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The case has ended without action.', fr: 'Le dossier est clos sans suite.' },
})

/** Somebody else is responsible, or nobody. */
export const wrongPartyPage = caseForm({
  path: '/cases/:id/persons/:personId/wrong-party',
  params: params.extend({ personId: z.uuid() }),
  right: triageCases,
  template: 'casework/penalties/triage/wrong-party.njk',
  what: 'wrong party',
  form: z.object({ because: z.enum(wrongPartyReasons, 'Choose why this is the wrong party'), reasons }),
  view: async ({ db }, found, { personId }) => {
    const person = await readPerson(db, personId)
    if (person === undefined || person.caseId !== found.id || person.removed !== null) return undefined
    return { heading: `Wrong party: ${nameOf(person)}`, back: backToCase(found), choices: choicesOf(wrongPartyReasons, wrongPartyWords), values: {} }
  },
  act: ({ db, clock }, { personId }, { because, reasons: why }, by) => removePersonOf(db, personId, { because, reasons: why, by: named(by), on: clock.today() }, by),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'This person is no longer on the case.', fr: 'Cette personne ne figure plus au dossier.' },
})

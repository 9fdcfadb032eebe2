import { z } from 'zod'
import { newId } from '#platform/identity'
import { caseForm } from '../case/case-form.page.ts'
import { aDay, maybeDay, maybeOne, maybeWords, someWords } from '../case/form-fields.ts'
import { choicesOf, personChoices } from '../file/choices.ts'
import { evidenceThing } from '../evidence/evidence.store.ts'
import { representativeKindWords, scopeWords } from '../file/file-words.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { addressLinesMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { keepFile } from '../rights.ts'
import { appointRepresentative, endRepresentation } from './appoint-representative.ts'
import { representativeKinds, scopes } from './representative.ts'
import { representativeThing } from './representative.store.ts'

const form = z.object({
  personId: z.uuid('Choose for whom they speak'),
  kind: z.enum(representativeKinds, 'Choose what they are'),
  name: someWords('Enter the name of the person or firm', 200),
  addressLines: someWords('Enter the address', 600),
  country: someWords('Enter the country', 80),
  email: z.email('Enter an e-mail address such as name@example.com').or(z.literal('')).default(''),
  scope: z.array(z.enum(scopes)).min(1, 'Choose what they may do'),
  signedOn: aDay('Enter the day the person signed the authority'),
  evidenceId: maybeOne,
  described: maybeWords(600),
  fromOn: aDay('Enter the first day'),
  untilOn: maybeDay('Enter the last day, or leave it empty'),
})

/** Somebody speaks for a person of the case: on what authority, for what, and for how long. */
export const appointRepresentativePage = caseForm({
  path: '/cases/:id/representatives/new',
  params: z.object({ id: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/representative/appoint-representative.njk',
  what: 'representative to record',
  form,
  view: async ({ db, clock }, { id }) => {
    const [persons, items] = await Promise.all([personsOfCase(db, id), evidenceThing.ofCase(db, id)])
    return {
      heading: 'Record a representative', people: personChoices(persons),
      kinds: choicesOf(representativeKinds, representativeKindWords), scopes: choicesOf(scopes, scopeWords),
      papers: [{ value: '', text: 'Not in the file: described below' }, ...items.filter(({ withdrawn }) => withdrawn === null).map(({ id: value, title }) => ({ value, text: title }))],
      values: { fromOn: clock.today(), signedOn: clock.today(), scope: ['letters', 'answers'] },
    }
  },
  act: ({ db, clock }, { id: caseId }, { addressLines, country, email, signedOn, evidenceId, described, ...answers }, by) => {
    const representativeId = newId()
    const lines = addressLines.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '').slice(0, addressLinesMax)
    const appointing = { ...answers, representativeId, address: { lines, country, email: email || null }, authority: { signedOn, evidenceId, described }, recordedBy: named(by) }
    return changeInFile(db, representativeThing, { id: representativeId, caseId, by }, (_none, { found, others }) => appointRepresentative(found, others, appointing, clock.today()))
  },
  next: ({ id }) => `/cases/${id}/file#representatives`,
  done: { en: 'The representative is recorded.', fr: 'Le représentant est enregistré.' },
})

export const endRepresentationPage = caseForm({
  path: '/cases/:id/representatives/:representativeId/end',
  params: z.object({ id: z.uuid(), representativeId: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/representative/end-representation.njk',
  what: 'representation to end',
  form: z.object({ on: aDay('Enter the day from which they no longer speak'), reasons: someWords('Say who ended it, and how we know') }),
  view: async ({ db, clock }, found, { representativeId }) => {
    const representative = await representativeThing.read(db, representativeId)
    return representative?.caseId === found.id && representative.ended === null ? { heading: `End: ${representative.name}`, representative, values: { on: clock.today() } } : undefined
  },
  act: ({ db }, { id: caseId, representativeId }, { on, reasons }, by) =>
    changeInFile(db, representativeThing, { id: representativeId, caseId, by }, (representative) => endRepresentation(representative, { on, reasons, by: named(by) })),
  next: ({ id }) => `/cases/${id}/file#representatives`,
  done: { en: 'They no longer speak for the person.', fr: 'La représentation a pris fin.' },
})

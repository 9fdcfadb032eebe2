import { z } from 'zod'
import { capacities, capacityMeanings, startingLarge, type Capacity } from '#law'
import { newId } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { caseForm } from '../case/case-form.page.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { capacityWords } from '../case/words.ts'
import { workOnCase } from '../rights.ts'
import type { CalendarDate } from '#values'
import { capacitiesFor } from './capacities.ts'
import { addPersonTo } from './person-acts.store.ts'
import { checkPerson, factsFrom, identityFrom, personFields } from './person-form.page.ts'
import { languageChoices } from './language.ts'
import { fillPerson, type FilledFrom } from './fill-person.ts'
import { personsOfCase } from './person.store.ts'
import { nameOf, type Person } from './person.ts'

const form = z.object({ capacity: z.enum(capacities, 'Choose in which capacity'), sameAs: z.uuid().or(z.literal('')).default(''), another: z.literal('yes').optional(), ...personFields }).superRefine(checkPerson)

export const addPersonPage = caseForm({
  path: '/cases/:id/persons/new',
  right: workOnCase,
  template: 'casework/penalties/person/add-person.njk',
  params: z.object({ id: z.uuid() }),
  query: z.object({ scene: z.string().regex(/^\d{1,2}$/).transform(Number).or(z.literal('nobody')).optional(), addressOf: z.uuid().optional() }),
  form,
  what: 'add a person',
  view,
  act: ({ db }, { id }, answers, by) => {
    const personId = newId()
    const added = { personId, partyId: answers.sameAs || personId, capacity: answers.capacity, identity: identityFrom(answers), facts: factsFrom(answers, []) }
    return addPersonTo(db, id, added, by)
  },
  next: ({ id }, { another }) => (another === 'yes' ? `/cases/${id}/persons/new` : `/cases/${id}`),
  done: { en: 'The person was added.', fr: 'La personne a été ajoutée.' },
})

async function view({ db, clock }: PageContext, { id, incident, reference }: PenaltyCase, _params: object, asked: FilledFrom) {
  const persons = await personsOfCase(db, id)
  const capacitiesHere = capacitiesFor(incident)
  const filled = fillPerson(incident.atScene.persons, persons, asked)
  return {
    heading: `Add a person to ${reference}`,
    capacities: capacitiesHere.map((value) => ({ value, text: capacityWords[value] })),
    capacitiesMean: meaningsOf(capacitiesHere, incident.occurredOn),
    parties: partiesOf(persons),
    employers: employersOf(persons),
    filledFrom: filled.named,
    atScene: filled.left.map(({ place, ...person }) => ({ ...person, place, capacity: capacityWords[person.capacity] })),
    addresses: persons.map((person) => ({ id: person.id, text: nameOf(person) })),
    ourRecords: [], languages: languageChoices,
    values: { addressAsOf: clock.today(), noticeLanguage: 'en', complied: 'not-judged', duress: 'not-judged', ...filled.values },
  }
}

/** What the Act means, where that is not what people think: under hire-purchase the owner is whoever has possession. */
function meaningsOf(capacities: readonly Capacity[], on: CalendarDate): string {
  return capacityMeanings(on).value.flatMap(({ id, words }) => (capacities.some((capacity) => capacity === id) ? [`${startingLarge(words).en}.`] : [])).join(' ')
}

/** Somebody already on the case, who may answer in another capacity as well. */
export function partiesOf(persons: readonly Person[]) {
  return persons.map((person) => ({ value: person.partyId, text: `${nameOf(person)} (${capacityWords[person.capacity].toLowerCase()})` }))
}

/** Those for whom a driver or operator can be working. */
export function employersOf(persons: readonly Person[]) {
  return partiesOf(persons.filter(({ capacity }) => capacity === 'owner' || capacity === 'hirer'))
}

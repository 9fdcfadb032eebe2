import { z } from 'zod'
import { capacities, capacityMeanings, startingLarge, type Capacity } from '#law'
import { newId } from '#platform/identity'
import { formPage, type PageContext } from '#platform/web'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { capacityWords } from '../case/words.ts'
import { refusals } from '../refusals.ts'
import { workOnCase } from '../rights.ts'
import type { CalendarDate } from '#values'
import { capacitiesFor } from './capacities.ts'
import { addPersonTo } from './person-acts.store.ts'
import { checkPerson, factsFrom, identityFrom, personFields } from './person-form.page.ts'
import { languageChoices } from './language.ts'
import { personsOfCase } from './person.store.ts'
import { nameOf, type Person } from './person.ts'

const form = z.object({ capacity: z.enum(capacities, 'Choose in which capacity'), sameAs: z.uuid().or(z.literal('')).default(''), ...personFields }).superRefine(checkPerson)

export const addPersonPage = formPage({
  path: '/cases/:id/persons/new',
  right: workOnCase,
  template: 'casework/penalties/person/add-person.njk',
  params: z.object({ id: z.uuid() }),
  form,
  refusals,
  subject: subjectOfCase,
  show: ({ id }, ctx) => insideCase(ctx, { caseId: id, what: 'add a person', comeBackTo: `/cases/${id}/persons/new` }, () => view(ctx, id)),
  submit: ({ id }, answers, ctx) => actInCase(ctx, id, (by) => {
    const personId = newId()
    const added = { personId, partyId: answers.sameAs || personId, capacity: answers.capacity, identity: identityFrom(answers), facts: factsFrom(answers, []) }
    return addPersonTo(ctx.db, id, added, by)
  }),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The person was added.', fr: 'La personne a été ajoutée.' },
})

async function view({ db, clock }: PageContext, id: string) {
  const found = await readCase(db, id)
  if (found === undefined) return undefined
  const persons = await personsOfCase(db, id)
  const asked = capacitiesFor(found.incident)
  return {
    found, heading: `Add a person to ${found.reference}`,
    capacities: asked.map((value) => ({ value, text: capacityWords[value] })),
    capacitiesMean: meaningsOf(asked, found.incident.occurredOn),
    parties: partiesOf(persons),
    employers: employersOf(persons),
    atScene: found.incident.atScene.persons.map((person) => ({ ...person, capacity: capacityWords[person.capacity] })),
    ourRecords: [], languages: languageChoices,
    values: { addressAsOf: clock.today(), noticeLanguage: 'en', complied: 'not-judged', duress: 'not-judged' },
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

import { z } from 'zod'
import { may } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { caseForm } from '../case/case-form.page.ts'
import { someWords } from '../case/form-fields.ts'
import { subjectOf, type PenaltyCase } from '../case/penalty-case.ts'
import { capacityWords } from '../case/words.ts'
import { triageCases, workOnCase } from '../rights.ts'
import { employersOf } from './add-person.page.ts'
import { earlierInOurRecords } from './earlier-in-our-records.store.ts'
import { languageChoices } from './language.ts'
import { correctPersonOf } from './person-acts.store.ts'
import { checkPerson, factsFrom, identityFrom, personFields } from './person-form.page.ts'
import { personValues } from './person-values.ts'
import { personsOfCase, readPerson } from './person.store.ts'
import { nameOf, type EarlierPenaltyRecord, type Person, type PersonFacts } from './person.ts'

const form = z
  .object({ reasons: someWords('Say why you are changing this'), ...personFields })
  .superRefine(checkPerson)

/** Corrects what is recorded of a person, or records what was found out since: before a proposal, or on an objection. */
export const correctPersonPage = caseForm({
  path: '/cases/:id/persons/:personId',
  right: workOnCase,
  template: 'casework/penalties/person/correct-person.njk',
  params: z.object({ id: z.uuid(), personId: z.uuid() }),
  form,
  what: 'person record',
  restsOnPage: true,
  view,
  act: async ({ db }, { personId }, answers, by) => {
    const person = await readPerson(db, personId)
    const chosen = person === undefined ? [] : (await earlierInOurRecords(db, person)).filter(({ penaltyId }) => answers.ownRecords.includes(penaltyId))
    const facts = factsFrom(answers, chosen.map(record))
    const correction = { identity: identityFrom(answers), facts: { ...facts, ...keptJudgements(person, facts) }, reasons: answers.reasons }
    return correctPersonOf(db, personId, correction, by)
  },
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The record was corrected.', fr: 'Le dossier de la personne a été corrigé.' },
})

/** What was judged action by action is changed on its own page only; the figures of a business stay with its size. */
function keptJudgements(person: Person | undefined, { businessSize }: PersonFacts): Partial<PersonFacts> {
  const { actions, complied = null, sizeShown } = person?.facts ?? {}
  return { ...(actions === undefined ? {} : { actions, complied }), ...(sizeShown?.size === businessSize ? { sizeShown } : {}) }
}

function record({ section, issuedOn, standing, source, note }: EarlierPenaltyRecord): EarlierPenaltyRecord {
  return { section, issuedOn, standing, source, note }
}

async function view({ db, officer }: PageContext, found: PenaltyCase, { id, personId }: { readonly id: string; readonly personId: string }) {
  const person = await readPerson(db, personId)
  if (person === undefined || person.caseId !== id) return undefined
  const [persons, ourRecords] = await Promise.all([personsOfCase(db, id), earlierInOurRecords(db, person)])
  return {
    ourRecords, languages: languageChoices, personId, mayTriage: may(officer, triageCases, subjectOf(found)), capacity: person.capacity,
    heading: `${nameOf(person)}, ${capacityWords[person.capacity].toLowerCase()} on ${found.reference}`,
    employers: employersOf(persons),
    sizeHref: person.identity.company === null ? undefined : `/cases/${id}/persons/${personId}/size`,
    actions: { href: `/cases/${id}/persons/${personId}/actions`, judged: person.facts.actions !== undefined },
    values: { ...personValues(person), ownRecords: counted(person, ourRecords) },
  }
}

function counted({ facts }: Person, ourRecords: Awaited<ReturnType<typeof earlierInOurRecords>>): readonly string[] {
  const notes = facts.earlierPenalties.filter(({ source }) => source === 'our-records').map(({ note, section }) => `${note} ${section}`)
  return ourRecords.filter(({ note, section }) => notes.includes(`${note} ${section}`)).map(({ penaltyId }) => penaltyId)
}

import { refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import type { By } from '#values'
import { readCase } from '../case/case.store.ts'
import type { PersonEvent } from '../events.ts'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { addPerson, type NewPerson } from './add-person.ts'
import { correctPerson, type Correction } from './correct-person.ts'
import { personsOfCase, personThing, readPerson } from './person.store.ts'

export async function addPersonTo(db: Database, caseId: string, added: NewPerson, by: By): Promise<Decision<PersonEvent>> {
  return db.transaction().execute(async (tx) => {
    await lockCase(tx, caseId, by)
    const found = await readCase(tx, caseId)
    const persons = await personsOfCase(tx, caseId)
    return changeIn(tx, personThing, { id: added.personId, by }, () => addPerson(found, persons, added))
  })
}

export async function correctPersonOf(db: Database, personId: string, correction: Correction, by: By): Promise<Decision<PersonEvent>> {
  return db.transaction().execute(async (tx) => {
    const person = await readPerson(tx, personId)
    if (person === undefined) return refuse('no-such-person')
    await lockCase(tx, person.caseId, by)
    const found = await readCase(tx, person.caseId)
    if (found === undefined) return refuse('no-such-case')
    const persons = await personsOfCase(tx, person.caseId)
    return changeIn(tx, personThing, { id: personId, by }, (state) => correctPerson(state, found, persons, correction))
  })
}

import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import type { By } from '#values'
import { readCase } from '../case/case.store.ts'
import { lockCase } from '../case/lock-case.store.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { refreshNearestDay } from '../deadline/nearest-day.store.ts'
import type { PersonEvent } from '../events.ts'
import { followCase } from '../penalty/change-penalty.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { addPerson, type NewPerson } from './add-person.ts'
import { correctPerson, type Correction } from './correct-person.ts'
import { personsOfCase, personThing, readPerson } from './person.store.ts'
import type { Person, Removal } from './person.ts'
import { removePerson } from './remove-person.ts'

export async function addPersonTo(db: Database, caseId: string, added: NewPerson, by: By): Promise<Decision<PersonEvent>> {
  return db.transaction().execute(async (tx) => {
    await lockCase(tx, caseId)
    const found = await readCase(tx, caseId)
    const persons = await personsOfCase(tx, caseId)
    return changeIn(tx, personThing, { id: added.personId, by }, () => addPerson(found, persons, added))
  })
}

export async function correctPersonOf(db: Database, personId: string, correction: Correction, by: By): Promise<Decision<PersonEvent>> {
  return db.transaction().execute((tx) => correctPersonIn(tx, personId, correction, by))
}

/** The same inside a caller's transaction, for acts from which a correction follows. */
export async function correctPersonIn(tx: Database, personId: string, correction: Correction, by: By): Promise<Decision<PersonEvent>> {
  return changePersonIn(tx, { personId, by }, (person, { found, persons }) => correctPerson(person, found, persons, correction))
}

/** Somebody who is not responsible at all leaves the case; what was proposed for them has to be withdrawn before. */
export async function removePersonOf(db: Database, personId: string, removed: Removal, by: By): Promise<Decision<PersonEvent>> {
  return db.transaction().execute(async (tx) => {
    const decision = await changePersonIn(tx, { personId, by }, (person, around) => removePerson(person, around, removed))
    const person = isRefused(decision) ? undefined : await readPerson(tx, personId)
    if (person !== undefined) {
      await followCase(tx, person.caseId, by)
      await refreshNearestDay(tx, person.caseId)
    }
    return decision
  })
}

interface Around {
  readonly found: PenaltyCase
  readonly persons: readonly Person[]
  readonly penalties: readonly Penalty[]
}

/** An act on one person, decided on the whole case as it stands once it is locked. */
export async function changePersonIn(tx: Database, { personId, by }: { readonly personId: string; readonly by: By }, decide: (person: Person | undefined, around: Around) => Decision<PersonEvent>): Promise<Decision<PersonEvent>> {
  const person = await readPerson(tx, personId)
  if (person === undefined) return refuse('no-such-person')
  const { caseId } = person
  await lockCase(tx, caseId)
  const found = await readCase(tx, caseId)
  if (found === undefined) return refuse('no-such-case')
  const around = { found, persons: await personsOfCase(tx, caseId), penalties: await penaltiesOfCase(tx, caseId) }
  return changeIn(tx, personThing, { id: personId, by }, (state) => decide(state, around))
}

import type { Database } from '#platform/database'
import { readPenalty } from '../penalty/penalty.store.ts'
import { readPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import type { Dispatch } from './dispatch.ts'

/** Whose letter it is: of the person whose penalty it is about, or of the person themselves. */
export async function personOfLetter(db: Database, { penaltyId, personId }: Pick<Dispatch, 'penaltyId' | 'personId'>): Promise<Person | undefined> {
  const id = penaltyId === null ? personId : (await readPenalty(db, penaltyId))?.personId
  return id === undefined ? undefined : readPerson(db, id)
}

import { sql } from 'kysely'
import type { Capacity } from '#law'
import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { PersonEvent } from '../events.ts'
import { evolvePerson } from './evolve-person.ts'
import type { Identity, Person, PersonFacts, Removal } from './person.ts'

type PersonRow = {
  id: string
  case_id: string
  party_id: string
  capacity: Capacity
  identity: Identity
  facts: PersonFacts
  removed: Removal | null
}

const on = (db: Database) => db.withTables<{ 'penalties.person': PersonRow }>()

const columns = ['id', 'case_id', 'party_id', 'capacity', 'identity', 'facts', 'removed'] as const

export const personThing: Thing<Person, PersonEvent> = { name: 'person', evolve: evolvePerson, read: readPerson, save: savePerson }

export async function readPerson(db: Database, id: string): Promise<Person | undefined> {
  const row = await on(db).selectFrom('penalties.person').select(columns).where('id', '=', id).executeTakeFirst()
  return row && personOf(row)
}

/** Everyone responsible, drivers first, then in the order they were added; not those who turned out to be the wrong ones. */
export async function personsOfCase(db: Database, caseId: string): Promise<readonly Person[]> {
  return personsOfCases(db, [caseId])
}

/** The same for many cases, one after another. */
export async function personsOfCases(db: Database, caseIds: readonly string[]): Promise<readonly Person[]> {
  return (await everyoneOfCases(db, caseIds)).filter(({ removed }) => removed === null)
}

/** Those responsible and those who have left the case, for what tells of the past. */
export async function everyoneOfCase(db: Database, caseId: string): Promise<readonly Person[]> {
  return everyoneOfCases(db, [caseId])
}

async function everyoneOfCases(db: Database, caseIds: readonly string[]): Promise<readonly Person[]> {
  const rows = await on(db)
    .selectFrom('penalties.person').select(columns)
    .where(sql<boolean>`case_id = any(${caseIds}::uuid[])`)
    .orderBy(sql`array_position(array['driver', 'operator', 'owner', 'hirer'], capacity)`).orderBy('id')
    .execute()
  return rows.map(personOf)
}

async function savePerson(tx: Database, _id: string, state: Person): Promise<void> {
  const row = {
    id: state.id,
    case_id: state.caseId,
    party_id: state.partyId,
    capacity: state.capacity,
    identity: asJson(state.identity),
    facts: asJson(state.facts),
    removed: asJson(state.removed),
  }
  await on(tx).insertInto('penalties.person').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function personOf(row: PersonRow): Person {
  const { id, capacity, identity, facts, removed } = row
  return { id, caseId: row.case_id, partyId: row.party_id, capacity, identity, facts, removed }
}

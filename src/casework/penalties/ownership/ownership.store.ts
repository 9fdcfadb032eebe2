import { sql } from 'kysely'
import type { Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { change, changeIn, type Thing } from '#platform/events'
import type { By, CalendarDate, Plate } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { Named } from '../penalty/penalty.ts'
import { nameOf, type Person } from '../person/person.ts'
import { coversDay, evolveOwnership, ownershipInWords, recordOwnership, withdrawOwnership, type Ownership, type OwnershipEvent, type OwnershipStanding, type RecordingOwnership } from './ownership.ts'

type OwnershipRow = {
  id: string
  plate: Plate
  country: string | null
  standing: OwnershipStanding
  name: string
  registered_number: string | null
  from_on: CalendarDate
  until_on: CalendarDate | null
  shown_by: string
  recorded_by: Named
  recorded_on: CalendarDate
  withdrawn: Ownership['withdrawn']
}

const on = (db: Database) => db.withTables<{ 'penalties.ownership': OwnershipRow }>()

const columns = ['id', 'plate', 'country', 'standing', 'name', 'registered_number', 'from_on', 'until_on', 'shown_by', 'recorded_by', 'recorded_on', 'withdrawn'] as const

export const ownershipThing: Thing<Ownership, OwnershipEvent> = { name: 'ownership', evolve: evolveOwnership, read: readOwnership, save: saveOwnership }

export async function readOwnership(db: Database, id: string): Promise<Ownership | undefined> {
  const row = await on(db).selectFrom('penalties.ownership').select(columns).where('id', '=', id).executeTakeFirst()
  return row && ownershipOf(row)
}

/** All that was ever recorded of these vehicles, the latest period first. */
export async function ownershipsOf(db: Database, plates: readonly Plate[]): Promise<readonly Ownership[]> {
  if (plates.length === 0) return []
  const rows = await on(db).selectFrom('penalties.ownership').select(columns).where('plate', 'in', plates).orderBy('from_on', 'desc').orderBy('id').execute()
  return rows.map(ownershipOf)
}

/** The vehicles of a case. */
export function platesOf({ incident }: Pick<PenaltyCase, 'incident'>): readonly Plate[] {
  return [incident.tractor, incident.trailer].flatMap((vehicle) => (vehicle === null ? [] : [vehicle.registration]))
}

export interface OwnerDoubted {
  readonly name: string
  readonly sentence: string
}

/** Persons named as owner on a case of whom it is recorded that they were not, on its very day: by registered number, or by name where there is none. */
export async function ownersDoubted(db: Database, found: PenaltyCase, persons: readonly Person[]): Promise<readonly OwnerDoubted[]> {
  const { rows } = await sql<{ personId: string; ownershipId: string }>`
    select p.id as "personId", o.id as "ownershipId" from penalties.person p
    join penalties.ownership o on o.plate = any (${platesOf(found)}) and o.standing = 'not-owner' and o.withdrawn is null
      and case when o.registered_key <> '' and p.registered_key <> '' then o.registered_key = p.registered_key else position(o.name_key in p.name_key) > 0 end
    where p.case_id = ${found.id} and p.capacity = 'owner' order by p.id, o.from_on`.execute(db)
  if (rows.length === 0) return []
  const ownerships = await ownershipsOf(db, platesOf(found))
  return rows.flatMap(({ personId, ownershipId }) => {
    const ownership = ownerships.find(({ id }) => id === ownershipId)
    const person = persons.find(({ id }) => id === personId)
    if (ownership === undefined || person === undefined || !coversDay(ownership, found.incident.occurredOn)) return []
    return [{ name: nameOf(person), sentence: ownershipInWords(ownership) }]
  })
}

/** Recorded one after another for one vehicle, so that what overlaps is refused in words; the table refuses it too. */
export async function recordOwnershipOf(db: Database, recording: RecordingOwnership, by: By): Promise<Decision<OwnershipEvent>> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`penalties.ownership:${recording.plate}`}))`.execute(tx)
    const others = await ownershipsOf(tx, [recording.plate])
    return changeIn(tx, ownershipThing, { id: recording.ownershipId, by }, () => recordOwnership(others, recording))
  })
}

export async function withdrawOwnershipOf(db: Database, id: string, withdrawn: NonNullable<Ownership['withdrawn']>, by: By): Promise<Decision<OwnershipEvent>> {
  return change(db, ownershipThing, { id, by }, (ownership) => withdrawOwnership(ownership, withdrawn))
}

async function saveOwnership(tx: Database, _id: string, state: Ownership): Promise<void> {
  const row = {
    id: state.id,
    plate: state.plate,
    country: state.country,
    standing: state.standing,
    name: state.name,
    registered_number: state.registeredNumber,
    from_on: state.fromOn,
    until_on: state.untilOn,
    shown_by: state.shownBy,
    recorded_by: asJson(state.recordedBy),
    recorded_on: state.recordedOn,
    withdrawn: asJson(state.withdrawn),
  }
  await on(tx).insertInto('penalties.ownership').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function ownershipOf({ id, plate, country, standing, name, withdrawn, ...row }: OwnershipRow): Ownership {
  return {
    id, plate, country, standing, name, withdrawn, registeredNumber: row.registered_number,
    fromOn: row.from_on, untilOn: row.until_on, shownBy: row.shown_by, recordedBy: row.recorded_by, recordedOn: row.recorded_on,
  }
}

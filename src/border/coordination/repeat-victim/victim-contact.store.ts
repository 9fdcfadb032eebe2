import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { Instant, Plate } from '#values'
import { evolveContact, type ContactWay, type VictimContact, type VictimContacted } from './victim-contact.ts'

type ContactRow = { id: string; plate: Plate; how: ContactWay; note: string; contacted_by: string; contacted_by_name: string; contacted_at: Instant }

const on = (db: Database) => db.withTables<{ 'coordination.victim_contact': ContactRow }>()

export const victimContacts: Thing<VictimContact, VictimContacted> = {
  name: 'victim-contact',
  evolve: evolveContact,
  read: async (db, id) => {
    const row = await on(db).selectFrom('coordination.victim_contact').selectAll().where('id', '=', id).executeTakeFirst()
    return row && contactOf(row)
  },
  save: async (tx, _id, { id, plate, how, note, contactedBy, contactedByName, contactedAt }) => {
    const row = { id, plate, how, note, contacted_by: contactedBy, contacted_by_name: contactedByName, contacted_at: contactedAt }
    await on(tx).insertInto('coordination.victim_contact').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

/** Who spoke to the people behind these vehicles, the newest first. */
export async function contactsAbout(db: Database, plates: readonly Plate[]): Promise<ReadonlyMap<Plate, readonly VictimContact[]>> {
  if (plates.length === 0) return new Map()
  const rows = await on(db).selectFrom('coordination.victim_contact').selectAll().where('plate', 'in', plates).orderBy('contacted_at', 'desc').execute()
  return Map.groupBy(rows.map(contactOf), ({ plate }) => plate)
}

function contactOf({ id, plate, how, note, contacted_by, contacted_by_name, contacted_at }: ContactRow): VictimContact {
  return { id, plate, how, note, contactedBy: contacted_by, contactedByName: contacted_by_name, contactedAt: contacted_at }
}

import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import { evolvePartner, type Partner, type PartnerEvent, type Ring, type Successor } from './partner.ts'

interface PartnerRow {
  id: string
  name: string
  agency: string
  ring: Ring
  registered_by: string
  stopped_through: number
  successors: readonly Successor[]
  own_key: number | null
}

type PartnerTables = { 'release.partner': PartnerRow }

const on = (db: Database) => db.withTables<PartnerTables>()

export async function allPartners(db: Database): Promise<readonly Partner[]> {
  const rows = await on(db).selectFrom('release.partner').selectAll().orderBy('name').execute()
  return rows.map(partnerOf)
}

export async function readPartner(db: Database, id: string): Promise<Partner | undefined> {
  const row = await on(db).selectFrom('release.partner').selectAll().where('id', '=', id).executeTakeFirst()
  return row && partnerOf(row)
}

export const partners: Thing<Partner, PartnerEvent> = {
  name: 'release-partner',
  evolve: evolvePartner,
  read: readPartner,
  save: async (tx, _id, { id, name, agency, ring, registeredBy, stoppedThrough, successors, ownKey }) => {
    const row = { id, name, agency, ring, registered_by: registeredBy, stopped_through: stoppedThrough, successors: asJson<readonly Successor[]>(successors), own_key: ownKey }
    await on(tx).insertInto('release.partner').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

function partnerOf({ id, name, agency, ring, registered_by, stopped_through, successors, own_key }: PartnerRow): Partner {
  return { id, name, agency, ring, successors, registeredBy: registered_by, stoppedThrough: stopped_through, ownKey: own_key }
}

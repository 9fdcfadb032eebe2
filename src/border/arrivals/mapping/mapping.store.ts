import type { Site } from '#values'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import { evolve, type Mapping, type MappingWritten } from './mapping.ts'

type MappingTables = { 'arrivals.mapping': { id: string; site: Site; name: string; definition: Omit<Mapping, 'site' | 'name'> } }

const on = (db: Database) => db.withTables<MappingTables>()

export const mappings: Thing<Mapping, MappingWritten> = {
  name: 'mapping',
  evolve,
  read: async (db, id) => {
    const row = await on(db).selectFrom('arrivals.mapping').selectAll().where('id', '=', id).executeTakeFirst()
    return row && { site: row.site, name: row.name, ...row.definition }
  },
  save: async (tx, id, { site, name, ...definition }) => {
    const row = { site, name, definition: JSON.stringify(definition) as never }
    await on(tx).insertInto('arrivals.mapping').values({ id, ...row }).onConflict((same) => same.column('id').doUpdateSet(row)).execute()
  },
}

export async function mappingsOf(db: Database, site: Site): Promise<ReadonlyMap<string, Mapping>> {
  const rows = await on(db).selectFrom('arrivals.mapping').selectAll().where('site', '=', site).orderBy('name').execute()
  return new Map(rows.map(({ id, site, name, definition }) => [id, { site, name, ...definition }]))
}

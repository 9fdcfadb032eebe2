import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { Site } from '#values'
import { evolveList, type ListOpened, type Watchlist } from './list.ts'

interface ListRow {
  id: string
  site: Site
  name_en: string
  name_fr: string
  owner: string
  legal_basis: string
  purpose_en: string
  purpose_fr: string
}

type ListTables = { 'watchlists.list': ListRow }

const on = (db: Database) => db.withTables<ListTables>()

export async function readList(db: Database, id: string): Promise<Watchlist | undefined> {
  const row = await on(db).selectFrom('watchlists.list').selectAll().where('id', '=', id).executeTakeFirst()
  return row && listOf(row)
}

export async function allLists(db: Database): Promise<readonly Watchlist[]> {
  const rows = await on(db).selectFrom('watchlists.list').selectAll().orderBy('name_en').execute()
  return rows.map(listOf)
}

export const watchlist: Thing<Watchlist, ListOpened> = {
  name: 'watchlist',
  evolve: evolveList,
  read: readList,
  save: async (tx, _id, list) => {
    const row = rowOf(list)
    await on(tx).insertInto('watchlists.list').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

function listOf(row: ListRow): Watchlist {
  const { id, site, owner } = row
  return { id, site, owner, nameEn: row.name_en, nameFr: row.name_fr, legalBasis: row.legal_basis, purposeEn: row.purpose_en, purposeFr: row.purpose_fr }
}

function rowOf({ id, site, owner, nameEn, nameFr, legalBasis, purposeEn, purposeFr }: Watchlist): ListRow {
  return { id, site, owner, name_en: nameEn, name_fr: nameFr, legal_basis: legalBasis, purpose_en: purposeEn, purpose_fr: purposeFr }
}

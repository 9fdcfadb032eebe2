import type { Instant, Site } from '#values'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import { evolveListTiers, type ListTiers, type TiersSet } from './list-tiers.ts'

interface TiersRow {
  list_id: string
  site: Site
  certain_per_million: number
  probable_per_million: number
  certain_cost_max: number
  probable_cost_max: number
  set_by: string
  set_at: Instant
}

type TiersTables = { 'watchlists.list_tiers': TiersRow }

const on = (db: Database) => db.withTables<TiersTables>()

export const listTiers: Thing<ListTiers, TiersSet> = {
  name: 'list-tiers',
  evolve: evolveListTiers,
  read: readTiers,
  save: async (tx, _id, tiers) => {
    const row = rowOf(tiers)
    await on(tx).insertInto('watchlists.list_tiers').values(row).onConflict((clash) => clash.column('list_id').doUpdateSet(row)).execute()
  },
}

export async function readTiers(db: Database, listId: string): Promise<ListTiers | undefined> {
  const row = await on(db).selectFrom('watchlists.list_tiers').selectAll().where('list_id', '=', listId).executeTakeFirst()
  return row && tiersOf(row)
}

export async function allTiers(db: Database): Promise<readonly ListTiers[]> {
  return (await on(db).selectFrom('watchlists.list_tiers').selectAll().execute()).map(tiersOf)
}

function tiersOf(row: TiersRow): ListTiers {
  return {
    listId: row.list_id, site: row.site, certainPerMillion: row.certain_per_million, probablePerMillion: row.probable_per_million,
    certainCostMax: row.certain_cost_max, probableCostMax: row.probable_cost_max, setBy: row.set_by, setAt: row.set_at,
  }
}

function rowOf({ listId, site, certainPerMillion, probablePerMillion, certainCostMax, probableCostMax, setBy, setAt }: ListTiers): TiersRow {
  return {
    list_id: listId, site, certain_per_million: certainPerMillion, probable_per_million: probablePerMillion,
    certain_cost_max: certainCostMax, probable_cost_max: probableCostMax, set_by: setBy, set_at: setAt,
  }
}

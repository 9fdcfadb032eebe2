import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Officer } from '#values'

type Row = { id: string; officer_id: string; officer_name: string; name: string; address: string; for_team: boolean }

const on = (db: Database) => db.withTables<{ 'penalties.saved_list': Row }>()

/** A list of cases that somebody keeps under a name: an address and nothing of what it showed. */
export interface SavedList {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly forTeam: boolean
  readonly isOwn: boolean
}

/** Their own and those kept for the team. */
export async function listsFor(db: Database, officerId: string): Promise<readonly SavedList[]> {
  const rows = await on(db).selectFrom('penalties.saved_list').selectAll()
    .where((row) => row.or([row('officer_id', '=', officerId), row('for_team', '=', true)])).orderBy('for_team').orderBy('name').execute()
  return rows.map(({ id, name, address, for_team, officer_id }) => ({ id, name, address, forTeam: for_team, isOwn: officer_id === officerId }))
}

/** The same name again is the same list, changed. */
export async function keepList(db: Database, { id, name }: Officer, list: Pick<SavedList, 'id' | 'name' | 'address' | 'forTeam'>): Promise<void> {
  const row = { id: list.id, officer_id: id, officer_name: name, name: list.name, address: list.address, for_team: list.forTeam }
  await on(db).insertInto('penalties.saved_list').values(row)
    .onConflict((conflict) => conflict.columns(['officer_id', 'name']).doUpdateSet({ address: row.address, for_team: row.for_team })).execute()
}

/** Only who keeps a list can forget it. */
export async function dropList(db: Database, officerId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await on(db).deleteFrom('penalties.saved_list').where('id', '=', id).where('officer_id', '=', officerId).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** How many lists one officer keeps. */
export async function countLists(db: Database, officerId: string): Promise<number> {
  const { count } = await on(db).selectFrom('penalties.saved_list').select(sql<number>`count(*)`.as('count')).where('officer_id', '=', officerId).executeTakeFirstOrThrow()
  return count
}

import { sql } from 'kysely'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { change, changeIn, historyOfStreams, type HistoryEntry, type Thing } from '#platform/events'
import { newId } from '#platform/identity'
import type { By } from '#values'
import { listsAnOfficerKeeps } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { evolveList, forgetList, type ListEvent, type SavedList } from './saved-list.ts'

type Row = { id: string; officer_id: string; officer_name: string; name: string; address: string; for_team: boolean; is_forgotten: boolean }

const on = (db: Database) => db.withTables<{ 'penalties.saved_list': Row }>()

export const listThing: Thing<SavedList, ListEvent> = { name: 'saved-list', evolve: evolveList, read: readList, save: saveList }

export async function readList(db: Database, id: string): Promise<SavedList | undefined> {
  const row = await on(db).selectFrom('penalties.saved_list').selectAll().where('id', '=', id).executeTakeFirst()
  return row && listOf(row)
}

/** Their own and those kept for the team. */
export async function listsFor(db: Database, officerId: string): Promise<readonly SavedList[]> {
  const rows = await on(db).selectFrom('penalties.saved_list').selectAll()
    .where('is_forgotten', '=', false).where((row) => row.or([row('officer_id', '=', officerId), row('for_team', '=', true)]))
    .orderBy('for_team').orderBy('name').execute()
  return rows.map(listOf)
}

/** Those and what became of them before: their own, those ever kept for the team, or everybody's for whoever inspects. */
export async function listsWithHistory(db: Database, officerId: string | undefined): Promise<readonly (SavedList & { readonly entries: readonly HistoryEntry[] })[]> {
  const { rows } = await sql<Row>`
    select * from penalties.saved_list where ${officerId ?? null}::text is null or officer_id = ${officerId ?? null} or for_team order by is_forgotten, name, officer_name`.execute(db)
  const entries = Map.groupBy(await historyOfStreams(db, rows.map(({ id }) => streamOf(id))), ({ stream }) => stream)
  return rows.map((row) => ({ ...listOf(row), entries: entries.get(streamOf(row.id)) ?? [] }))
}

/** The same name again is the same list, changed. */
export async function keepList(db: Database, { name, address, forTeam }: Pick<SavedList, 'name' | 'address' | 'forTeam'>, by: By): Promise<Decision<ListEvent>> {
  return db.transaction().execute(async (tx) => {
    const own = (await listsFor(tx, by.officerId)).filter(({ keptBy }) => keptBy.officerId === by.officerId)
    const known = own.find((list) => list.name === name)
    if (known === undefined && own.length >= listsAnOfficerKeeps) return refuse('too-many-lists')
    const listId = known?.id ?? newId()
    return changeIn(tx, listThing, { id: listId, by }, () => announce({ type: 'list-kept', listId, keptBy: named(by), name, address, forTeam }))
  })
}

export async function dropList(db: Database, id: string, by: By): Promise<Decision<ListEvent>> {
  return change(db, listThing, { id, by }, (list) => forgetList(list, by.officerId))
}

async function saveList(tx: Database, _id: string, { id, keptBy, name, address, forTeam, isForgotten }: SavedList): Promise<void> {
  const row = { id, officer_id: keptBy.officerId, officer_name: keptBy.name, name, address, for_team: forTeam, is_forgotten: isForgotten }
  await on(tx).insertInto('penalties.saved_list').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function streamOf(id: string): string {
  return `${listThing.name}:${id}`
}

function listOf({ id, name, address, officer_id, officer_name, for_team, is_forgotten }: Row): SavedList {
  return { id, name, address, keptBy: { officerId: officer_id, name: officer_name }, forTeam: for_team, isForgotten: is_forgotten }
}

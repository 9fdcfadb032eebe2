import { sql } from 'kysely'
import type { Instant, Officer, Plate, Site } from '#values'
import { asJson, prepared, type Database } from '#platform/database'
import type { Decision } from '#platform/decisions'
import { change, type Act, type Thing } from '#platform/events'
import { whereMay } from '#platform/identity'
import { keptHere } from '../kept-here.ts'
import { recentLimit } from '../limits.ts'
import { seeSearches } from '../rights.ts'
import { evolveSearch, type Layer, type Outcome, type Search, type SearchEvent, type SearchStep } from './search.ts'

type SearchRow = {
  id: string
  site: Site
  stage: Search['stage']
  tractor_plate: Plate | null
  trailer_plate: Plate | null
  country: string | null
  layer: Layer
  lane: string
  officers: readonly string[]
  crossing_id: string | null
  hit_id: string | null
  opened_at: Instant
  opened_by: string
  steps: readonly SearchStep[]
  outcome: Outcome | null
  end_note: string | null
  ended_at: Instant | null
}

const on = (db: Database) => db.withTables<{ 'examinations.search': SearchRow }>()

export const searches: Thing<Search, SearchEvent> = {
  name: 'search',
  evolve: evolveSearch,
  read: readSearch,
  save: async (tx, _id, search) => {
    const { id, ...changed } = rowOf(search)
    await on(tx).insertInto('examinations.search').values({ id, ...changed }).onConflict((row) => row.column('id').doUpdateSet(changed)).execute()
  },
}

/** Decides on a search and saves it, at the one site that owns it. */
export async function changeSearch<Event extends SearchEvent>(
  db: Database, act: Act, decide: (search: Search | undefined) => Decision<Event>,
): Promise<Decision<SearchEvent>> {
  return change(db, searches, act, keptHere<Search, SearchEvent>(act.by.site, decide))
}

export async function readSearch(db: Database, id: string): Promise<Search | undefined> {
  const row = await on(db).selectFrom('examinations.search').selectAll().where('id', '=', id).executeTakeFirst()
  return row && searchOf(row)
}

/** The searches going on at a port now, the longest open first. */
export async function openSearchesAt(db: Database, site: Site): Promise<readonly Search[]> {
  const rows = await on(db).selectFrom('examinations.search').selectAll().where('site', '=', site).where('stage', '=', 'open').orderBy('opened_at').execute()
  return rows.map(searchOf)
}

/** What this officer may see of the searches, open ones first and then the latest. */
export async function recentSearches(db: Database, officer: Officer): Promise<readonly Search[]> {
  const rows = await on(db).selectFrom('examinations.search').selectAll()
    .where(whereMay(officer, seeSearches, { site: 'site' }))
    .orderBy(sql`stage = 'open'`, 'desc').orderBy('opened_at', 'desc').limit(recentLimit).execute()
  return rows.map(searchOf)
}

/** Every search of a vehicle under either of its plates, at any port this site knows of. */
export async function searchesOfPlate(db: Database, plate: Plate): Promise<readonly Search[]> {
  const rows = await on(db).selectFrom('examinations.search').modifyFront(prepared).selectAll()
    .where((where) => where.or([where('tractor_plate', '=', plate), where('trailer_plate', '=', plate)]))
    .orderBy('opened_at', 'desc').limit(recentLimit).execute()
  return rows.map(searchOf)
}

export async function searchesOfCrossing(db: Database, crossingId: string): Promise<readonly Search[]> {
  const rows = await on(db).selectFrom('examinations.search').selectAll().where('crossing_id', '=', crossingId).orderBy('opened_at').execute()
  return rows.map(searchOf)
}

function searchOf(row: SearchRow): Search {
  const { id, site, stage, country, layer, lane, officers, steps, outcome } = row
  return {
    id, site, stage, country, layer, lane, officers, steps, outcome,
    tractorPlate: row.tractor_plate, trailerPlate: row.trailer_plate, crossingId: row.crossing_id, hitId: row.hit_id,
    openedAt: row.opened_at, openedBy: row.opened_by, endNote: row.end_note, endedAt: row.ended_at,
  }
}

function rowOf(search: Search) {
  const { id, site, stage, country, layer, lane, officers, steps, outcome } = search
  return {
    id, site, stage, country, layer, lane, outcome,
    officers: asJson(officers), steps: asJson(steps),
    tractor_plate: search.tractorPlate, trailer_plate: search.trailerPlate, crossing_id: search.crossingId, hit_id: search.hitId,
    opened_at: search.openedAt, opened_by: search.openedBy, end_note: search.endNote, ended_at: search.endedAt,
  }
}

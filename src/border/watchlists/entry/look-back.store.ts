import { sql } from 'kysely'
import type { CalendarDate, Instant, Port } from '#values'
import type { Database } from '#platform/database'
import type { Entry } from './entry.ts'
import { entriesWithIds } from './entry.store.ts'

interface LookedBackRow {
  port: Port
  entry_id: string
  first_looked_at: Instant
  settled: boolean
}

type LookBackTables = { 'watchlists.looked_back': LookedBackRow }

const on = (db: Database) => db.withTables<LookBackTables>()

/** An entry that was not yet, or only once, held against the vehicles that had passed when it arrived. */
export interface ToLookBackFor {
  readonly entry: Entry
  readonly firstLookedAt: Instant | null
}

interface Asked {
  readonly port: Port
  readonly today: CalendarDate
  /** An entry first looked at before this moment is looked at once more. */
  readonly firstLookedBefore: Instant
  readonly most: number
}

export async function entriesToLookBackFor(db: Database, { port, today, firstLookedBefore, most }: Asked): Promise<readonly ToLookBackFor[]> {
  const { rows } = await sql<{ id: string; first_looked_at: Instant | null }>`
    select entry.id, looked.first_looked_at from watchlists.entry entry
    left join watchlists.looked_back looked on looked.port = ${port} and looked.entry_id = entry.id
    where entry.status = 'active' and ${port} = any(entry.ports) and entry.starts_on <= ${today} and entry.last_day_on >= ${today}
      and (looked.entry_id is null or (not looked.settled and looked.first_looked_at <= ${firstLookedBefore}))
    order by entry.id limit ${most}`.execute(db)
  const entries = new Map((await entriesWithIds(db, rows.map(({ id }) => id))).map((entry) => [entry.id, entry]))
  return rows.flatMap(({ id, first_looked_at }) => {
    const entry = entries.get(id)
    return entry === undefined ? [] : [{ entry, firstLookedAt: first_looked_at }]
  })
}

interface LookedBack {
  readonly entryId: string
  readonly firstLookedAt: Instant
  readonly settled: boolean
}

/** One statement for any number: a list that arrives after a cut holds thousands. */
export async function recordLookedBack(db: Database, port: Port, looked: readonly LookedBack[]): Promise<void> {
  const rows = looked.map(({ entryId, firstLookedAt, settled }): LookedBackRow => ({ port, entry_id: entryId, first_looked_at: firstLookedAt, settled }))
  await on(db).insertInto('watchlists.looked_back')
    .columns(['port', 'entry_id', 'first_looked_at', 'settled'])
    .expression(sql`select * from jsonb_populate_recordset(null::watchlists.looked_back, ${JSON.stringify(rows)}::jsonb)`)
    .onConflict((clash) => clash.columns(['port', 'entry_id']).doUpdateSet({ settled: sql`excluded.settled` })).execute()
}

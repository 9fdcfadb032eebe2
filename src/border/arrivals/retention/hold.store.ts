import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate, Instant, Site } from '#values'
import { evolveHold, type CrossingHeld, type Hold, type HoldReleased } from './hold.ts'

type HoldRow = { id: string; site: Site; reference: string; reason: string; until_on: CalendarDate; held_by: string; held_at: Instant; released_by: string | null; released_at: Instant | null }

const on = (db: Database) => db.withTables<{ 'arrivals.hold': HoldRow }>()

export const holds: Thing<Hold, CrossingHeld | HoldReleased> = {
  name: 'hold',
  evolve: evolveHold,
  read: async (db, id) => {
    const row = await on(db).selectFrom('arrivals.hold').selectAll().where('id', '=', id).executeTakeFirst()
    return row && {
      id, site: row.site, reference: row.reference, reason: row.reason, untilOn: row.until_on,
      heldBy: row.held_by, heldAt: row.held_at, releasedBy: row.released_by, releasedAt: row.released_at,
    }
  },
  save: async (tx, _id, { id, site, reference, reason, untilOn, heldBy, heldAt, releasedBy, releasedAt }) => {
    const row = { id, site, reference, reason, until_on: untilOn, held_by: heldBy, held_at: heldAt, released_by: releasedBy, released_at: releasedAt }
    await on(tx).insertInto('arrivals.hold').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

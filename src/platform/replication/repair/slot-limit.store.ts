import type pg from 'pg'

/** Lets the log keep twice as much for sites that stay away; it takes effect without a restart. */
export async function raiseSlotLimit(own: pg.Client): Promise<readonly string[]> {
  const { rows } = await own.query<{ megabytes: number }>("select setting::int as megabytes from pg_settings where name = 'max_slot_wal_keep_size'")
  const before = rows[0]?.megabytes ?? -1
  if (before < 0) return ['The log may keep everything for sites that stay away: watch the disk, and reach the other site.']
  await own.query(`alter system set max_slot_wal_keep_size = '${before * 2}MB'`)
  await own.query('select pg_reload_conf()')
  return [`The log may keep ${before * 2} MB now, it was ${before} MB. Reach the other site before that is full, and look that the disk has room.`]
}

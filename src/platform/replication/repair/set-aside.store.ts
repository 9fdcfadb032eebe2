import type pg from 'pg'

/** Keeps rows that had to give way, as they were, with the reason and who repaired. */
export async function setAside(own: pg.Client, table: string, rows: readonly string[], { why, byName }: { readonly why: string; readonly byName: string }): Promise<void> {
  if (rows.length === 0) return
  await own.query(
    `insert into platform.set_aside (of_table, contents, why, at, by_name)
     select $1, contents::jsonb, $2, clock_timestamp(), $3 from unnest($4::text[]) as kept (contents)`, [table, why, byName, rows],
  )
}

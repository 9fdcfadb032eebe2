import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Instant, Site } from '#values'
import type { Held, ListContent } from './held-lists.ts'

type HeldRow = {
  site: Site
  number: number
  held_at: Instant
  proven_number: number | null
  entries: number | null
  content: string | null
}

const on = (db: Database) => db.withTables<{ 'watchlists.held': HeldRow }>()

/** What the sites have answered, as far as it has arrived here. */
export async function heldBySites(db: Database): Promise<ReadonlyMap<Site, Held>> {
  const rows = await on(db).selectFrom('watchlists.held').select(['site', 'number', 'held_at', 'proven_number', 'entries', 'content']).execute()
  return new Map(rows.map((row) => [row.site, heldOf(row)]))
}

/** How far the lists have come here; undefined before their first change. */
export async function listsVersion(db: Database): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`select number from watchlists.version where site = 'centre'`.execute(db)
  return rows[0]?.number
}

/** This site's answer that it holds the version it holds. Answering twice says nothing new. */
export async function answerVersion(db: Database, site: Site): Promise<void> {
  await sql`
    insert into watchlists.held as held (site, number, held_at) select ${site}, number, clock_timestamp() from watchlists.version
    on conflict (site) do update set number = excluded.number, held_at = excluded.held_at where held.number <> excluded.number`.execute(db)
}

/** The version with a sum over all rows, read in one statement so that both are of the same moment: about 0.2 s for 100,000 entries. */
export async function listContent(db: Database): Promise<ListContent | undefined> {
  const { rows } = await sql<ListContent>`
    select version.number, entry.entries, (entry.content + list.content)::text as content
    from watchlists.version,
      (select count(*) as entries, coalesce(sum(hashtextextended(each::text, 0)::numeric), 0) as content from watchlists.entry each) entry,
      (select coalesce(sum(hashtextextended(each::text, 0)::numeric), 0) as content from watchlists.list each) list`.execute(db)
  return rows[0]
}

/** This site's answer with what it holds, so that the centre can see that it is the same. */
export async function answerContent(db: Database, site: Site, { number, entries, content }: ListContent): Promise<void> {
  await sql`
    insert into watchlists.held as held (site, number, held_at, proven_number, entries, content)
    values (${site}, ${number}, clock_timestamp(), ${number}, ${entries}, ${content}::numeric)
    on conflict (site) do update set proven_number = excluded.proven_number, entries = excluded.entries, content = excluded.content
    where (held.proven_number, held.entries, held.content) is distinct from (excluded.proven_number, excluded.entries, excluded.content)`.execute(db)
}

function heldOf({ site, number, held_at, proven_number, entries, content }: HeldRow): Held {
  const isProven = proven_number !== null && entries !== null && content !== null
  return { site, number, heldAt: held_at, proven: isProven ? { number: proven_number, entries, content } : null }
}

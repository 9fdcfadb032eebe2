import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { RangeKey, RangeKind } from './range.ts'

interface KeyPart {
  readonly table: string
  readonly column: string
  readonly type: string
}

const kinds: Readonly<Record<string, RangeKind>> = { uuid: 'id', date: 'day' }

/** The key by which each table's rows fall into ranges: its id, else its day, else the last part of its key. */
export async function readRangeKeys(db: Database, tables: readonly string[]): Promise<ReadonlyMap<string, RangeKey>> {
  const { rows } = await sql<KeyPart>`
    select wanted.name as table, a.attname::text as column, a.atttypid::regtype::text as type
    from unnest(${[...tables]}::text[]) as wanted (name)
    join pg_index i on i.indrelid = wanted.name::regclass and i.indisprimary
    join unnest(i.indkey::int2[]) with ordinality as part (attnum, place) on true
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.attnum
    where a.attname <> 'site'
    order by wanted.name, part.place
  `.execute(db)
  return new Map(tables.map((table) => [table, rangeKeyOf(rows.filter((row) => row.table === table))]))
}

/** A table with one row for each site is one range. */
function rangeKeyOf(parts: readonly KeyPart[]): RangeKey {
  const part = parts.find(({ type }) => type === 'uuid') ?? parts.find(({ type }) => type === 'date') ?? parts.at(-1)
  return part === undefined ? { column: 'site', kind: 'key' } : { column: part.column, kind: kinds[part.type] ?? 'key' }
}

import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database'
import type { RangeKey } from './range.ts'

/** One range of one site's rows in a table. */
export interface Range {
  readonly site: string
  readonly table: string
  readonly range: number
  readonly key: RangeKey
}

/** What a range holds. The sum of its rows' hashes does not depend on their order, which differs between sites. */
export interface Digest {
  readonly rows: number
  readonly digest: string
}

/** Over the columns named, in that order: a site whose migrations ran in another order, or that has a column more, still answers the same. */
export async function digestOf(db: Database, range: Range, columns: readonly string[]): Promise<Digest> {
  const row = sql.join(columns.map((column) => sql.ref(column)))
  const { rows } = await sql<Digest>`
    select count(*) as rows, coalesce(sum(hashtextextended(row(${row})::text, 0)), 0)::text as digest
    from ${sql.table(range.table)} where ${rowsIn(range)}
  `.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error('A count of rows answered nothing')
  return found
}

/** The condition for a range's rows, in a form that the key's index can serve. */
export function rowsIn({ site, range, key }: Range): RawBuilder<boolean> {
  const column = sql.ref(key.column)
  const own = sql<boolean>`site = ${site}`
  if (key.kind === 'id') return sql`${own} and ${column} between platform.first_id_in(${range}) and platform.last_id_in(${range})`
  if (key.kind === 'day') return sql`${own} and ${column} = date '2000-01-01' + ${range}::integer`
  return sql`${own} and platform.range_of(${column}) = ${range}`
}

/** A table's columns by name: the order in which they were added says nothing. */
export async function columnsOf(db: Database, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ column: string }>`
    select attname::text as column from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attname::text collate "C"
  `.execute(db)
  return rows.map(({ column }) => column)
}

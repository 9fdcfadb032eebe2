import { sql, type RawBuilder } from 'kysely'
import { tablesOfFinds } from '#border/examinations'
import type { Database } from '#platform/database'
import { exportedFilesAtOnce, exportedRowsAtOnce } from '../limits.ts'
import { tablesLeftOut, type ExportedColumn, type Manifest } from './manifest.ts'

const all: RawBuilder<boolean> = sql`true`

export interface TableShape {
  readonly table: string
  readonly columns: readonly ExportedColumn[]
}

interface TableRow {
  readonly schema: string
  readonly name: string
  readonly columns: readonly ExportedColumn[]
  readonly key: readonly string[]
}

/** The rooms of the database that casework writes to, and the history of its acts: all of it goes along. */
const schemas = ['penalties', 'ledger', 'notice', 'history']

/** What the cases rest on and another context keeps: only the finds that became cases. */
const ofOthers = new Map(tablesOfFinds(sql`select detection_id from penalties.case where detection_id is not null`).map(({ table, where }) => [table, where]))

/** Everything as it stood at one moment, whatever is written meanwhile. */
export async function atOneMoment<Result>(db: Database, look: (tx: Database) => Promise<Result>): Promise<Result> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(look)
}

/** Some rows of a table: text for every value, bytes for what is a file. */
export type ExportedRows = readonly (readonly (string | Buffer | null)[])[]

/** Every table there is, found in the catalogue, so that a new one is never forgotten. Columns worked out from others are left out. */
export async function tablesToExport(tx: Database): Promise<readonly (TableShape & { readonly rows: () => AsyncGenerator<ExportedRows> })[]> {
  const { rows: tables } = await sql<TableRow>`
    select n.nspname as schema, c.relname as name,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
       from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select jsonb_agg(a.attname order by k.place) from pg_index i cross join unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary), '[]') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where (n.nspname = any (${schemas}) or n.nspname || '.' || c.relname = any (${[...ofOthers.keys()]})) and c.relkind in ('r', 'p') and not c.relispartition
    order by n.nspname, c.relname`.execute(tx)
  return tables
    .map(({ schema, name, columns, key }) => ({ table: `${schema}.${name}`, columns, rows: () => rowsOf(tx, { schema, name, columns, key }) }))
    .filter(({ table }) => !(table in tablesLeftOut))
}

/** A table's rows in the order of its key, some thousands at a time; where each brings a file with it, a few. */
async function* rowsOf(tx: Database, { schema, name, columns, key }: TableRow): AsyncGenerator<ExportedRows> {
  const [table, atOnce] = [`${schema}.${name}`, columns.some(({ type }) => type === 'bytea') ? exportedFilesAtOnce : exportedRowsAtOnce]
  const values = columns.map((column, place) => sql`${column.type === 'bytea' ? sql.ref(column.name) : sql`${sql.ref(column.name)}::text`} as ${sql.ref(`v${place}`)}`)
  const order = key.length === 0 ? sql`1` : sql.join(key.map((each) => sql.ref(each)))
  await sql`declare exported no scroll cursor for select ${sql.join(values)} from ${sql.table(table)} where ${ofOthers.get(table) ?? all} order by ${order}`.execute(tx)
  for (;;) {
    const { rows } = await sql<Readonly<Record<string, string | Buffer | null>>>`fetch forward ${sql.lit(atOnce)} from exported`.execute(tx)
    if (rows.length === 0) break
    yield rows.map((row) => columns.map((_column, place) => row[`v${place}`] ?? null))
  }
  await sql`close exported`.execute(tx)
}

/** Which version of the tables this is, and how far each site's history had come. */
export async function standingOf(tx: Database): Promise<Pick<Manifest, 'lastMigration' | 'historyHeads'>> {
  const { rows: [last] } = await sql<{ name: string }>`select max(name) as name from platform.migration`.execute(tx)
  const { rows } = await sql<{ site: string; seq: number; hash: string }>`select site, seq, hash from history.chain order by site`.execute(tx)
  return { lastMigration: last?.name ?? '', historyHeads: rows }
}

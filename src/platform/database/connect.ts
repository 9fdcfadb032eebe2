import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { instant, type Instant } from '#values'
import { connectionLimit } from './limits.ts'
import { preparing } from './prepared.ts'

/** Every table lives in a context's schema; a store names its own tables with `withTables`. */
export type Database = Kysely<object>

export interface Connection {
  readonly db: Database
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Days stay text, moments become UTC text, and counts become numbers only while they are exact (casework.md 4.2). */
function readAsText(): pg.CustomTypesConfig {
  const parsers = new Map<number, (text: string) => unknown>([
    [pg.types.builtins.DATE, (text) => text],
    [pg.types.builtins.TIMESTAMPTZ, momentOf],
    [pg.types.builtins.INT8, exactNumber],
    [pg.types.builtins.NUMERIC, (text) => text],
  ])
  const getTypeParser = ((oid: number, format?: 'text') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
  return { getTypeParser }
}

/** Each connection asks for UTC, so the text needs only to be put in our form: reading it as a moment first costs ten times as much, and a board reads a thousand of them. */
function momentOf(text: string): Instant {
  const [, on, at, fraction = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text) ?? []
  return at === undefined ? instant(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')) : `${on}T${at}.${fraction.slice(0, 3).padEnd(3, '0')}Z` as Instant
}

function exactNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database holds a whole number too large to be exact: ${text}`)
  return value
}

/** Opens a pool. `onFault` hears of connections the server ends, which would otherwise end the process (casework.md 4.5). */
export function connect(url: string, onFault: (fault: Error) => void = () => {}): Connection {
  const pool = new pg.Pool({ connectionString: url, max: connectionLimit, types: readAsText(), options: '-c timezone=UTC' })
  pool.on('error', onFault)
  pool.on('connect', (client) => client.on('error', onFault))
  const db = new Kysely<object>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  return { db, pool, close: () => db.destroy() }
}

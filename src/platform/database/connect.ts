import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { instant } from '#values'
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
    [pg.types.builtins.TIMESTAMPTZ, (text) => instant(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))],
    [pg.types.builtins.INT8, exactNumber],
    [pg.types.builtins.NUMERIC, (text) => text],
  ])
  const getTypeParser = ((oid: number, format?: 'text') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
  return { getTypeParser }
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

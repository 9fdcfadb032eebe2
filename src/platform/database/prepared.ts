import { createHash } from 'node:crypto'
import { sql, type Kysely, type PostgresPool, type PostgresPoolClient, type RawBuilder } from 'kysely'
import type pg from 'pg'

const mark = '/* prepared */'

/**
 * At the head of a statement, or as the first word of what a builder selects (`modifyFront`): PostgreSQL reads and plans it once on each connection and not at every call. For the few statements of the
 * path from camera to officer, where planning costs as much as a small batch itself. Only for a text that is always the same, because
 * each different one stays with the connection.
 */
export const prepared: RawBuilder<unknown> = sql.raw(mark)

/**
 * For prepared statements over many partitions: PostgreSQL plans each once for whatever values it will be given, where it would
 * otherwise look at every partition anew for each. Which partitions are read is then settled when it runs. No table is read whole where
 * an index answers: a plan that was made while a week was nearly empty is still there when it is full.
 */
export async function plannedOnce<Result>(db: Kysely<object>, work: (tx: Kysely<object>) => Promise<Result>): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`.execute(tx)
    return work(tx)
  })
}

/** The pool as the query builder is to use it: marked statements go by a name that settles their text. */
export function preparing(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await pool.connect()
      const wrapped = known.get(client) ?? named(client)
      known.set(client, wrapped)
      return wrapped
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

const names = new Map<string, string>()

function named(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]): Promise<pg.QueryResult> =>
    isMarked(text) ? client.query({ name: nameOf(text), text, values: [...values] }) : client.query(text, [...values])
  // The builder's only other way to ask, by a cursor, is not set up here; and the driver's own types allow it less than it answers.
  return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) }
}

function isMarked(text: string): boolean {
  return text.startsWith(mark) || text.startsWith(`select ${mark}`)
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}

import type pg from 'pg'
import { openKeeping, type Group } from './peer.ts'
import type { Opened } from './under-test.ts'

/** What one statement takes: as many as Juxta's own batches. */
const batchMaxMessages = 250

interface Waiting {
  readonly body: Group
  readonly settle: (kept: boolean) => void
}

/**
 * The ordinary way made quick: requests that arrive while a statement is under way are all inserted by the next, and each is answered when
 * its own is committed. Two statements at a time, one for each core.
 */
export function openBatchedPeer(databaseUrl: string): Promise<Opened> {
  return openKeeping(databaseUrl, 'batched-peer', (app, pool) => {
    const keep = collector((batch) => keepAll(pool, batch))
    app.post<{ Body: Group }>('/cameras/:cameraId/events', async ({ body }, reply) => (await keep(body) ? { stored: true } : reply.status(503).send({ stored: false })))
  })
}

function collector(keepAll: (batch: readonly Group[]) => Promise<unknown>): (body: Group) => Promise<boolean> {
  const waiting: Waiting[] = []
  let underWay = 0
  const next = async (): Promise<void> => {
    if (underWay >= 2 || waiting.length === 0) return
    underWay += 1
    const batch = waiting.splice(0, batchMaxMessages)
    const kept = await keepAll(batch.map(({ body }) => body)).then(() => true, () => false)
    for (const { settle } of batch) settle(kept)
    underWay -= 1
    await next()
  }
  return (body) => new Promise((settle) => {
    waiting.push({ body, settle })
    void next()
  })
}

/** One notice carries the ids of fifty: PostgreSQL takes 8,000 bytes at most. */
async function keepAll(pool: pg.Pool, batch: readonly Group[]): Promise<void> {
  await pool.query({
    name: 'keep-all',
    text: `with kept as (
        insert into bench.peer_read select message -> 'uuids' ->> 0, message ->> 'best_plate_number', (message ->> 'best_confidence')::float8, to_timestamp((message ->> 'epoch_start')::float8 / 1000), message
        from jsonb_array_elements($1::jsonb) as sent (message) returning id
      ), numbered as (select id, row_number() over () / 50 as part from kept)
      select pg_notify('juxta', json_build_object('topic', 'batched-peer', 'id', string_agg(id, ' '))::text) from numbered group by part`,
    values: [JSON.stringify(batch)],
  })
}

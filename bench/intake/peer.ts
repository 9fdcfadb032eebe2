import fastify from 'fastify'
import pg from 'pg'
import { listen } from '../../src/platform/database/door.ts'
import { openBoard } from './board.ts'
import type { Opened } from './under-test.ts'

export interface Group {
  readonly uuids: readonly string[]
  readonly best_plate_number: string
  readonly best_confidence: number
  readonly epoch_start: number
}

/** As many connections as a site of ours keeps. */
export const peerConnections = 12

/** The ordinary way: parse, insert one row with its message, tell the board, answer. The same PostgreSQL, the same durability. */
export async function openPeer(databaseUrl: string): Promise<Opened> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: peerConnections })
  await makePeerTable(pool)
  const board = openBoard()
  const listening = await listen(databaseUrl, ({ topic, id }) => topic === 'peer-read' && board.show([id]), () => {})
  const app = fastify({ forceCloseConnections: true })
  board.mount(app, '/every-read')
  app.post<{ Body: Group }>('/cameras/:cameraId/events', async ({ body }) => {
    await pool.query({
      name: 'keep',
      text: `with kept as (insert into bench.peer_read values ($1, $2, $3, to_timestamp($4 / 1000.0), $5) returning id)
        select pg_notify('juxta', json_build_object('topic', 'peer-read', 'id', id)::text) from kept`,
      values: [body.uuids[0], body.best_plate_number, body.best_confidence, body.epoch_start, JSON.stringify(body)],
    })
    return { stored: true }
  })
  return {
    app,
    close: async () => {
      await app.close()
      await listening.close()
      await pool.end()
    },
  }
}

/** Both peers keep a read in one row, which is less than a read, its crossing and its plates are in Juxta. */
export async function makePeerTable(pool: pg.Pool): Promise<void> {
  await pool.query('create schema if not exists bench; create table if not exists bench.peer_read (id text primary key, plate text not null, confidence double precision, captured_at timestamptz, message jsonb not null)')
}

import fastify, { type FastifyInstance } from 'fastify'
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
const peerConnections = 12

/** The ordinary way: parse, insert one row with its message, tell the board, answer. The same PostgreSQL, the same durability. */
export function openPeer(databaseUrl: string): Promise<Opened> {
  return openKeeping(databaseUrl, 'peer-read', (app, pool) => {
    app.post<{ Body: Group }>('/cameras/:cameraId/events', async ({ body }) => {
      await pool.query({
        name: 'keep',
        text: `with kept as (insert into bench.peer_read values ($1, $2, $3, to_timestamp($4 / 1000.0), $5) returning id)
          select pg_notify('juxta', json_build_object('topic', 'peer-read', 'id', id)::text) from kept`,
        values: [body.uuids[0], body.best_plate_number, body.best_confidence, body.epoch_start, JSON.stringify(body)],
      })
      return { stored: true }
    })
  })
}

/** What every peer needs beside its own way of keeping: connections, its table, and a board that hears the ids under its topic, with spaces between. */
export async function openKeeping(databaseUrl: string, peerTopic: string, mountIntake: (app: FastifyInstance, pool: pg.Pool) => void): Promise<Opened> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: peerConnections })
  await makePeerTable(pool)
  const board = openBoard()
  const listening = await listen(databaseUrl, ({ topic, id }) => topic === peerTopic && board.show(id.split(' ')), () => {})
  const app = fastify({ forceCloseConnections: true })
  board.mount(app, '/every-read')
  mountIntake(app, pool)
  return {
    app,
    close: async () => {
      await app.close()
      await listening.close()
      await pool.end()
    },
  }
}

/** Every peer keeps a read in one row, which is less than a read, its crossing and its plates are in Juxta. */
async function makePeerTable(pool: pg.Pool): Promise<void> {
  await pool.query('create schema if not exists bench; create table if not exists bench.peer_read (id text primary key, plate text not null, confidence double precision, captured_at timestamptz, message jsonb not null)')
}

import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { enrolCameras } from '../../src/border/arrivals/door.ts'
import { onReads } from '../../src/border/arrivals/crossing/on-reads.feed.ts'
import { cameraFeed } from '../../src/border/arrivals/plate-read/camera-intake.feed.ts'
import { systemClock } from '../../src/platform/clock/door.ts'
import { connect, listen, type Database } from '../../src/platform/database/door.ts'
import { buildApp } from '../../src/platform/web/door.ts'
import { openBoard, type Board } from './board.ts'

/** A process's app and everything it opened. */
export interface Opened {
  readonly app: FastifyInstance
  close(): Promise<void>
}

/** The load is spread as a thousand reads a second would be: over many lanes, each seeing some tens of lorries a second at most. */
export const benchCameras = Array.from({ length: 48 }, (_, index) => ({ id: `calais-${index + 1}-front`, lane: String(index + 1) }))
export const benchKey = 'the key of every bench camera'

/** The port as it ships: spool, understanding, crossing and matching; then the board hears the database tell of crossings and reads what is new. */
export async function openUnderTest(databaseUrl: string, folder: string): Promise<Opened> {
  const { db, close } = connect(databaseUrl)
  const by = { officerId: 'bench', name: 'Bench', role: 'machine', site: 'calais', at: systemClock.now() } as const
  await enrolCameras(db, by, benchCameras.map((camera) => ({ ...camera, name: `Lane ${camera.lane}`, maker: 'openalpr', faces: 'front', key: benchKey })))
  // Only for the board of this measurement: the product's boards read crossings, not spool positions.
  await sql`create index if not exists bench_by_position on arrivals.plate_read (spool_position)`.execute(db)
  const board = openBoard()
  const showNew = newReadsOf(db, board)
  const listening = await listen(databaseUrl, ({ topic }) => void (topic === 'crossing' && showNew()), () => {})
  const app = await buildApp({
    site: 'calais', db, databaseUrl, clock: systemClock, mode: 'production', dataDir: join(folder, 'port'), publicUrl: 'http://localhost',
    wirings: [{ feeds: [cameraFeed(onReads), { name: 'board', mount: (part) => board.mount(part, '/board') }] }],
    onFault: (fault, reference) => process.stderr.write(`${reference}: ${String(fault)} ${String((fault as Error).cause)}\n`),
  })
  return {
    app,
    close: async () => {
      await app.close()
      await listening.close()
      await close()
    },
  }
}

/** One look at the table at a time, from where the last one ended. */
function newReadsOf(db: Database, board: Board): () => Promise<void> {
  let shownTo = -1
  let looking = false
  let again = false
  return async function look(): Promise<void> {
    again = true
    if (looking) return
    looking = true
    while (again) {
      again = false
      const { rows } = await sql<{ id: string; at: number }>`select passage_hint as id, spool_position as at from arrivals.plate_read where spool_position > ${shownTo} order by spool_position`.execute(db)
      shownTo = rows.at(-1)?.at ?? shownTo
      if (rows.length > 0) board.show(rows.map(({ id }) => id))
    }
    looking = false
  }
}

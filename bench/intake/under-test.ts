import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { replicatedTables } from '../../src/app/replicated-tables.ts'
import { mountContexts } from '../../src/app/wirings.ts'
import { enrolCameras } from '../../src/border/arrivals/door.ts'
import { systemClock } from '../../src/platform/clock/door.ts'
import { connect, listen, plannedOnce, prepared, type Database } from '../../src/platform/database/door.ts'
import { startReplicating } from '../../src/platform/replication/door.ts'
import { buildApp } from '../../src/platform/web/door.ts'
import { benchCameras, benchKey } from './bench-cameras.ts'
import { openBoard, type Board } from './board.ts'

/** A process's app and everything it opened. */
export interface Opened {
  readonly app: FastifyInstance
  /** The cookie of an officer who stands at the lanes. */
  readonly session?: string
  close(): Promise<void>
}

/**
 * The port as it ships, with every context a port has: spool, understanding, crossing, matching, hits, its lane board. Beside them a board
 * that shows each read, which no officer could follow: it hears the database tell of crossings and reads what is new.
 */
export async function openUnderTest(databaseUrl: string, folder: string, dataDir = join(folder, 'port')): Promise<Opened> {
  const { db, close } = connect(databaseUrl)
  const by = { officerId: 'bench', name: 'Bench', role: 'machine', site: 'calais', at: systemClock.now() } as const
  await enrolCameras(db, by, benchCameras.map((camera) => ({ ...camera, name: `Lane ${camera.lane}`, maker: 'openalpr', faces: 'front', key: benchKey })))
  // Only for the board of this measurement: the product's boards read crossings, not spool positions.
  await sql`create index if not exists bench_by_position on arrivals.plate_read (spool_position)`.execute(db)
  const board = openBoard()
  const listening = await listen(databaseUrl, hearNew(newReadsOf(db, board)), () => {})
  const mounted = await mountContexts({ site: 'calais', mode: 'demo', db, databaseUrl, folder: dataDir, rootFolder: folder, clock: systemClock })
  const app = await buildApp({
    site: 'calais', db, databaseUrl, clock: systemClock, mode: 'demo', dataDir, publicUrl: 'http://localhost',
    wirings: [...mounted.staff, { feeds: [{ name: 'bench-board', mount: (part) => board.mount(part, '/every-read') }] }],
    onFault: (fault, reference) => process.stderr.write(`${reference}: ${String(fault)} ${String((fault as Error).cause)}\n`),
  })
  const officer = { id: 'bench', name: 'Bench', role: 'lane-officer', port: 'calais' } as const
  return {
    app,
    session: `juxta-calais=${encodeURIComponent(app.encodeSecureSession(app.createSecureSession({ officer })))}`,
    close: async () => {
      await app.close()
      await listening.close()
      await mounted.close()
      await close()
    },
  }
}

/** The same with its links: touches at each statement, and a page of proof each second. Nobody is at the other end, so what sending costs is not in it. */
export async function openProven(databaseUrl: string, folder: string): Promise<Opened> {
  const dataDir = join(folder, 'proven-port')
  const opened = await openUnderTest(databaseUrl, folder, dataDir)
  const { db, close } = connect(databaseUrl)
  const replicating = await startReplicating({
    config: { site: 'calais', peers: {}, rootFolder: folder, folder: dataDir }, url: databaseUrl, db, clock: systemClock, tables: replicatedTables,
    log: { info: () => {}, warn: (about: unknown, words?: string) => void process.stderr.write(`${words ?? ''} ${String(about)}\n`) }, onJoined: () => {},
  })
  return {
    ...opened,
    close: async () => {
      await replicating.close()
      await close()
      await opened.close()
    },
  }
}

function hearNew(showNew: () => Promise<void>): (notice: { readonly topic: string }) => void {
  return ({ topic }) => {
    if (topic === 'crossing') void showNew()
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
      const { rows } = await plannedOnce(db, (tx) => sql<{ id: string; at: number }>`${prepared} select passage_hint as id, spool_position as at from arrivals.plate_read where spool_position > ${shownTo} order by spool_position`.execute(tx))
      shownTo = rows.at(-1)?.at ?? shownTo
      if (rows.length > 0) board.show(rows.map(({ id }) => id))
    }
    looking = false
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Site } from '#values'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { AddressRule } from '#platform/outgoing'
import type { Sealing } from '#platform/secrets'
import { toldBetween } from '../plate-read/plate-read.store.ts'
import { cameraLines, type LinkedCameras } from './camera-lines.feed.ts'
import { fetchMissed } from './fetch-missed.feed.ts'
import { settleMs } from './limits.ts'
import { lineBook } from './line-book.feed.ts'
import { missingFrom, noteCaughtUp } from './line.store.ts'
import { linkedCameras } from './linked-cameras.feed.ts'
import type { Line } from './line.ts'

export interface SiteLines {
  readonly db: Database
  readonly site: Site
  readonly clock: Clock
  readonly sealing: Sealing
  readonly isAllowed: AddressRule
  readonly receive: LinkedCameras['receive']
  readonly onFault: (what: string, fault: unknown) => void
}

/** Every line of one port: opened as the register says, booked as they stand, and what was missed fetched when they stand again. */
export function siteLines({ db, site, clock, sealing, isAllowed, receive, onFault }: SiteLines): Line {
  const book = lineBook({ db, site, clock, onFault })
  const lines = cameraLines({
    isAllowed, receive, onFault,
    cameras: () => linkedCameras(db, site, sealing),
    told: book.told,
    heard: book.heard,
    gone: book.gone,
    catchUp: async ({ cameraId, ...camera }) => {
      const until = clock.now()
      await book.written()
      const from = await missingFrom(db, cameraId)
      if (from === null) return
      await pause(settleMs, undefined, { signal: camera.signal })
      await fetchMissed({ ...camera, from, until, known: (start, end) => toldBetween(db, { site, cameraId, from: start, until: end }), receive: (message) => receive(cameraId, message, 'text/plain') })
      await noteCaughtUp(db, cameraId)
    },
  })
  return {
    close: async () => {
      await lines.close()
      await book.written()
    },
  }
}

import { epochMsOf, instantOfEpochMs, type Instant, type Site } from '#values'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { heardEveryMs } from './limits.ts'
import { forgetLine, noteHeard, noteLine } from './line.store.ts'
import type { LineState } from './line.ts'

export interface LineBook {
  told(cameraId: string, state: LineState): void
  heard(cameraId: string): void
  gone(cameraId: string): Promise<void>
  /** Waits until everything told is written. */
  written(): Promise<void>
}

interface Booked {
  readonly db: Database
  readonly site: Site
  readonly clock: Clock
  readonly onFault: (what: string, fault: unknown) => void
}

/** Writes down how lines stand, one note after the other. A database that is away is no reason to drop a line: the next note says what counts. */
export function lineBook({ db, site, clock, onFault }: Booked): LineBook {
  const heardAtMs = new Map<string, number>()
  const notedAtMs = new Map<string, number>()
  let writing: Promise<void> = Promise.resolve()
  const soon = (write: () => Promise<void>): Promise<void> => {
    writing = writing.then(write).catch((fault: unknown) => onFault('How a camera’s line stands could not be written down', fault))
    return writing
  }
  const heardAt = (cameraId: string): Instant | null => {
    const atMs = heardAtMs.get(cameraId)
    return atMs === undefined ? null : instantOfEpochMs(atMs)
  }
  return {
    told: (cameraId, state) => void soon(() => noteLine(db, { site, cameraId, state, now: clock.now(), heardAt: heardAt(cameraId) })),
    heard: (cameraId) => {
      const nowMs = epochMsOf(clock.now())
      heardAtMs.set(cameraId, nowMs)
      if (nowMs - (notedAtMs.get(cameraId) ?? -Infinity) < heardEveryMs) return
      notedAtMs.set(cameraId, nowMs)
      void soon(() => noteHeard(db, cameraId, instantOfEpochMs(nowMs)))
    },
    gone: (cameraId) => soon(() => forgetLine(db, cameraId)),
    written: () => writing,
  }
}

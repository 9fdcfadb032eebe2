import { hash, timingSafeEqual } from 'node:crypto'
import type { Instant, Site } from '#values'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { registerAskAgainMs, registerFreshMs } from '../plate-read/limits.ts'
import { camerasInUse, type CameraInUse } from './camera.store.ts'

/** What the register says of someone who posts as a camera. */
export type Standing = 'known' | 'unknown-camera' | 'wrong-key' | 'cannot-tell'

/** The register of cameras, kept in memory so that a post waits for the disk and not for the database. */
export interface KnownCameras {
  all(): Promise<ReadonlyMap<string, CameraInUse>>
  standing(cameraId: string, key: string): Promise<Standing>
}

export function knownCameras(db: Database, site: Site, clock: Clock): KnownCameras {
  let known: ReadonlyMap<string, CameraInUse> | undefined
  let askedAtMs = -Infinity

  const refresh = async (): Promise<void> => {
    askedAtMs = performance.now()
    known = await camerasInUse(db, site)
  }
  const all = async (freshMs = registerFreshMs): Promise<ReadonlyMap<string, CameraInUse>> => {
    if (known === undefined || performance.now() - askedAtMs > freshMs) await refresh()
    return known ?? new Map()
  }
  // When the database is away, the register as it last was is good enough to tell a camera by its key.
  const lastKnown = async (cameraId: string): Promise<ReadonlyMap<string, CameraInUse> | undefined> => {
    try {
      const cameras = await all()
      return cameras.has(cameraId) ? cameras : await all(registerAskAgainMs)
    } catch {
      return known
    }
  }

  return {
    all: () => all(),
    standing: async (cameraId, key) => {
      const cameras = await lastKnown(cameraId)
      if (cameras === undefined) return 'cannot-tell'
      const camera = cameras.get(cameraId)
      if (camera === undefined) return 'unknown-camera'
      return keysOf(camera, clock.now()).some((keySha256) => matches(key, keySha256)) ? 'known' : 'wrong-key'
    },
  }
}

/** The key, and for a while the one before it. */
function keysOf({ keySha256, formerKey }: CameraInUse, now: Instant): readonly string[] {
  return formerKey !== null && now <= formerKey.until ? [keySha256, formerKey.keySha256] : [keySha256]
}

function matches(key: string, keySha256: string): boolean {
  const given = hash('sha256', key, 'buffer')
  const registered = Buffer.from(keySha256, 'hex')
  return given.length === registered.length && timingSafeEqual(given, registered)
}

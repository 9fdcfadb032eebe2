import { isPort } from '#values'
import type { Host } from '#platform/web'
import { currentMatchSet, currentTuning } from '#border/watchlists'
import { knownCameras } from '../camera/known-cameras.feed.ts'
import type { OnReads } from '../plate-read/plate-read.ts'
import { followReads } from './follow-reads.feed.ts'

/** What this site does with every read its cameras send. */
export function onReads({ db, site, clock, hub }: Host): OnReads {
  if (!isPort(site)) throw new Error('Only ports have cameras')
  const register = knownCameras(db, site, clock)
  const facing = async () => {
    const cameras = await register.all()
    return (cameraId: string) => cameras.get(cameraId)?.faces ?? null
  }
  return followReads({ db, port: site, clock, matchSet: currentMatchSet(db, site, hub), tuning: currentTuning(db, site, hub), facing })
}

import { isPort } from '#values'
import type { Host } from '#platform/web'
import { currentMatchSet } from '#border/watchlists'
import type { OnReads } from '../plate-read/plate-read.ts'
import { followReads } from './follow-reads.feed.ts'

/** What this site does with every read its cameras send. */
export function onReads({ db, site, clock, hub }: Host): OnReads {
  if (!isPort(site)) throw new Error('Only ports have cameras')
  // Cameras do not yet say which end of a vehicle they look at, so tractor and trailer are told apart only by their plates.
  return followReads({ db, port: site, clock, matchSet: currentMatchSet(db, site, hub), facesOf: () => null })
}

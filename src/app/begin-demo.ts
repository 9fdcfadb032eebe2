import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { seedWatchlists } from '#border/watchlists'
import type { By, Site } from '#values'
import { demoLorry, enrolDemoCameras } from './traffic/door.ts'

/** Puts in place what a demonstration cannot begin without: cameras at a port, and at the centre the lists with the lorry of the story. */
export async function beginDemo(db: Database, site: Site, clock: Clock): Promise<void> {
  const by: By = { officerId: 'machine', name: 'Demonstration', role: 'machine', site, at: clock.now() }
  if (site !== 'centre') await enrolDemoCameras(db, by)
  else await seedWatchlists(db, clock, demoLorry)
}

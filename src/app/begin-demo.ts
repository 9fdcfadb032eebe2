import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { seedWatchlists } from '#border/watchlists'
import { seedCases } from '#casework/penalties'
import type { By, Site } from '#values'
import { demoLorry, enrolDemoCameras } from './traffic/door.ts'

/** Puts in place what a demonstration cannot begin without: cameras at a port; at the centre the lists with the lorry of the story, and a case at each stage. */
export async function beginDemo(db: Database, site: Site, clock: Clock): Promise<void> {
  const by: By = { officerId: 'machine', name: 'Demonstration', role: 'machine', site, at: clock.now() }
  if (site === 'centre') await tellStories(db, clock)
  else await enrolDemoCameras(db, by)
}

async function tellStories(db: Database, clock: Clock): Promise<void> {
  await seedWatchlists(db, clock, demoLorry)
  await seedCases(db, clock)
}

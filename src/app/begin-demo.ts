import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import { addEntry, openList, watchlist, watchlistEntry } from '#border/watchlists'
import { daysAfter, plate, ports, type By, type Site } from '#values'
import { demoLorry, enrolDemoCameras } from './traffic/door.ts'

/** Settled, so that a demonstration started again finds what it made and makes nothing twice. */
const listId = '01890000-0000-7000-8000-000000000001'
const entryId = '01890000-0000-7000-8000-000000000002'

/** How long the demonstration's lorry stays listed from the first start. */
const listedForDays = 90

/** Puts in place what a demonstration cannot begin without: cameras at a port, and at the centre a list with the lorry of the story. */
export async function beginDemo(db: Database, site: Site, clock: Clock): Promise<void> {
  const by: By = { officerId: 'machine', name: 'Demonstration', role: 'machine', site, at: clock.now() }
  if (site !== 'centre') await enrolDemoCameras(db, by)
  else await listDemoLorry(db, by, clock)
}

async function listDemoLorry(db: Database, by: By, clock: Clock): Promise<void> {
  await change(db, watchlist, { id: listId, by }, (list) => openList(list, {
    id: listId, site: 'centre',
    nameEn: 'Vehicles of interest (demo)', nameFr: 'Véhicules à surveiller (démo)',
    owner: 'Joint coordination centre (demo)',
    legalBasis: 'Immigration and Asylum Act 1999, s. 40(3) (demo)',
    purposeEn: 'Vehicles in which people have been found before', purposeFr: 'Véhicules dans lesquels des personnes ont déjà été trouvées',
  }))
  const today = clock.today()
  await change(db, watchlistEntry, { id: entryId, by }, (entry) => addEntry(entry, {
    id: entryId, site: 'centre', listId,
    plate: plate(demoLorry.plate), country: demoLorry.country,
    reasonEn: 'Cut curtain found at an earlier check; load not as declared', reasonFr: 'Bâche coupée lors d’un contrôle antérieur ; chargement non conforme',
    handling: 'check', markers: [], ports: [...ports],
    startsOn: today, lastDayOn: daysAfter(listedForDays, today), reviewOn: daysAfter(28, today),
    addedBy: 'Demonstration',
  }, today))
}

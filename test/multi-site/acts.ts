import { sql } from 'kysely'
import { systemClock } from '#platform/clock'
import type { Database } from '#platform/database'
import { isRefused } from '#platform/decisions'
import { change } from '#platform/events'
import { newId } from '#platform/identity'
import { addEntry, allLists, watchlistEntry } from '#border/watchlists'
import { allPorts, daysAfter, plate, type By, type Control, type Site } from '#values'
import { demoCameras, type DemoCamera } from '../../src/app/traffic/demo-cameras.ts'
import { plateJpeg, sceneJpeg } from '../../src/app/traffic/draw-plate.ts'
import { seededRandom } from '../../src/app/traffic/random.ts'
import { writePlateRecognizer } from '../../src/app/traffic/write-plate-recognizer.ts'
import { openSearch } from '../../src/border/examinations/search/open-search.ts'
import { changeSearch } from '../../src/border/examinations/search/search.store.ts'
import type { SiteUnderTest } from './sites.ts'

const random = seededRandom(1)

/** A lorry passes a camera at the port: the camera posts what it saw and is told that it is kept. */
export async function passes(registration: string, { site, address }: SiteUnderTest, camera = aCameraAt(site)): Promise<void> {
  const reading = { text: registration, confidence: 0.99, characters: [...registration].map(() => 0.99), others: [] }
  const seen = { reading, country: 'RO' as const, plateJpeg: plateJpeg(registration, random), sceneJpeg: sceneJpeg(registration, random) }
  for (const { contentType, body } of writePlateRecognizer({ camera, at: systemClock.now(), eventId: newId(), plates: [seen] })) {
    const answer = await fetch(`${address}/cameras/${camera.id}/events`, {
      method: 'POST', body: new Uint8Array(body),
      headers: { 'content-type': contentType, 'authorization': `Basic ${Buffer.from(`${camera.id}:${camera.key}`).toString('base64')}` },
    })
    if (!answer.ok) throw new Error(`The camera was answered ${answer.status}: ${await answer.text()}`)
  }
}

function aCameraAt(site: Site): DemoCamera {
  const camera = demoCameras(site as Control).find(({ maker }) => maker === 'plate-recognizer')
  if (camera === undefined) throw new Error(`${site} has no such camera`)
  return camera
}

/** The centre lists a vehicle for every port. */
export async function lists(registration: string, { db }: SiteUnderTest): Promise<void> {
  const [list] = await allLists(db)
  if (list === undefined) throw new Error('There is no list')
  const id = newId()
  const today = systemClock.today()
  const decision = await change(db, watchlistEntry, { id, by: by('centre') }, (entry) => addEntry(entry, {
    id, site: 'centre', listId: list.id, plate: plate(registration), country: 'RO', reasonEn: 'Rehearsal', reasonFr: 'Exercice',
    handling: 'check', markers: [], ports: [...allPorts()], startsOn: today, lastDayOn: daysAfter(30, today), reviewOn: daysAfter(28, today), addedBy: 'Rehearsal',
  }, today))
  if (isRefused(decision)) throw new Error(decision.refused)
}

/** An officer at the port opens a search of the vehicle. */
export async function searches(registration: string, { db, site }: SiteUnderTest): Promise<void> {
  const id = newId()
  const officer = by(site)
  const decision = await changeSearch(db, { id, by: officer }, (search) => openSearch(search, {
    id, site, tractorPlate: plate(registration), trailerPlate: null, country: 'RO', layer: 'freight-search', lane: '1',
    officers: [officer.name], crossingId: null, hitId: null, openedAt: officer.at, openedBy: officer.name,
  }))
  if (isRefused(decision)) throw new Error(decision.refused)
}

function by(site: Site): By {
  return { officerId: 'rehearsal', name: 'Rehearsal', role: site === 'centre' ? 'watchlist-owner' : 'lane-officer', site, at: systemClock.now() }
}

/** Every row of `table` that belongs to `owner`, as text in a settled order: equal at both ends when nothing is lost or doubled. */
export async function rowsOf(db: Database, table: string, owner: Site): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.table(table)} t where site = ${owner} order by 1`.execute(db)
  return rows.map(({ line }) => line)
}

export async function countHits(db: Database, registration: string, owner: Site): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*) as number from arrivals.hit where plate = ${registration} and site = ${owner}`.execute(db)
  return rows[0]?.number ?? 0
}

export async function isListed(db: Database, registration: string): Promise<boolean> {
  const { rows } = await sql`select from watchlists.entry where plate = ${registration}`.execute(db)
  return rows.length > 0
}

import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openSearch } from '../../src/border/examinations/search/open-search.ts'
import { changeSearch } from '../../src/border/examinations/search/search.store.ts'
import { addEntry, allLists, watchlistEntry } from '../../src/border/watchlists/door.ts'
import { systemClock } from '../../src/platform/clock/door.ts'
import { listen } from '../../src/platform/database/door.ts'
import { isRefused } from '../../src/platform/decisions/door.ts'
import { change } from '../../src/platform/events/door.ts'
import { newId } from '../../src/platform/identity/door.ts'
import { daysAfter, plate, ports, type By, type Plate, type Site } from '../../src/values/door.ts'
import { demoCameras } from '../../src/app/traffic/demo-cameras.ts'
import { makePlate } from '../../src/app/traffic/plates.ts'
import { seededRandom } from '../../src/app/traffic/random.ts'
import { openLines, type CameraLines } from '../intake/camera-lines.ts'
import { messageOf, requestOf } from '../intake/message.ts'
import type { RunningSite } from './sites.ts'

/** Acts of people and cameras at whole sites, as they come in there, and what is heard of them elsewhere. */
export function by(site: Site): By {
  return { officerId: 'bench', name: 'Bench', role: site === 'centre' ? 'watchlist-owner' : 'lane-officer', site, at: systemClock.now() }
}

/** The centre lists a vehicle for every port; settles once that is saved there. */
export async function list(registration: string, { db }: RunningSite): Promise<void> {
  const [first] = await allLists(db)
  if (first === undefined) throw new Error('There is no list')
  const [id, today] = [newId(), systemClock.today()]
  const decision = await change(db, watchlistEntry, { id, by: by('centre') }, (entry) => addEntry(entry, {
    id, site: 'centre', listId: first.id, plate: plate(registration), country: null, reasonEn: 'Bench', reasonFr: 'Mesure',
    handling: 'check', markers: [], ports: [...ports], startsOn: today, lastDayOn: daysAfter(30, today), reviewOn: daysAfter(28, today), addedBy: 'bench',
  }, today))
  if (isRefused(decision)) throw new Error(decision.refused)
}

/** An officer at the port opens a search of the vehicle; settles once that is saved there. */
export async function search(registration: string, { db, site }: RunningSite): Promise<void> {
  const [id, officer] = [newId(), by(site)]
  const decision = await changeSearch(db, { id, by: officer }, (before) => openSearch(before, {
    id, site, tractorPlate: plate(registration), trailerPlate: null, country: null, layer: 'freight-search', lane: '1',
    officers: [officer.name], crossingId: null, hitId: null, openedAt: officer.at, openedBy: officer.name,
  }))
  if (isRefused(decision)) throw new Error(decision.refused)
}

/** Plates as unlike each other as real ones: two that differ in one character would pass for one vehicle misread. */
export function unlikePlates(count: number, seed: number): readonly string[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => makePlate(random).plate)
}

export interface Cameras {
  /** A camera of the port sees the vehicle and is told that the read is kept. */
  see(registration: string, lane?: number): Promise<void>
  close(): void
}

export async function camerasAt({ site, address }: RunningSite, connections = 16): Promise<Cameras> {
  const known = demoCameras(site === 'dunkerque' ? 'dunkerque' : 'calais').filter(({ end }) => end === 'front')
  const lines: CameraLines = await openLines(address.replace('localhost', '127.0.0.1'), connections)
  return {
    see: async (registration, lane = 0) => {
      const camera = known[lane % known.length]
      if (camera === undefined) throw new Error(`${site} has no camera`)
      const body = messageOf({ id: randomUUID(), atMs: Date.now(), plate: registration })
      const { status } = await lines.send(requestOf({ camera: camera.id, key: camera.key, body }))
      if (status !== 200) throw new Error(`A camera was answered ${status}`)
    },
    close: () => lines.close(),
  }
}

/** When a site's database first told of a hit on each plate, by this process's clock. */
export interface HitsHeard {
  heardAtMs(registration: string): Promise<number | undefined>
  close(): Promise<void>
}

export async function hearHits({ url, db }: RunningSite): Promise<HitsHeard> {
  const toldAtMs = new Map<string, number>()
  const listening = await listen(url, ({ topic, id }) => {
    if (topic === 'hit' && !toldAtMs.has(id)) toldAtMs.set(id, performance.now())
  }, () => {})
  return {
    heardAtMs: async (registration) => {
      const found = await db.withTables<{ 'arrivals.hit': { id: string; listed_plate: Plate } }>().selectFrom('arrivals.hit').select('id').where('listed_plate', '=', plate(registration)).execute()
      return found.map(({ id }) => toldAtMs.get(id)).filter((atMs) => atMs !== undefined).sort((one, other) => one - other)[0]
    },
    close: () => listening.close(),
  }
}

/** Waits until the answer is there, and answers nothing when it has not come in time. */
export async function whenThere<Value>(ask: () => Promise<Value | undefined>, withinMs: number): Promise<Value | undefined> {
  for (const untilMs = performance.now() + withinMs; performance.now() < untilMs; await pause(4)) {
    const value = await ask()
    if (value !== undefined) return value
  }
  return undefined
}

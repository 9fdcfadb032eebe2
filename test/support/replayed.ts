import assert from 'node:assert/strict'
import { join } from 'node:path'
import { connect, urlOfRunning, type Database } from '#platform/database'
import type { Happening } from '#platform/decisions'
import { foldHistory, idsWithHistory, type Thing } from '#platform/events'
import type { Site } from '#values'
import { cameras } from '../../src/border/arrivals/camera/camera.store.ts'
import { hits } from '../../src/border/arrivals/hit/hit.store.ts'
import { mappings } from '../../src/border/arrivals/mapping/mapping.store.ts'
import { detections } from '../../src/border/examinations/detection/detection.store.ts'
import { searches } from '../../src/border/examinations/search/search.store.ts'
import { watchlistEntry } from '../../src/border/watchlists/entry/entry.store.ts'
import { watchlist } from '../../src/border/watchlists/list/list.store.ts'
import { caseThing } from '../../src/casework/penalties/case/case.store.ts'
import { paymentThing } from '../../src/casework/penalties/payment/payment.store.ts'
import { penaltyThing } from '../../src/casework/penalties/penalty/penalty.store.ts'
import { personThing } from '../../src/casework/penalties/person/person.store.ts'

/** Replays everything of one kind from its history and holds it against its row; answers how many there were. */
async function replayKind<State, Event extends Happening>(db: Database, thing: Thing<State, Event>): Promise<number> {
  const ids = await idsWithHistory(db, thing.name)
  for (const id of ids) assert.deepEqual(await foldHistory(db, thing, id), await thing.read(db, id), `${thing.name} ${id}`)
  return ids.length
}

/** How many things of each kind a site's history replays to exactly the row that stands. Fails at the first that does not. */
export async function replayed(db: Database) {
  return {
    cameras: await replayKind(db, cameras),
    mappings: await replayKind(db, mappings),
    hits: await replayKind(db, hits),
    searches: await replayKind(db, searches),
    detections: await replayKind(db, detections),
    watchlists: await replayKind(db, watchlist),
    entries: await replayKind(db, watchlistEntry),
    cases: await replayKind(db, caseThing),
    persons: await replayKind(db, personThing),
    penalties: await replayKind(db, penaltyThing),
    payments: await replayKind(db, paymentThing),
  }
}

/** Lends the database of a site that is running now. */
export async function atRunningSite<Result>(rootFolder: string, site: Site, look: (db: Database) => Promise<Result>): Promise<Result> {
  const url = await urlOfRunning(join(rootFolder, site), 'juxta')
  if (url === undefined) throw new Error(`${site} does not run in ${rootFolder}`)
  const { db, close } = connect(url)
  return look(db).finally(close)
}

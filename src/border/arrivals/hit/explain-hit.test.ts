import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { settableClock } from '#platform/clock'
import { announce } from '#platform/decisions'
import { change, foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { alertingMatches, buildMatchSet, tuningByDefault, watchlist, watchlistEntry, type ListedEntry, type Tuning } from '#border/watchlists'
import { aDatabase } from '#test/database'
import { day, instant, plate, type By } from '#values'
import { saveCrossings } from '../crossing/crossing.store.ts'
import { followReads } from '../crossing/follow-reads.feed.ts'
import type { PlateRead } from '../plate-read/plate-read.ts'
import { keepReads } from '../plate-read/plate-read.store.ts'
import { acknowledgeHit } from './acknowledge-hit.ts'
import { confirmHit } from './confirm-hit.ts'
import { dismissHit } from './dismiss-hit.ts'
import { readTexts, surenessOf, weighedText } from './explain-hit.ts'
import { hits, hitsOfPlate } from './hit.store.ts'
import { lookBack } from './look-back.feed.ts'

const db = await aDatabase()
const start = instant('2026-03-10T14:00:00Z')
const clock = settableClock(start)
const by: By = { officerId: 'officer', name: 'Officer', role: 'lane-officer', site: 'calais', at: start }
const listId = newId()
await change(db, watchlist, { id: listId, by }, () => announce({
  type: 'list-opened' as const, id: listId, site: 'centre' as const, nameEn: 'Earlier finds', nameFr: 'Découvertes', owner: 'CECPT', legalBasis: 'Immigration and Asylum Act 1999 s.32', purposeEn: 'Find again', purposeFr: 'Retrouver',
}))

async function listed(asWritten: string): Promise<ListedEntry> {
  const id = newId()
  await change(db, watchlistEntry, { id, by }, () => announce({
    type: 'entry-added' as const, id, site: 'centre' as const, listId, plate: plate(asWritten), country: null, reasonEn: 'Eight found', reasonFr: 'Huit trouvés', handling: 'check' as const,
    markers: [], ports: ['calais' as const], startsOn: day('2026-03-01'), lastDayOn: day('2026-06-01'), reviewOn: day('2026-06-01'), addedBy: 'owner',
  }))
  const entry = await watchlistEntry.read(db, id)
  assert.ok(entry)
  return { entryId: id, plate: entry.plate, country: null, entry, list: { nameEn: 'Earlier finds', nameFr: 'Découvertes' } }
}

function aRead(asWritten: string, cameraId: string, more: Partial<PlateRead> = {}): PlateRead {
  return {
    id: newId(), site: 'calais', cameraId, cameraHint: null, lane: '4', direction: null, capturedAt: clock.now(), receivedAt: clock.now(), plate: plate(asWritten), plateAsRead: asWritten,
    country: null, confidence: 0.9, characterConfidence: null, candidates: [], passageHint: null, state: 'new', format: 'hikvision', rawSha256: '', images: [], ...more,
  }
}

const follow = (entries: readonly ListedEntry[], tuning: Tuning = tuningByDefault) =>
  followReads({ db, port: 'calais', clock, matchSet: async () => buildMatchSet(entries), tuning: async () => tuning, facing: async () => () => null })
const hitOn = async (text: string) => {
  const [hit, ...others] = await hitsOfPlate(db, plate(text), { since: instant('2026-01-01T00:00:00Z'), most: 10 })
  assert.ok(hit)
  assert.equal(others.length, 0)
  return hit
}
const english = (en: string): string => en
const told = async () => (await sql<{ camera_id: string; read_as: string; truth: string }>`select camera_id, read_as, truth from watchlists.plate_truth order by read_as`.execute(db)).rows

describe('a hit', () => {
  test('says how sure it is, against which other plate, and what each read says; and folds to its row', async () => {
    await follow([await listed('AB12CDE')])([aRead('A812CDE', 'front'), aRead('AB12CDE', 'rear')])
    const hit = await hitOn('AB12CDE')
    assert.equal(surenessOf(hit), 'certain')
    assert.match(weighedText(hit, english), /A812CDE/)
    assert.deepEqual([...readTexts(hit, english)].sort(), ['front read A812CDE: character 2: listed B, read 8', 'rear read AB12CDE: read exactly as listed'])
    assert.deepEqual(await foldHistory(db, hits, hit.id), hit)
  })
  test('from before hits explained themselves says what it can', async () => {
    const old = { ...(await hitOn('AB12CDE')), explained: null }
    assert.deepEqual([surenessOf({ ...old, how: 'exact', cost: 0 }), surenessOf({ ...old, how: 'near', cost: 3 })], ['certain', 'probable'])
    assert.deepEqual([weighedText(old, english), readTexts(old, english)], ['', []])
  })
  test('is raised as the list it is on has been set, and names the models it was weighed by', async () => {
    const entry = await listed('KX67WTP')
    const strict: Tuning = { modelOf: (cameraId) => ({ ...tuningByDefault.modelOf(), version: cameraId === 'front' ? 4 : 2, of: cameraId === 'front' ? 'camera' : 'port' }), tiersOf: () => ({ certainCostMax: -99, probableCostMax: 20 }) }
    assert.deepEqual(alertingMatches(buildMatchSet([entry]), [aRead('KX67WTP', 'front')], { ...strict, tiersOf: () => ({ certainCostMax: -99, probableCostMax: -99 }) }), [])
    await follow([entry], strict)([aRead('KX67WTP', 'front', { lane: '6' }), aRead('KX67WTP', 'rear', { lane: '6' })])
    const hit = await hitOn('KX67WTP')
    assert.equal(surenessOf(hit), 'probable')
    assert.deepEqual(readTexts(hit, english).filter((text) => text.includes('eighed')).sort(), ['Weighed by learned model 2, of this port’s cameras', 'front weighed by its own learned model 4'])
  })
})

describe('the matcher is taught', () => {
  test('by every read of a hit that an officer confirms', async () => {
    const { id } = await hitOn('AB12CDE')
    await change(db, hits, { id, by }, (hit) => acknowledgeHit(hit, by))
    assert.deepEqual(await told(), [])
    await change(db, hits, { id, by }, (hit) => confirmHit(hit, by))
    assert.deepEqual(await told(), [{ camera_id: 'front', read_as: 'A812CDE', truth: 'AB12CDE' }, { camera_id: 'rear', read_as: 'AB12CDE', truth: 'AB12CDE' }])
  })
  test('by one that is dismissed only where the officer says what was on the plate', async () => {
    const { id } = await hitOn('KX67WTP')
    await change(db, hits, { id, by }, (hit) => dismissHit(hit, { dismissedAs: 'misread', truePlate: plate('KX67WIP') }, by))
    assert.partialDeepStrictEqual((await told()).at(-1), { read_as: 'KX67WTP', truth: 'KX67WIP' })
  })
})

test('an entry that arrives late finds the vehicle by every read of it, and by what the camera thought besides', async () => {
  const rear = aRead('YD2OKV', 'rear', { lane: '9' })
  const read = aRead('YD2OKVV', 'front', { candidates: [{ plate: plate('YD20KVV'), confidence: 0.85 }], lane: '9' })
  await keepReads(db, [read, rear].map((each) => ({ ...each, spoolPosition: 0, sameAsSha256: each.id })))
  await saveCrossings(db, [{ id: newId(), site: 'calais', lane: '9', direction: null, firstSeenAt: start, lastSeenAt: start, plates: [
    { id: newId(), part: null, plate: read.plate, country: null, confidence: 0.9, characterConfidence: null, readId: read.id, readIds: [read.id, rear.id], imageSha256: null, seenAt: start },
  ] }])
  await listed('YD20KVV')
  await lookBack({ db, port: 'calais', clock })
  const { explained } = await hitOn('YD20KVV')
  assert.deepEqual(explained?.reads.map(({ readId, cameraId, how }) => [readId, cameraId, how]).sort(), [[read.id, 'front', 'alternative'], [rear.id, 'rear', 'near']].sort())
})

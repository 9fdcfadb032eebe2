import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { settableClock } from '#platform/clock'
import { announce } from '#platform/decisions'
import { change, foldHistory, historyOf } from '#platform/events'
import { newId } from '#platform/identity'
import { currentMatchSet, listsVersion, watchlist, watchlistEntry, type EntryEvent } from '#border/watchlists'
import { aDatabase } from '#test/database'
import { day, instant, plate, type By, type Plate } from '#values'
import { hits, hitsOfPlate, openHits } from '../hit/hit.store.ts'
import { keepBatch } from '../plate-read/plate-read.store.ts'
import type { PlateRead } from '../plate-read/plate-read.ts'
import { crossingsOfPlate, newestByLane } from './crossing.store.ts'
import { followReads } from './follow-reads.feed.ts'

const db = await aDatabase()
const clock = settableClock(instant('2026-03-10T02:00:00Z'))
const owner: By = { officerId: 'owner', name: 'Owner', role: 'watchlist-owner', site: 'centre', at: clock.now() }
const listId = newId()
await change(db, watchlist, { id: listId, by: owner }, () => ({
  events: [{ type: 'list-opened', id: listId, site: 'centre', nameEn: 'Earlier finds', nameFr: 'Découvertes', owner: 'CECPT', legalBasis: 'Immigration and Asylum Act 1999 s.32', purposeEn: 'Find again', purposeFr: 'Retrouver' }],
}))

async function listed(asWritten: string, ends = '2026-06-01'): Promise<string> {
  const id = newId()
  const added: EntryEvent = {
    type: 'entry-added', id, site: 'centre', listId, plate: plate(asWritten), country: null, reasonEn: 'Eight found', reasonFr: 'Huit trouvés', handling: 'check',
    markers: [], ports: ['calais'], startsOn: day('2026-03-01'), lastDayOn: day(ends), reviewOn: day(ends), addedBy: 'owner',
  }
  await change(db, watchlistEntry, { id, by: owner }, () => announce(added))
  return id
}

function aPort() {
  const hearers: ((notice: undefined) => void)[] = []
  const matchSet = currentMatchSet(db, 'calais', { subscribe: async (hear) => () => void hearers.push(hear) })
  return followReads({ db, port: 'calais', clock, matchSet, facing: async () => (camera) => (camera.endsWith('front') ? 'front' : camera.endsWith('rear') ? 'rear' : null) })
}

let second = 0
function aRead(asWritten: string, more: Partial<PlateRead> = {}): PlateRead {
  second += 1
  const at = instant(`2026-03-10T02:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}Z`)
  return {
    id: newId(), site: 'calais', cameraId: 'calais-1-front', lane: '1', direction: null, capturedAt: at, receivedAt: at, plate: plate(asWritten), plateAsRead: asWritten,
    cameraHint: null, country: null, confidence: 0.9, characterConfidence: null, candidates: [], passageHint: null, state: 'final', format: 'hikvision', rawSha256: '', images: [], ...more,
  }
}

const since = instant('2026-01-01T00:00:00Z')
const hitsOn = (text: Plate) => hitsOfPlate(db, text, { since, most: 10 })

describe('reads that come in at a port', () => {
  test('become one crossing for a passage, however often they are handed over', async () => {
    const follow = aPort()
    const front = aRead('AA10AAA')
    const rear = aRead('TR100AA', { cameraId: 'calais-1-rear' })
    await follow([front])
    await follow([front, rear])
    const [crossing, ...others] = await crossingsOfPlate(db, plate('AA10AAA'), { since, most: 5 })
    assert.equal(others.length, 0)
    assert.deepEqual(crossing?.plates.map(({ plate, part }) => [plate, part]), [['AA10AAA', 'tractor'], ['TR100AA', 'trailer']])
  })

  test('are kept with the version of the lists that they were held against', async () => {
    await listed('V84KLG')
    const first = await listsVersion(db)
    await aPort()([aRead('VV10VVV')])
    await listed('W84KLG')
    const second = await listsVersion(db)
    await aPort()([aRead('WW10WWW')])
    const versions = await Promise.all(['VV10VVV', 'WW10WWW'].map(async (text) => (await crossingsOfPlate(db, plate(text), { since, most: 1 }))[0]?.listsVersion))
    assert.deepEqual(versions, [first, second])
    assert.ok(first !== undefined && second !== undefined && first < second)
  })

  test('raise a hit with a history that folds to the row', async () => {
    const entryId = await listed('B84KLG')
    const follow = aPort()
    await follow([aRead('884KLG', { passageHint: 'p1' })])
    const [hit] = await hitsOn(plate('B84KLG'))
    assert.partialDeepStrictEqual(hit, { entryId, status: 'raised', how: 'confusable', plate: '884KLG', listNameFr: 'Découvertes' })
    assert.deepEqual(await foldHistory(db, hits, String(hit?.id)), hit)
    assert.equal((await historyOf(db, 'hit', String(hit?.id)))[0]?.by.role, 'machine')
  })

  test('improve a hit and never double it when the camera corrects itself', async () => {
    await listed('C84KLG')
    const follow = aPort()
    await follow([aRead('C84K1G', { passageHint: 'p2', state: 'preview' })])
    await follow([aRead('C84KLG', { passageHint: 'p2', state: 'final' })])
    const found = await hitsOn(plate('C84KLG'))
    assert.partialDeepStrictEqual(found, [{ how: 'exact', plate: 'C84KLG', status: 'raised' }])
    assert.deepEqual((await historyOf(db, 'hit', String(found[0]?.id))).map(({ type }) => type), ['hit-raised', 'hit-improved'])
  })

  test('take a hit back when the correction is another plate, as long as nobody has touched it', async () => {
    await listed('D84KLG')
    const follow = aPort()
    await follow([aRead('D84KLG', { passageHint: 'p3', state: 'preview' })])
    await follow([aRead('D84KWG', { passageHint: 'p3', state: 'final' })])
    assert.partialDeepStrictEqual(await hitsOn(plate('D84KLG')), [{ status: 'superseded' }])
  })

  test('go on with the same crossing and the same hit after a restart between two reads', async () => {
    await listed('W63KPT')
    const front = aRead('W63KPT', { capturedAt: clock.now(), receivedAt: clock.now(), passageHint: 'p9', state: 'new' })
    await keepBatch(db, { site: 'calais', reads: [{ ...front, spoolPosition: 0, sameAsSha256: front.id }], days: [] })
    await aPort()([front])
    await aPort()([{ ...front, id: newId(), state: 'update' }, aRead('TR900AA', { cameraId: 'calais-1-rear', capturedAt: clock.now(), receivedAt: clock.now() })])
    const [crossing, ...others] = await crossingsOfPlate(db, plate('W63KPT'), { since, most: 5 })
    assert.deepEqual([crossing?.plates.length, others.length], [2, 0])
    assert.equal((await hitsOn(plate('W63KPT'))).length, 1)
  })

  test('raise nothing on the day after the entry’s last day, and on that day still do', async () => {
    await listed('E84KLG', '2026-03-10')
    const follow = aPort()
    clock.set(instant('2026-03-11T02:00:00Z'))
    await follow([aRead('E84KLG')])
    assert.deepEqual(await hitsOn(plate('E84KLG')), [])
    clock.set(instant('2026-03-10T23:00:00Z'))
    await follow([aRead('E84KLG', { lane: '9' })])
    assert.equal((await hitsOn(plate('E84KLG'))).length, 1)
  })

  test('show on the board by lane, newest first', async () => {
    const board = await newestByLane(db, 'calais', { perLane: 2 })
    assert.deepEqual([...new Set(board.map(({ lane }) => lane))].sort(), ['1', '9'])
    assert.equal(board.filter(({ lane }) => lane === '1').length, 2)
    assert.deepEqual((await newestByLane(db, 'calais', { lane: '9', perLane: 2 })).map(({ lane }) => lane), ['9'])
    assert.ok((await openHits(db, { site: 'calais', most: 20 })).length >= 3)
  })
})

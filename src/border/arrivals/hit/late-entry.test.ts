import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { settableClock } from '#platform/clock'
import { announce } from '#platform/decisions'
import { change, foldHistory, historyOf } from '#platform/events'
import { newId } from '#platform/identity'
import { buildMatchSet, watchlist, watchlistEntry, type EntryEvent, type ListedEntry } from '#border/watchlists'
import { aDatabase } from '#test/database'
import { day, hoursAfter, instant, plate, type By, type Instant, type Port } from '#values'
import { saveCrossings } from '../crossing/crossing.store.ts'
import { followReads } from '../crossing/follow-reads.feed.ts'
import type { PlateRead } from '../plate-read/plate-read.ts'
import { escalation } from './escalate-hits.feed.ts'
import { escalatedHits, hits, hitsOfPlate } from './hit.store.ts'
import { lookBack } from './look-back.feed.ts'

const db = await aDatabase()
const start = instant('2026-03-10T14:00:00Z')
const clock = settableClock(start)
const owner: By = { officerId: 'owner', name: 'Owner', role: 'watchlist-owner', site: 'centre', at: start }
const listId = newId()
await change(db, watchlist, { id: listId, by: owner }, () => announce({
  type: 'list-opened' as const, id: listId, site: 'centre' as const, nameEn: 'Earlier finds', nameFr: 'Découvertes', owner: 'CECPT', legalBasis: 'Immigration and Asylum Act 1999 s.32', purposeEn: 'Find again', purposeFr: 'Retrouver',
}))

/** An entry as it stands at the port once replication has brought it. */
async function entryArrives(asWritten: string, { ports = ['calais'], startsOn = '2026-03-01' }: { ports?: readonly Port[]; startsOn?: string } = {}): Promise<void> {
  const id = newId()
  const added: EntryEvent = {
    type: 'entry-added', id, site: 'centre', listId, plate: plate(asWritten), country: null, reasonEn: 'Eight found', reasonFr: 'Huit trouvés', handling: 'check',
    markers: [], ports, startsOn: day(startsOn), lastDayOn: day('2026-06-01'), reviewOn: day('2026-06-01'), addedBy: 'owner',
  }
  await change(db, watchlistEntry, { id, by: owner }, () => announce(added))
}

async function passed(asWritten: string, at: Instant, site: Port = 'calais'): Promise<void> {
  await saveCrossings(db, [{ id: newId(), site, lane: '4', direction: null, firstSeenAt: at, lastSeenAt: at, plates: [
    { id: newId(), part: null, plate: plate(asWritten), country: null, confidence: 0.9, characterConfidence: null, readId: newId(), imageSha256: null, seenAt: at },
  ] }])
}

const look = (port: Port = 'calais') => lookBack({ db, port, clock })
const hitsOn = (text: string) => hitsOfPlate(db, plate(text), { since: instant('2026-01-01T00:00:00Z'), most: 10 })

describe('an entry that arrives after the vehicle has passed', () => {
  test('finds it in the zone, says since when, and folds to its row', async () => {
    const before = hoursAfter(-2, start)
    await passed('884KLG', before)
    await entryArrives('B84KLG')
    await look()
    const [hit, ...others] = await hitsOn('B84KLG')
    assert.partialDeepStrictEqual(hit, { insideSince: before, raisedAt: start, status: 'raised', how: 'confusable', lane: '4' })
    assert.equal(others.length, 0)
    assert.deepEqual(await foldHistory(db, hits, String(hit?.id)), hit)
  })
  test('looks back twelve hours and no further', async () => {
    await passed('AB12CDE', hoursAfter(-12, start))
    await passed('FG34HJK', instant('2026-03-10T01:59:59Z'))
    await entryArrives('AB12CDE')
    await entryArrives('FG34HJK')
    await look()
    assert.deepEqual([(await hitsOn('AB12CDE')).length, (await hitsOn('FG34HJK')).length], [1, 0])
  })
  test('finds a vehicle that passed a camera whose clock is an hour ahead', async () => {
    await passed('HX34ZYK', hoursAfter(1, clock.now()))
    await entryArrives('HX34ZYK')
    await look()
    assert.equal((await hitsOn('HX34ZYK')).length, 1)
  })
  test('raises nothing twice, however often the port looks', async () => {
    await look()
    clock.set(instant('2026-03-10T14:05:00Z'))
    await look()
    assert.equal((await hitsOn('B84KLG')).length, 1)
  })
  test('finds in its second look what was being written during the first', async () => {
    await entryArrives('LM56NPR')
    await look()
    await passed('LM56NPR', clock.now())
    clock.set(instant('2026-03-10T14:05:59Z'))
    await look()
    assert.equal((await hitsOn('LM56NPR')).length, 0)
    clock.set(instant('2026-03-10T14:06:00Z'))
    await look()
    assert.equal((await hitsOn('LM56NPR')).length, 1)
  })
  test('alerts on its first day, not before, and only at its ports', async () => {
    await passed('ST78TUV', hoursAfter(10, start))
    await passed('ST78TUV', hoursAfter(10, start), 'dunkerque')
    await entryArrives('ST78TUV', { startsOn: '2026-03-11' })
    await look()
    assert.equal((await hitsOn('ST78TUV')).length, 0)
    clock.set(instant('2026-03-11T02:00:00Z'))
    await look()
    await look('dunkerque')
    assert.deepEqual((await hitsOn('ST78TUV')).map(({ site }) => site), ['calais'])
  })
  test('gives the same hit as the reads that come in meanwhile', async () => {
    const at = clock.now()
    const read = (confidence: number): PlateRead => ({
      id: newId(), site: 'calais', cameraId: 'calais-1', lane: '7', direction: null, capturedAt: at, receivedAt: at, plate: plate('WX90XYZ'), plateAsRead: 'WX90XYZ', cameraHint: null,
      country: null, confidence, characterConfidence: null, candidates: [], passageHint: 'p', state: 'update', format: 'hikvision', rawSha256: '', images: [],
    })
    const sets: ListedEntry[][] = [[]]
    const follow = followReads({ db, port: 'calais', clock, matchSet: async () => buildMatchSet(sets.at(-1) ?? []), facing: async () => () => null })
    await follow([read(0.8)])
    await entryArrives('WX90XYZ')
    await look()
    const [late] = await hitsOn('WX90XYZ')
    assert.ok(late)
    const { entriesToLookBackFor, listedEntries, allLists } = await import('#border/watchlists')
    const waiting = await entriesToLookBackFor(db, { port: 'calais', today: clock.today(), firstLookedBefore: hoursAfter(1, at), most: 100 })
    sets.push([...listedEntries(waiting.map(({ entry }) => entry), await allLists(db))])
    await follow([read(0.95)])
    assert.deepEqual((await hitsOn('WX90XYZ')).map(({ id }) => id), [late.id])
  })
})

describe('a hit that nobody acknowledges', () => {
  test('is put before the duty officer after two minutes, by the machine', async () => {
    clock.set(instant('2026-03-12T10:00:00Z'))
    await passed('ZZ11ZZZ', clock.now())
    await entryArrives('ZZ11ZZZ')
    await look()
    const [hit] = await hitsOn('ZZ11ZZZ')
    const escalated = async () => (await escalatedHits(db, 50)).map(({ id }) => id).includes(String(hit?.id))
    const escalate = escalation({ db, port: 'calais', clock })
    clock.set(instant('2026-03-12T10:01:59Z'))
    await escalate()
    assert.equal(await escalated(), false)
    clock.set(instant('2026-03-12T10:02:00Z'))
    await escalate()
    assert.equal(await escalated(), true)
    assert.partialDeepStrictEqual((await historyOf(db, 'hit', String(hit?.id))).at(-1), { type: 'hit-escalated', by: { role: 'machine' } })
    assert.deepEqual(await foldHistory(db, hits, String(hit?.id)), (await hitsOn('ZZ11ZZZ'))[0])
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { announce } from '#platform/decisions'
import { change } from '#platform/events'
import { newId } from '#platform/identity'
import type { OnReads, PlateRead } from '#border/arrivals'
import { currentMatchSet, watchlist, watchlistEntry, type EntryEvent } from '#border/watchlists'
import { aSite } from '#test/site'
import { day, instant, plate, type By, type Site } from '#values'
import { followReads } from '../../arrivals/crossing/follow-reads.feed.ts'
import { arrivals } from '../../arrivals/wire.ts'
import { examinations } from '../../examinations/wire.ts'
import { coordination, lanes } from '../wire.ts'

const calais = await aSite({ wirings: [lanes, arrivals, examinations, coordination] })
const { db, clock } = calais
const officer = calais.signedInAs('lane-officer')
const owner: By = { officerId: 'owner', name: 'Owner', role: 'watchlist-owner', site: 'centre', at: clock.now() }
const listId = newId()
await change(db, watchlist, { id: listId, by: owner }, () => announce({
  type: 'list-opened' as const, id: listId, site: 'centre' as const, nameEn: 'Earlier finds', nameFr: 'Découvertes', owner: 'CECPT', legalBasis: 'IAA 1999 s.32', purposeEn: 'Find again', purposeFr: 'Retrouver',
}))
const entryId = newId()
const added: EntryEvent = {
  type: 'entry-added', id: entryId, site: 'centre', listId, plate: plate('B84KLG'), country: 'RO', reasonEn: 'Eight people found', reasonFr: 'Huit personnes trouvées', handling: 'check',
  markers: ['children'], ports: ['calais', 'dunkerque'], startsOn: day('2026-03-01'), lastDayOn: day('2026-06-01'), reviewOn: day('2026-06-01'), addedBy: 'owner',
}
await change(db, watchlistEntry, { id: entryId, by: owner }, () => announce(added))

const reader = (port: 'calais' | 'dunkerque'): OnReads =>
  followReads({ db, port, clock, matchSet: currentMatchSet(db, port, { subscribe: async () => () => {} }), facing: async () => () => null })
const atCalais = reader('calais')

function aRead(asWritten: string, lane: string, site: Site = 'calais', at = '2026-03-10T08:59:50Z'): PlateRead {
  return {
    id: newId(), site, cameraId: `${site}-1`, lane, direction: null, capturedAt: instant(at), receivedAt: instant(at), plate: plate(asWritten), plateAsRead: asWritten, cameraHint: null,
    country: 'RO', confidence: 0.9, characterConfidence: null, candidates: [], passageHint: null, state: 'final', format: 'hikvision', rawSha256: '', images: [],
  }
}

await atCalais([aRead('AA11AAA', '2'), aRead('884KLG', '4'), { ...aRead('NL12ABC', ''), lane: null }])
const hitId = /id="hit-([0-9a-f-]{36})"/.exec((await officer.get('/lanes')).body)?.[1] ?? ''

describe('the lane board', () => {
  test('shows each lane, and a listed vehicle as a card with the order, the list and how sure', async () => {
    const { body } = await officer.get('/lanes')
    for (const sight of [/Lane 2/, /Lane 4/, /Lane not told/, /CHECK/, /Earlier finds/, /Eight people found/, /Children may be inside/, /Probably the same/, /Acknowledge/, /data-live="\/live\/lanes"/]) assert.match(body, sight)
  })
  test('speaks French', async () => {
    const { body } = await officer.get('/lanes', { cookie: `${officer.cookie}; language=fr` })
    for (const sight of [/CONTRÔLER/, /Huit personnes trouvées/, /Probablement la même/, /Prendre en charge/]) assert.match(body, sight)
  })
  test('of one lane leaves the others out', async () => {
    const { body } = await officer.get('/lanes/2')
    assert.match(body, /AA11AAA|passed/)
    assert.doesNotMatch(body, /CHECK/)
  })
  test('is for the officers of this port', async () => {
    assert.equal((await calais.signedInAs('lane-officer', { port: 'dunkerque' }).get('/lanes')).statusCode, 403)
    assert.equal((await calais.signedInAs('duty-officer-fr').get('/lanes')).statusCode, 200)
    assert.equal((await calais.signedInAs('finance').get('/lanes')).statusCode, 403)
  })
})

describe('an officer who handles the hit', () => {
  test('cannot say that it is the vehicle before taking it on', async () => {
    assert.equal((await officer.post(`/hits/${hitId}/confirm`, { goOn: 'search', crossing: newId() })).statusCode, 409)
  })
  test('has to say what happens next', async () => {
    assert.equal((await officer.post(`/hits/${hitId}/acknowledge`, {})).statusCode, 422)
    const own = await officer.post(`/hits/${hitId}/acknowledge`, { next: 'other', own: '' })
    assert.equal(own.statusCode, 422)
    assert.match(own.body, /Write what happens next/)
  })
  test('acknowledges with one tap, and the card carries the name', async () => {
    assert.equal((await officer.post(`/hits/${hitId}/acknowledge`, { next: 'going', own: '' })).headers.location, `/hits/${hitId}`)
    assert.match((await officer.get('/lanes')).body, /Acknowledged by Test lane-officer/)
    assert.equal((await officer.post(`/hits/${hitId}/acknowledge`, { next: 'sent', own: '' })).statusCode, 409)
  })
  test('confirms on the picture and goes on to the search', async () => {
    const { body } = await officer.get(`/hits/${hitId}`)
    const crossing = /name="crossing" value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
    const answer = await officer.post(`/hits/${hitId}/confirm`, { goOn: 'search', crossing })
    assert.equal(answer.headers.location, `/searches/open?crossing=${crossing}&hit=${hitId}`)
    assert.match((await officer.get(`/hits/${hitId}`)).body, /Going to the vehicle now/)
    assert.match((await officer.get(`/hits/${hitId}`)).body, /No search and no find on this crossing so far/)
    // The camera read 884KLG; a person saw B84KLG, and the search is of that.
    assert.match((await officer.get(String(answer.headers.location))).body, /value="B84KLG"/)
  })
  test('cannot act on a hit of another port', async () => {
    await reader('dunkerque')([aRead('B84KLG', '1', 'dunkerque', '2026-03-10T09:20:00Z')])
    const body = (await calais.signedInAs('duty-officer-uk').get('/board')).body
    const elsewhere = /href="\/hits\/([0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
    assert.equal((await calais.signedInAs('duty-officer-uk').post(`/hits/${elsewhere}/acknowledge`, { next: 'going', own: '' })).statusCode, 409)
    assert.equal((await officer.post(`/hits/${elsewhere}/acknowledge`, { next: 'going', own: '' })).statusCode, 403)
    assert.match((await calais.signedInAs('duty-officer-uk').get(`/hits/${elsewhere}`)).body, /Calais, lane 4/)
  })
})

describe('a plate read at two ports closer together than the road allows', () => {
  test('is asked about on the crossing, and never called a clone', async () => {
    await atCalais([{ ...aRead('CC77CCC', '6'), confidence: 0.97 }])
    await reader('dunkerque')([{ ...aRead('CC77CCC', '1', 'dunkerque', '2026-03-10T09:02:00Z'), confidence: 0.97 }])
    const lane = (await officer.get('/lanes/6')).body
    const crossing = /href="\/crossings\/([0-9a-f-]{36})"/.exec(lane)?.[1] ?? ''
    const { body } = await officer.get(`/crossings/${crossing}`)
    assert.match(body, /also read at Dunkerque at 10:02, 2 min apart/)
    assert.match(body, /may be a copy, or one of the reads may be wrong/)
  })
})

describe('a vehicle’s history', () => {
  test('shows nothing without a plate, a reason and a reference', async () => {
    for (const query of ['plate=B84KLG', 'plate=B84KLG&reason=x', 'reason=x&reference=y']) {
      const { body } = await officer.get(`/vehicles?${query}`)
      assert.match(body, /Nothing was searched/)
      assert.doesNotMatch(body, /class="timeline"/)
    }
  })
  test('is shown with them, from every port, and the look is logged', async () => {
    const { body } = await officer.get('/vehicles?plate=b84+klg&reason=Seen+twice&reference=OP-7')
    assert.match(body, /Dunkerque, lane 1/)
    assert.match(body, /Calais, lane 4/)
    const looks = await db.withTables<{ 'history.entry': { stream: string; reason: string | null } }>().selectFrom('history.entry').select('reason').where('stream', '=', 'look:plate:B84KLG').execute()
    assert.deepEqual(looks, [{ reason: 'Seen twice (OP-7)' }])
  })
  test('is found by part of a plate, by characters cameras mix up, and at one port', async () => {
    const search = async (query: string) => (await officer.get(`/vehicles?${query}&reason=Seen+twice&reference=OP-8`)).body
    assert.match(await search('plate=B*4KLG'), /Dunkerque, lane 1/)
    assert.match(await search('plate=B84KLG&closeness=confused'), /Calais, lane 4/)
    assert.doesNotMatch(await search('plate=B*4KLG&site=calais'), /Dunkerque, lane 1/)
    assert.doesNotMatch(await search('plate=B*4KLG&to=2026-03-09'), /lane 1/)
    assert.match(await search('plate=B*'), /Nothing was searched/)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listen } from '#platform/database'
import { foldHistory, historyOf } from '#platform/events'
import { newId } from '#platform/identity'
import { aSite } from '#test/site'
import { watchlists } from '../wire.ts'
import { readEntryOfList, watchlistEntry } from './entry.store.ts'

const centre = await aSite({ wirings: [watchlists], site: 'centre' })
const owner = centre.signedInAs('watchlist-owner')
const second = centre.signedInAs('duty-officer-uk')

const listId = newId()
const opening = { id: listId, nameEn: 'Earlier finds', nameFr: 'Découvertes', owner: 'CECPT', legalBasis: 'IAA 1999 s.32', purposeEn: 'Find them again', purposeFr: 'Les retrouver', because: 'New operation' }
assert.equal((await owner.post('/watchlists/open', opening)).headers.location, `/watchlists/${listId}`)

async function listed(change: Readonly<Record<string, string | readonly string[]>> = {}) {
  const id = newId()
  const form = {
    id, plate: 'b 84 klg', country: 'ro', reasonEn: 'Eight people found', reasonFr: 'Huit personnes trouvées', handling: 'check', ports: ['calais', 'dunkerque'],
    startsOn: '2026-03-10', lastDayOn: '2026-06-01', reviewOn: '2026-04-01', because: 'Detection of 23 February', ...change,
  }
  return { id, answer: await owner.post(`/watchlists/${listId}/add`, form) }
}

describe('the owner of a list', () => {
  test('lists a vehicle, with the reason in its history', async () => {
    const { id, answer } = await listed()
    assert.equal(answer.headers.location, `/watchlists/entries/${id}`, answer.body)
    assert.partialDeepStrictEqual(await readEntryOfList(centre.db, id), { plate: 'B84KLG', country: 'RO', ports: ['calais', 'dunkerque'], status: 'active' })
    assert.deepEqual(await foldHistory(centre.db, watchlistEntry, id), await readEntryOfList(centre.db, id))
    assert.equal((await historyOf(centre.db, 'watchlist-entry', id))[0]?.by.reason, 'Detection of 23 February')
    assert.match((await owner.get(`/watchlists/entries/${id}`)).body, /Detection of 23 February/)
    assert.match((await owner.get(`/watchlists/${listId}`)).body, /Eight people found/)
  })
  test('lists what a witness saw of a plate, and is told when that is too little', async () => {
    const { id } = await listed({ plate: '...44-LN?' })
    assert.equal((await readEntryOfList(centre.db, id))?.plate, '*44LN#')
    assert.match((await listed({ plate: '*44L*' })).answer.body, /at least 4 characters/)
    assert.match((await listed({ plate: '*4*4L*NB' })).answer.body, /twice at most/)
  })
  test('keeps what was typed when something is missing', async () => {
    const { answer } = await listed({ plate: '', reasonFr: '' })
    assert.equal(answer.statusCode, 422)
    for (const sight of [/Enter the plate/, /Say in French why/, /value="Eight people found"/]) assert.match(answer.body, sight)
  })
  test('withdraws with a reason, and only then does it stop', async () => {
    const { id } = await listed({ plate: 'CC11CCC' })
    assert.equal((await owner.post(`/watchlists/entries/${id}/withdraw`, { because: '' })).statusCode, 422)
    assert.equal((await owner.post(`/watchlists/entries/${id}/withdraw`, { because: 'Sold to a new keeper' })).statusCode, 303)
    assert.partialDeepStrictEqual(await readEntryOfList(centre.db, id), { status: 'withdrawn' })
    assert.equal((await owner.post(`/watchlists/entries/${id}/review`, { because: 'Again', lastDayOn: '2026-07-01', reviewOn: '2026-06-01' })).statusCode, 409)
  })
  test('reviews, and the new days hold', async () => {
    const { id } = await listed({ plate: 'DD11DDD' })
    assert.equal((await owner.post(`/watchlists/entries/${id}/review`, { because: 'Still seen', lastDayOn: '2026-07-01', reviewOn: '2026-06-01' })).statusCode, 303)
    assert.partialDeepStrictEqual(await readEntryOfList(centre.db, id), { lastDayOn: '2026-07-01', reviewOn: '2026-06-01' })
  })
  test('needs somebody else for a stop', async () => {
    const { id } = await listed({ plate: 'EE11EEE', handling: 'stop' })
    assert.match((await second.get(`/watchlists/entries/${id}`)).body, /Until a second person agrees/)
    const refused = await owner.post(`/watchlists/entries/${id}/confirm`, { because: 'I am sure' })
    assert.match(refused.body, /somebody else has to agree/)
    assert.equal((await second.post(`/watchlists/entries/${id}/confirm`, { because: 'Read the file' })).statusCode, 303)
    assert.partialDeepStrictEqual(await readEntryOfList(centre.db, id), { confirmedBy: 'test-duty-officer-uk' })
    assert.match((await owner.get('/watchlists')).body, /Earlier finds/)
  })
})

test('a change to a list is heard by whoever matches', async (t) => {
  const heard: string[] = []
  const listening = await listen(centre.databaseUrl, ({ topic, id }) => void heard.push(`${topic} ${id}`), () => {})
  t.after(() => listening.close())
  const { id } = await listed({ plate: 'FF11FFF' })
  for (let tries = 0; tries < 100 && heard.length < 2; tries += 1) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.ok(heard.includes(`watchlist ${id}`), heard.join())
})

describe('others', () => {
  test('may read and not write, or not even read', async () => {
    const { id } = await listed({ plate: 'GG11GGG' })
    const seen = await Promise.all((['auditor', 'duty-officer-uk', 'lane-officer', 'duty-officer-fr', 'caseworker'] as const).map(async (role) => (await centre.signedInAs(role).get(`/watchlists/entries/${id}`)).statusCode))
    assert.deepEqual(seen, [200, 200, 403, 403, 403])
    assert.equal((await centre.signedInAs('auditor').post(`/watchlists/entries/${id}/withdraw`, { because: 'No longer' })).statusCode, 403)
  })
  test('at a port cannot change a list', async () => {
    const port = await aSite({ wirings: [watchlists], site: 'calais' })
    const answer = await port.signedInAs('watchlist-owner').post('/watchlists/open', { ...opening, id: newId() })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /kept at the coordination centre/)
  })
})

import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { listen, type Notice } from '#platform/database'
import { foldHistory, historyOf } from '#platform/events'
import { newId } from '#platform/identity'
import { aSite } from '#test/site'
import { plate, type Port } from '#values'
import { buildMatchSet } from '../match-set/match-set.ts'
import type { ListedEntry } from '../match-set/listed-entry.ts'
import { watchlists } from '../wire.ts'
import { currentTuning, readTuning } from './current-tuning.feed.ts'
import { correctionsMinOf, passingMin, shapesLearnedMin } from './limits.ts'
import { listTiers } from './list-tiers.store.ts'
import { allMatrices, errorMatrix } from './matrix.store.ts'
import { alertingMatches, tuningByDefault } from './tuning.ts'

const centre = await aSite({ wirings: [watchlists], site: 'centre', now: '2026-03-10T09:00:00Z' })
const { db } = centre
const owner = centre.signedInAs('watchlist-owner')
const list = newId()
await owner.post('/watchlists/open', { id: list, nameEn: 'Earlier finds', nameFr: 'Découvertes', owner: 'CECPT', legalBasis: 'IAA 1999 s.32', purposeEn: 'Find them again', purposeFr: 'Les retrouver', because: 'New operation' })
await owner.post(`/watchlists/${list}/add`, {
  id: newId(), plate: 'AB12CDE', country: '', reasonEn: 'Eight people found', reasonFr: 'Huit personnes trouvées', handling: 'check', ports: ['calais'],
  startsOn: '2026-03-10', lastDayOn: '2026-06-01', reviewOn: '2026-04-01', because: 'Detection',
})
const subscribe = async (hear: (notice: Notice | undefined) => void): Promise<() => void> => {
  const { close } = await listen(centre.databaseUrl, hear, () => hear(undefined))
  after(close)
  return () => {}
}
const address = `/matcher/lists/${list}`

/** Vehicles as they arrive from a port by replication. */
async function pass(count: number): Promise<void> {
  await sql`with crossing as (insert into arrivals.crossing (id, site, first_seen_at, last_seen_at) values (${newId()}, 'calais', '2026-03-09T10:00:00Z', '2026-03-09T10:00:00Z') returning id)
    insert into arrivals.crossing_plate (id, site, crossing_id, plate, read_id, seen_at)
    select gen_random_uuid(), 'calais', crossing.id, 'K' || chr(65 + each % 20) || lpad((each % 90 + 10)::text, 2, '0') || chr(65 + each % 23) || 'WT', gen_random_uuid(), '2026-03-09T10:00:00Z'
    from crossing, generate_series(1, ${count}::int) as each`.execute(db)
}

/** Hits that officers confirmed, each read so at a port. */
async function confirmed(readAs: string, listed: string, { times, port = 'calais', cameraId = `${port}-1` }: { times: number; port?: Port; cameraId?: string }): Promise<void> {
  const explained = JSON.stringify({ sureness: 'probable', otherPlate: 'X', modelVersion: 0, reads: [{ readId: newId(), cameraId, plate: readAs, how: 'near', differences: [] }] })
  await sql`insert into arrivals.hit (id, site, crossing_id, plate_id, entry_id, list_name_en, list_name_fr, reason_en, reason_fr, handling, markers, listed_plate, read_id, plate, how, differences, cost, raised_at, status, handled_at, explained)
    select gen_random_uuid(), ${port}, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', 'x', 'x', 'x', 'check', '{}', ${listed}, gen_random_uuid(), ${readAs}, 'near', '[]', 0, now(), 'confirmed', now(), ${explained}::jsonb
    from generate_series(1, ${times}::int)`.execute(db)
}

describe('how sure a match must be', () => {
  test('cannot be settled before vehicles have passed from which false alerts could be told', async () => {
    const { statusCode, body } = await owner.post(address, { certain: '1', probable: '100', because: 'First setting' })
    assert.equal(statusCode, 409)
    assert.match(body, /Fewer than 200 vehicles/)
    await pass(passingMin)
  })
  test('is tried without being set, with what it would come to', async () => {
    const { body } = await owner.get(`${address}?certain=1&probable=10&plate=KN67WTP`)
    assert.match(body, /What this would come to/)
    assert.match(body, /KN67WTP|K N 6 7/)
    assert.deepEqual(await historyOf(db, 'list-tiers', list), [])
  })
  test('is set by the owner with a reason, and folds to its row', async () => {
    assert.equal((await owner.post(address, { certain: '1', probable: '1000', because: 'Two officers a shift can look' })).statusCode, 303)
    const tiers = await foldHistory(db, listTiers, list)
    assert.deepEqual(tiers, await listTiers.read(db, list))
    assert.partialDeepStrictEqual(tiers, { certainPerMillion: 1, probablePerMillion: 1_000 })
    assert.partialDeepStrictEqual((await historyOf(db, 'list-tiers', list)).at(-1), { by: { reason: 'Two officers a shift can look', role: 'watchlist-owner' } })
  })
  test('is refused where certain is to err more often than probable, and without a reason', async () => {
    assert.equal((await owner.post(address, { certain: '10', probable: '1', because: 'Slip' })).statusCode, 409)
    assert.equal((await owner.post(address, { certain: '1', probable: '10', because: '' })).statusCode, 422)
  })
  test('is for the owners of lists alone', async () => {
    assert.equal((await centre.signedInAs('lane-officer').get('/matcher')).statusCode, 403)
    assert.equal((await centre.signedInAs('auditor').get('/matcher')).statusCode, 200)
    assert.equal((await centre.signedInAs('auditor').get(address)).statusCode, 403)
  })
  test('decides who is told, list by list', async () => {
    const entry = { listId: list } as ListedEntry['entry']
    const set = buildMatchSet<ListedEntry>([{ entryId: 'x', plate: plate('AB12CDE'), country: null, entry, list: { nameEn: '', nameFr: '' } }])
    const read = { plate: plate('A812CDE'), country: null, confidence: null, characterConfidence: null, candidates: [] }
    const told = (probableCostMax: number) => alertingMatches(set, [read], { ...tuningByDefault, tiersOf: () => ({ certainCostMax: -9, probableCostMax }) }).map(({ sureness }) => sureness)
    assert.deepEqual([told(-8), told(8)], [[], ['probable']])
  })
})

describe('what officers’ corrections teach', () => {
  test('cannot be put in force while it is little', async () => {
    await confirmed('AB12CDF', 'AB12CDE', { times: correctionsMinOf.all - 1 })
    const { statusCode } = await owner.post('/matcher/learn', { id: newId(), port: '', because: 'Try' })
    assert.equal(statusCode, 409)
  })
  test('is shown before it is put in force: what was read, how often, and what was believed', async () => {
    await confirmed('AB12CDE', 'AB12CDE', { times: 300, port: 'dunkerque' })
    const { body } = await owner.get('/matcher/learn?port=calais')
    assert.match(body, /E read as F/)
    assert.doesNotMatch((await owner.get('/matcher/learn?port=dunkerque')).body, /read as/)
  })
  test('comes with the shapes of what passes, once enough has', async () => {
    assert.doesNotMatch((await owner.get('/matcher/learn')).body, /AA99AAA/)
    await pass(shapesLearnedMin)
    assert.match((await owner.get('/matcher/learn')).body, /AA99AAA/)
  })
  test('makes that confusion cheaper at the port it was learned at, once a person has put it in force', async () => {
    const id = newId()
    await confirmed('AB12CDF', 'AB12CDE', { times: 1 })
    assert.equal((await owner.post('/matcher/learn', { id, port: 'calais', because: 'Lane 4 has a new camera' })).statusCode, 303)
    assert.deepEqual(await foldHistory(db, errorMatrix, id), await errorMatrix.read(db, id))
    const [calais, dunkerque] = await Promise.all([readTuning(db, 'calais'), readTuning(db, 'dunkerque')])
    const eAsF = 4 * 37 + 5
    assert.ok((calais.modelOf().substitution[eAsF] ?? 9) < 1)
    assert.ok(calais.modelOf().rarity('1ABC234') > calais.modelOf().rarity('KA12XWT') + 5)
    assert.deepEqual([calais.modelOf().version, dunkerque.modelOf().version], [1, 0])
  })
  test('is heard of at once where reads are weighed', async () => {
    const tuning = currentTuning(db, 'calais', { subscribe })
    assert.equal((await tuning()).modelOf().version, 1)
    const [matrix] = await allMatrices(db)
    assert.equal((await owner.post(`/matcher/matrices/${matrix?.id}/take-out`, { because: 'The camera was cleaned' })).statusCode, 303)
    while ((await tuning()).modelOf().version !== 0) await new Promise(setImmediate)
  })
  test('is taken out once, and the history keeps who and why', async () => {
    const [matrix] = await allMatrices(db)
    assert.equal((await owner.post(`/matcher/matrices/${matrix?.id}/take-out`, { because: 'Again' })).statusCode, 409)
    assert.deepEqual((await historyOf(db, 'error-matrix', String(matrix?.id))).map(({ type, by }) => [type, by.reason]), [
      ['matrix-put-in-force', 'Lane 4 has a new camera'], ['matrix-taken-out', 'The camera was cleaned'],
    ])
    assert.match((await owner.get('/matcher')).body, /Taken out/)
  })
})

describe('what the corrections of one camera teach', () => {
  const cameraId = 'calais-9-rear'
  const put = (id: string) => owner.post('/matcher/learn', { id, port: 'calais', camera: cameraId, because: 'Its lens is scratched' })

  test('cannot be put in force while it is little, whatever its port has told', async () => {
    await confirmed('AB12CDL', 'AB12CDE', { times: correctionsMinOf.camera - 1, cameraId })
    assert.equal((await put(newId())).statusCode, 409)
  })
  test('is found from its port’s, and shown before it is put in force', async () => {
    assert.match((await owner.get('/matcher/learn?port=calais')).body, /href="\/matcher\/learn\?port=calais&(amp;)?camera=calais-9-rear"/)
    const { body } = await owner.get(`/matcher/learn?port=calais&camera=${cameraId}`)
    assert.match(body, /E read as L/)
    assert.doesNotMatch(body, /E read as F/)
  })
  test('counts for that camera and for no other, and folds to its row', async () => {
    const id = newId()
    await confirmed('AB12CDL', 'AB12CDE', { times: 1, cameraId })
    assert.equal((await put(id)).statusCode, 303)
    assert.deepEqual(await foldHistory(db, errorMatrix, id), await errorMatrix.read(db, id))
    const { modelOf } = await readTuning(db, 'calais')
    const eAsL = 4 * 37 + 11
    assert.ok((modelOf(cameraId).substitution[eAsL] ?? 9) < (modelOf('calais-1').substitution[eAsL] ?? 0) - 2)
    assert.deepEqual([modelOf(cameraId).of, modelOf('calais-1').version, modelOf().version], ['camera', 0, 0])
    assert.match((await owner.get('/matcher')).body, /Counts at Calais, calais-9-rear/)
  })
})

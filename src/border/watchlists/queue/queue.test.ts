import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/identity'
import { aSite } from '#test/site'
import { watchlists } from '../wire.ts'

const centre = await aSite({ wirings: [watchlists], site: 'centre', now: '2026-03-10T09:00:00Z' })
const owner = centre.signedInAs('watchlist-owner')
const list = newId()
await owner.post('/watchlists/open', { id: list, nameEn: 'Earlier finds', nameFr: 'Découvertes', owner: 'CECPT', legalBasis: 'IAA 1999 s.32', purposeEn: 'Find them again', purposeFr: 'Les retrouver', because: 'New operation' })

async function listed(plate: string, change: Readonly<Record<string, string>> = {}): Promise<string> {
  const id = newId()
  const { statusCode, body } = await owner.post(`/watchlists/${list}/add`, {
    id, plate, country: '', reasonEn: 'Eight people found', reasonFr: 'Huit personnes trouvées', handling: 'check', ports: ['calais'],
    startsOn: '2026-03-10', lastDayOn: '2026-06-01', reviewOn: '2026-04-01', because: 'Detection', ...change,
  })
  assert.equal(statusCode, 303, body)
  return id
}

/** A hit as it arrives from a port by replication: a row, whatever its history. */
async function hit(entryId: string, status: string, dismissedAs: string | null = null): Promise<string> {
  const crossingId = newId()
  await sql`insert into arrivals.hit (id, site, crossing_id, plate_id, entry_id, list_name_en, list_name_fr, reason_en, reason_fr, handling, markers, listed_plate, read_id, plate, how, differences, cost, raised_at, status, dismissed_as)
    values (${newId()}, 'calais', ${crossingId}, ${newId()}, ${entryId}, 'x', 'x', 'x', 'x', 'check', '{}', 'AA11AAA', ${newId()}, 'AA11AAA', 'exact', '[]', 0, now(), ${status}, ${dismissedAs})`.execute(centre.db)
  return crossingId
}

/** A search of the crossing as it arrives from its port. */
async function searched(crossingId: string, outcome: string): Promise<void> {
  await sql`insert into examinations.search (id, site, stage, crossing_id, layer, lane, officers, opened_at, opened_by, steps, outcome, ended_at)
    values (${newId()}, 'calais', 'ended', ${crossingId}, 'freight-search', '2', '[]', now(), 'Officer', '[]', ${outcome}, now())`.execute(centre.db)
}

const kept = await listed('AA11AAA', { reviewOn: '2026-03-24' })
await listed('BB22BBB')
await listed('CC33CCC', { lastDayOn: '2026-03-24', reviewOn: '2026-03-20' })
await listed('DD44DDD', { handling: 'stop' })
for (const [status, code] of [['confirmed', null], ['dismissed', 'misread'], ['dismissed', 'misread'], ['dismissed', 'entry-out-of-date'], ['superseded', null], ['raised', null]] as const) await hit(kept, status, code)

/** The plates of one queue, as the page shows them. */
async function queue(id: string): Promise<readonly string[]> {
  const { body } = await owner.get('/watchlists/waiting')
  const section = body.slice(body.indexOf(`id="${id}"`)).split('<h2')[0] ?? ''
  return ['AA11AAA', 'BB22BBB', 'CC33CCC', 'DD44DDD'].filter((plate) => new RegExp([...plate].join('(?:<[^>]*>|\\s)*')).test(section))
}

describe('what waits for the owner of a list', () => {
  test('is a stop without a second person, and an entry that ends within 14 days', async () => {
    assert.deepEqual([await queue('second'), await queue('ending')], [['DD44DDD'], ['CC33CCC']])
  })
  test('is a review on its day, not the day before', async () => {
    centre.clock.set('2026-03-19T09:00:00.000Z' as ReturnType<typeof centre.clock.now>)
    assert.deepEqual(await queue('review'), [])
    centre.clock.set('2026-03-24T09:00:00.000Z' as ReturnType<typeof centre.clock.now>)
    assert.deepEqual(await queue('review'), ['AA11AAA', 'CC33CCC'])
  })
})

describe('an entry', () => {
  test('says what came of its hits, by reason, and counts none that was taken back', async () => {
    const { body } = await owner.get(`/watchlists/entries/${kept}`)
    for (const sight of [/5 hits: 1 confirmed, 3 dismissed, 1 open/, /the camera misread the plate: 2/, /the entry is out of date: 1/, /Review due/]) assert.match(body, sight)
    assert.match((await owner.get(`/watchlists/${list}`)).body, /5 hits: 1 confirmed/)
  })
  test('says what the searches after its hits found', async () => {
    const entry = await listed('EE55EEE')
    for (const outcome of ['people-found', 'nothing-found']) await searched(await hit(entry, 'confirmed'), outcome)
    await hit(entry, 'confirmed')
    assert.match((await owner.get(`/watchlists/entries/${entry}`)).body, /3 hits: 3 confirmed, 0 dismissed, 0 open. Searches: 2, of which with people found: 1\./)
  })
  test('says it in French too', async () => {
    assert.match((await owner.get('/watchlists/waiting', { cookie: `${owner.cookie}; language=fr` })).body, /5 alertes : 1 confirmées, 3 écartées/)
  })
})

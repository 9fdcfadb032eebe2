import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory, historyOf } from '#platform/events'
import { newId } from '#platform/identity'
import { allowedTargets } from '#platform/outgoing'
import { generousTerms } from '#test/released'
import { aSite, type TestSite } from '#test/site'
import { freePorts } from '../../app/taken-ports.ts'
import { watchlists } from '../watchlists/wire.ts'
import { partners } from './partner/partner.store.ts'
import { release } from './wire.ts'

/** Two installations that know each other only as partners: each is the other's. */
const ports = await freePorts('127.0.0.1', 2)
const origins = ports.map((port) => `http://127.0.0.1:${port}`)
const sites = await Promise.all(origins.map((_own, place) => aSite({ site: 'centre', wirings: [release(allowedTargets(origins[1 - place] ?? '')), watchlists] })))
await Promise.all(sites.map((site, place) => site.app.listen({ host: '127.0.0.1', port: ports[place] ?? 0 })))
const [north, south] = sites as [TestSite, TestSite]
/** The other's id at each. */
const [southId, northId, listId, entryId] = [newId(), newId(), newId(), newId()]

async function befriend(site: TestSite, other: TestSite, { id, ownIdThere, origin, listIds }: { id: string; ownIdThere: string; origin: string; listIds: readonly string[] }): Promise<void> {
  const owner = site.signedInAs('watchlist-owner')
  const publicKey = ((await other.visitor.get('/partners/key')).json() as { x: string }).x
  const { legalBasis, contact, escalateTo, handlings, ports: agreed, markings, fields, sinceOn, validFrom, validTo } = generousTerms
  await owner.post('/partners/register', { id, name: 'The other', agency: 'Another agency', ring: 'uk', because: 'Agreement' })
  const rule = newId()
  const terms = { legalBasis, contact, escalateTo, handlings, ports: agreed, markings, fields, sinceOn, validFrom, validTo, kinds: listIds.length === 0 ? [] : ['entry'], listIds, retentionDays: '30', accepts: ['entry'] }
  const { statusCode, body } = await owner.post(`/partners/${id}/rule`, { ...terms, id: rule, publicKey, address: `${origin}/partners/${ownIdThere}/messages`, because: 'Agreement' })
  assert.equal(statusCode, 303, body)
  await site.signedInAs('duty-officer-uk').post(`/partners/rules/${rule}/answer`, { answer: 'approve', because: 'Agreement' })
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`It did not come to pass: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const stageIn = async (site: TestSite, table: 'item' | 'received'): Promise<string | undefined> =>
  (await sql<{ stage: string }>`select stage from ${sql.table(`release.${table}`)} where kind = 'entry' and ${table === 'item' ? sql`subject_id = ${entryId}` : sql`true`}`.execute(site.db)).rows[0]?.stage

describe('two centres that are each other’s partners', () => {
  const owner = north.signedInAs('watchlist-owner')
  test('tell each other of a vehicle, which alerts at the other once an officer there has listed it', async () => {
    await owner.post('/watchlists/open', { id: listId, nameEn: 'Stolen trailers', nameFr: 'Remorques volées', owner: 'Harwich', legalBasis: 'PACE 1984', purposeEn: 'Find them', purposeFr: 'Les retrouver', because: 'New' })
    await befriend(south, north, { id: northId, ownIdThere: southId, origin: origins[0] ?? '', listIds: [] })
    await befriend(north, south, { id: southId, ownIdThere: northId, origin: origins[1] ?? '', listIds: [listId] })
    await owner.post(`/partners/marking/list/${listId}`, { marking: 'uk-only', whom: 'all', because: 'UK matter' })
    const { statusCode, body } = await owner.post(`/watchlists/${listId}/add`, {
      id: entryId, plate: 'KT11ABC', country: 'GB', reasonEn: 'Stolen trailer', reasonFr: 'Remorque volée', handling: 'check', ports: ['calais'], startsOn: '2026-03-10', lastDayOn: '2026-06-01', reviewOn: '2026-04-01', because: 'Report',
    })
    assert.equal(statusCode, 303, body)
    await until('south was told', async () => (await stageIn(south, 'received')) === 'waiting')
    await until('north knows', async () => (await stageIn(north, 'item')) === 'released')
    const received = (await sql<{ id: string }>`select id from release.received`.execute(south.db)).rows[0]?.id ?? ''
    const taken = await south.signedInAs('watchlist-owner').post(`/partners/received/${received}`, { handling: 'check', ports: ['dunkerque'], reasonEn: 'Stolen trailer', reasonFr: 'Remorque volée', because: 'Plausible' })
    assert.equal(taken.statusCode, 303, taken.body)
    assert.deepEqual((await sql`select plate, status from watchlists.entry`.execute(south.db)).rows, [{ plate: 'KT11ABC', status: 'active' }])
  })
  test('and it alerts nowhere any more when the first has withdrawn it, who hears that it was deleted', async () => {
    await owner.post(`/watchlists/entries/${entryId}/withdraw`, { because: 'Found' })
    await until('north hears that it was deleted', async () => (await stageIn(north, 'item')) === 'deleted')
    assert.deepEqual((await sql`select plate, status from watchlists.entry`.execute(south.db)).rows, [{ plate: 'KT11ABC', status: 'withdrawn' }])
    assert.deepEqual((await sql`select * from release.received_body`.execute(south.db)).rows, [])
  })
  test('and go on when the key of one is followed by another, which its partner takes before it is shown', async () => {
    const keyOfNorth = async (): Promise<string> => ((await north.visitor.get('/partners/key')).json() as { x: string }).x
    const before = await keyOfNorth()
    await sql`update release.own_key set since = since - interval '310 days'`.execute(north.db)
    await until('north shows its next key', async () => {
      await sql`select pg_notify('juxta', '{"topic": "release", "id": "sweep"}')`.execute(north.db)
      return (await keyOfNorth()) !== before
    })
    const { rows: [known] } = await sql<{ keys: { publicKey: string; after: string }[] }>`select successors as keys from release.partner`.execute(south.db)
    assert.deepEqual(known?.keys.map(({ publicKey, after }) => [publicKey, after]), [[await keyOfNorth(), before]])
    assert.deepEqual((await historyOf(south.db, 'release-partner', northId)).map(({ type }) => type), ['partner-registered', 'partner-key-followed'])
    assert.deepEqual(await foldHistory(north.db, partners, southId), await partners.read(north.db, southId))
    const next = newId()
    await owner.post(`/watchlists/${listId}/add`, {
      id: next, plate: 'KT22ABC', country: 'GB', reasonEn: 'Stolen trailer', reasonFr: 'Remorque volée', handling: 'check', ports: ['calais'], startsOn: '2026-03-10', lastDayOn: '2026-06-01', reviewOn: '2026-04-01', because: 'Report',
    })
    await until('south has taken what was signed with it', async () => (await sql`select from release.item where subject_id = ${next} and stage = 'released'`.execute(north.db)).rows.length === 1)
  })
})

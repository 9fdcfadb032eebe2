import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { newId, newIdAt } from '#platform/identity'
import { aSite } from '#test/site'
import { epochMsOf, plate } from '#values'
import { coordination } from '../../coordination/wire.ts'
import { saveCrossings } from '../crossing/crossing.store.ts'
import { sha256Of } from '../plate-read/image-files.feed.ts'
import { arrivals } from '../wire.ts'
import { answerRequest } from './picture.store.ts'

const centre = await aSite({ wirings: [arrivals, coordination], site: 'centre' })
const officer = centre.signedInAs('caseworker')
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex')
const now = centre.clock.now()

async function passedAtCalais(imageSha256: string): Promise<string> {
  const id = newIdAt(epochMsOf(now))
  await saveCrossings(centre.db, [{ id, site: 'calais', lane: '4', direction: null, firstSeenAt: now, lastSeenAt: now, plates: [{ id: newIdAt(epochMsOf(now)), part: null, plate: plate('B84KLG'), country: null, confidence: 0.9, characterConfidence: null, readId: newId(), imageSha256, seenAt: now }] }])
  return id
}

const page = async (id: string): Promise<string> => (await officer.get(`/crossings/${id}`)).body
const asked = async (): Promise<number> => (await sql<{ count: number }>`select count(*) as count from arrivals.picture_request`.execute(centre.db)).rows[0]?.count ?? 0

describe('a picture of another port', () => {
  const name = sha256Of(jpeg)
  test('is fetched when somebody asks, not when the page is opened; who asked is in the audit', async () => {
    const id = await passedAtCalais(name)
    assert.match(await page(id), /Picture kept at Calais[^]*Fetch the pictures from/)
    assert.equal(await asked(), 0)
    assert.equal((await officer.get(`/images/${name}`)).statusCode, 404)
    await officer.post(`/crossings/${id}/pictures`)
    assert.equal(await asked(), 1)
    assert.match(await page(id), /Picture on its way from Calais/)
    await officer.post(`/crossings/${id}/pictures`)
    assert.equal(await asked(), 1)
    const { rows } = await sql<{ what: string }>`select body ->> 'what' as what from history.entry where stream = 'look:plate:B84KLG' and body ->> 'what' like 'pictures%'`.execute(centre.db)
    assert.deepEqual(rows[0], { what: `pictures of crossing ${id}` })

    await answerRequest(centre.db, 'calais', name, jpeg)
    assert.match(await page(id), new RegExp(`<img class="seen-plate__picture" src="/images/${name}"`))
    const picture = await officer.get(`/images/${name}`)
    assert.deepEqual([picture.statusCode, picture.headers['content-type'], picture.rawPayload.equals(jpeg)], [200, 'image/jpeg', true])
  })
  test('that came spoiled is not shown', async () => {
    const other = sha256Of('another picture')
    await passedAtCalais(other)
    await sql`insert into arrivals.picture_copy values (${newId()}, 'calais', ${other}, ${jpeg}, ${now})`.execute(centre.db)
    assert.equal((await officer.get(`/images/${other}`)).statusCode, 404)
  })
  test('that its port no longer has is said to be gone', async () => {
    const gone = sha256Of('gone')
    const id = await passedAtCalais(gone)
    await officer.post(`/crossings/${id}/pictures`)
    await answerRequest(centre.db, 'calais', gone, undefined)
    assert.match(await page(id), /Picture no longer kept/)
  })
  test('is not fetched by those who may not see the crossing', async () => {
    const id = await passedAtCalais(sha256Of('x'))
    assert.equal((await centre.signedInAs('finance').post(`/crossings/${id}/pictures`)).statusCode, 403)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { newId, newIdAt } from '#platform/identity'
import { aSite } from '#test/site'
import { epochMsOf, hoursAfter, instant } from '#values'
import { sightingsOnPage } from '../limits.ts'
import { coordination } from '../wire.ts'

const centre = await aSite({ wirings: [coordination], site: 'centre', now: '2026-03-10T12:00:00Z' })
const officer = centre.signedInAs('caseworker')

for (let hour = 1; hour <= sightingsOnPage + 1; hour += 1) {
  const at = hoursAfter(-hour, instant('2026-03-10T12:00:00Z'))
  const [crossing, seen] = [newIdAt(epochMsOf(at)), newIdAt(epochMsOf(at))]
  await sql`insert into arrivals.crossing values (${crossing}, 'calais', '4', null, ${at}, ${at})`.execute(centre.db)
  await sql`insert into arrivals.crossing_plate (id, site, crossing_id, plate, read_id, seen_at) values (${seen}, 'calais', ${crossing}, ${`AB${100 + hour}CD`}, ${newId()}, ${at})`.execute(centre.db)
}

const asked = '/vehicles?plate=AB*CD&reason=Second+find&reference=CASE-7'
const looks = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ what: string }>`select body ->> 'what' as what from history.entry where stream = 'look:plate:AB*CD' order by seq`.execute(centre.db)
  return rows.map(({ what }) => what)
}

describe('a search by part of a plate', () => {
  test('shows nothing and logs nothing without a reason, a case and three known characters', async () => {
    for (const less of ['/vehicles?plate=AB*CD', '/vehicles?plate=AB*CD&reason=Second+find', '/vehicles?plate=A*&reason=Second+find&reference=CASE-7']) {
      assert.doesNotMatch((await officer.get(less)).body, /lane 4/)
    }
    assert.deepEqual(await looks(), [])
  })
  test('shows the newest page and the way to the next; the audit has its terms, its purpose and how many it found', async () => {
    const first = (await officer.get(asked)).body
    assert.equal(first.match(/seen-list__line/g)?.length, sightingsOnPage)
    const older = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.equal((await officer.get(older)).body.match(/seen-list__line/g)?.length, 1)
    assert.deepEqual(await looks(), ['vehicle history of AB*CD, every port: 50 found, and there are older ones', 'vehicle history of AB*CD, every port: 1 found, a further page'])
    const { rows } = await sql<{ reason: string }>`select reason from history.entry where stream = 'look:plate:AB*CD'`.execute(centre.db)
    assert.deepEqual(new Set(rows.map(({ reason }) => reason)), new Set(['Second find (CASE-7)']))
  })
  test('is a file under the same right and with the same entry in the audit', async () => {
    const file = await officer.get(asked.replace('/vehicles', '/vehicles.csv'))
    assert.equal(file.body.trim().split('\r\n').length, sightingsOnPage + 2)
    assert.match(file.body, /^\uFEFF"?plate/)
    assert.equal((await looks()).at(-1), 'vehicle history of AB*CD, every port: 51 found')
    assert.equal((await centre.signedInAs('finance').get(asked.replace('/vehicles', '/vehicles.csv'))).statusCode, 403)
    assert.equal((await officer.get('/vehicles.csv?plate=AB*CD')).statusCode, 303)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aSite } from '#test/site'
import { coordination, engagementWithVictims } from '../wire.ts'
import { victimContacts } from './victim-contact.store.ts'

const centre = await aSite({ wirings: [engagementWithVictims, coordination], site: 'centre', now: '2026-06-10T12:00:00Z' })
const owner = centre.signedInAs('watchlist-owner')

async function found(plate: string, alarmRaisedBy: 'driver' | 'search', recordedAt: string, company = ''): Promise<void> {
  const persons = [{ capacity: 'driver', name: 'A. Driver', company: null }, { capacity: 'operator', name: 'An operator', company }]
  await sql`insert into examinations.detection (id, site, stage, started_at, started_by, recorded_at, alarm, vehicle, papers, scene, photos, hand_overs, corrections)
    values (${newId()}, 'calais', 'recorded', ${recordedAt}, 'x', ${recordedAt}, ${JSON.stringify({ alarmRaisedBy })}::jsonb, ${JSON.stringify({ tractorPlate: plate, trailerPlate: null })}::jsonb, ${JSON.stringify({ persons })}::jsonb, '{}', '[]', '[]', '[]')`.execute(centre.db)
}

await found('VICTIM1', 'driver', '2026-01-10T10:00:00Z', 'Route Transport')
await found('VICTIM1', 'search', '2026-03-10T10:00:00Z', 'Route Transport')
await found('NEVERSAID', 'search', '2026-01-10T10:00:00Z')
await found('NEVERSAID', 'search', '2026-02-10T10:00:00Z')
await found('ONLYONCE', 'driver', '2026-02-10T10:00:00Z')
await found('LONGAGO', 'driver', '2023-01-10T10:00:00Z')
await found('LONGAGO', 'driver', '2026-02-10T10:00:00Z')

const list = async (): Promise<string> => (await owner.get('/repeat-victims?reason=Engagement+plan')).body
const looks = async (): Promise<number> => (await sql<{ count: number }>`select count(*) as count from history.entry where stream = 'look:repeat-victims'`.execute(centre.db)).rows[0]?.count ?? 0

describe('repeat victims', () => {
  test('are shown for a reason, and the look is logged', async () => {
    assert.doesNotMatch((await owner.get('/repeat-victims')).body, /VICTIM1/)
    assert.equal(await looks(), 0)
    assert.match(await list(), /VICTIM1/)
    assert.equal(await looks(), 1)
  })
  test('are vehicles found with people again whose driver raised the alarm, and no others', async () => {
    const body = await list()
    assert.match(body, /VICTIM1[^]*?>2<[^]*?>1<[^]*?Calais[^]*?Route Transport[^]*?Contact proposed/)
    assert.doesNotMatch(body, /NEVERSAID|ONLYONCE|LONGAGO|A\. Driver/)
  })
  test('are offered help by a named officer; after the next find it is proposed again', async () => {
    const id = newId()
    assert.equal((await owner.post('/repeat-victims/VICTIM1/contact', { id, how: 'telephone', note: '' })).statusCode, 422)
    assert.equal((await owner.post('/repeat-victims/VICTIM1/contact', { id, how: 'telephone', note: 'Secure parking named' })).statusCode, 303)
    assert.deepEqual(await foldHistory(centre.db, victimContacts, id), await victimContacts.read(centre.db, id))
    const body = await list()
    assert.match(body, /By telephone[^]*Test watchlist-owner[^]*Secure parking named/)
    assert.doesNotMatch(body, /Contact proposed/)
    await found('VICTIM1', 'driver', '2026-06-11T10:00:00Z')
    assert.match(await list(), /Contact proposed/)
  })
  test('are not shown to those who decide on penalties', async () => {
    for (const role of ['caseworker', 'senior-officer', 'finance'] as const) assert.equal((await centre.signedInAs(role).get('/repeat-victims?reason=Engagement+plan')).statusCode, 403)
  })
})

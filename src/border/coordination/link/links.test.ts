import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { linkControl } from '#platform/replication'
import { aSite } from '#test/site'
import { linkWiring } from './wire.ts'

describe('the links page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-links-'))
  after(() => rm(folder, { recursive: true, force: true }))
  const control = linkControl(folder)
  const rehearsal = await aSite({ wirings: [linkWiring(control)], site: 'calais' })
  const earnest = await aSite({ wirings: [linkWiring(undefined)], site: 'centre', mode: 'production' })

  test('says what it means that nothing has arrived yet, in both languages', async () => {
    const officer = rehearsal.signedInAs('lane-officer')
    assert.match((await officer.get('/replication')).body, /Not joined yet.*Nothing has ever arrived/s)
    assert.match((await officer.get('/replication', { cookie: `${officer.cookie}; language=fr` })).body, /Pas encore reliés/)
  })

  test('shows the centre a link for each port', async () => {
    const { body } = await earnest.signedInAs('auditor').get('/replication')
    for (const port of ['Calais', 'Coquelles', 'Dunkerque']) assert.match(body, new RegExp(`↔ ${port}`))
  })

  test('lets a duty officer cut a port off in a rehearsal, and join it again', async () => {
    const duty = rehearsal.signedInAs('duty-officer-fr')
    assert.equal((await duty.post('/replication/calais/cut')).statusCode, 303)
    assert.equal(await control.isCut('calais'), true)
    assert.match((await duty.get('/replication')).body, /Heal this link/)
    assert.equal((await duty.post('/replication/calais/heal')).statusCode, 303)
    assert.equal(await control.isCut('calais'), false)
  })

  test('shows no such button to a lane officer, and refuses the act', async () => {
    const officer = rehearsal.signedInAs('lane-officer')
    assert.doesNotMatch((await officer.get('/replication')).body, /Cut this link/)
    assert.equal((await officer.post('/replication/calais/cut')).statusCode, 403)
    assert.equal(await control.isCut('calais'), false)
  })

  test('has no button at all outside a demonstration', async () => {
    const duty = earnest.signedInAs('duty-officer-uk')
    assert.doesNotMatch((await duty.get('/replication')).body, /Cut this link/)
    assert.equal((await duty.post('/replication/calais/cut')).statusCode, 404)
  })

  test('shows an alarm with the command that repairs it, and what is over with how long it lasted', async () => {
    await sql`
      insert into platform.link_event (peer, lane, name, began_at, ended_at, about) values
        ('centre', 'alerts', 'clashing-row', now() - interval '3 min', null, '{"repairAt": "calais", "conflicts": 2}'),
        ('centre', '', 'cut', now() - interval '5 h', now() - interval '3 h', '{"repairAt": "calais"}')
    `.execute(rehearsal.db)
    const officer = rehearsal.signedInAs('lane-officer')
    const { body } = await officer.get('/replication')
    assert.match(body, /Row in the way.*Everything behind it on this lane waits.*juxta link repair --site calais --from centre --alarm clashing-row/s)
    assert.match(body, /Link cut.*2 h/s)
    assert.match((await officer.get('/replication', { cookie: `${officer.cookie}; language=fr` })).body, /Ligne en conflit.*Tout ce qui suit dans ce flux attend/s)
  })
})

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
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
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aSite } from '#test/site'
import { arrivals } from '../../arrivals/wire.ts'
import { examinations } from '../../examinations/wire.ts'
import { coordination, lanes } from '../wire.ts'

const site = await aSite({ wirings: [lanes, arrivals, examinations, coordination] })
const duty = site.signedInAs('duty-officer-uk')
const officer = site.signedInAs('lane-officer')
const fault = (port: string, camera: string) => sql`insert into arrivals.camera_fault (id, site, camera_id, kind, measured, since_at) values (gen_random_uuid(), ${port}, ${`${port}-${camera}`}, 'silent', '{"fault": "silent"}', now())`.execute(site.db)

describe('a camera that has a fault', () => {
  test('is said on the boards, each port its own, until it is over', async () => {
    assert.doesNotMatch((await officer.get('/lanes')).body, /camera has a fault/)
    await fault('calais', '1-front')
    await fault('dunkerque', '1-front')
    await fault('dunkerque', '2-front')
    assert.match((await officer.get('/lanes')).body, /1 camera has a fault: its lane may look quieter than it is/)
    const board = (await duty.get('/board', { cookie: `${duty.cookie}; language=fr` })).body
    assert.match(board, /1 caméra en défaut/)
    assert.match(board, /2 caméras en défaut/)
    await sql`update arrivals.camera_fault set ended_at = now() where site = 'calais'`.execute(site.db)
    assert.doesNotMatch((await officer.get('/lanes')).body, /camera has a fault/)
  })
})

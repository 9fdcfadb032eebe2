import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { aSite } from '#test/site'
import { penalties } from '../wire.ts'
import { listsFor, listThing, readList } from './saved-list.store.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-20T10:00:00Z' })
const [ines, omar] = [site.signedInAs('caseworker', { id: 'ines', name: 'Ines' }), site.signedInAs('caseworker', { id: 'omar', name: 'Omar' })]
const idOf = async () => (await listsFor(site.db, 'ines'))[0]?.id ?? assert.fail()

describe('a list that is kept', () => {
  test('is an address of a list and nothing else', async () => {
    assert.equal((await ines.post('/casework/lists', { address: '/ledger', name: 'Money' })).statusCode, 422)
    await ines.post('/casework/lists', { address: '/cases?stage=proposed&page=4', name: 'To decide' })
    assert.deepEqual((await listsFor(site.db, 'ines')).map(({ name, address, forTeam }) => [name, address, forTeam]), [['To decide', '/cases?stage=proposed', false]])
    assert.doesNotMatch((await omar.get('/casework/lists')).body, /To decide/)
  })
  test('says who kept it, changed it and shared it when, to those who may use it and to those who inspect', async () => {
    const id = await idOf()
    await ines.post('/casework/lists', { address: '/cases?waits=decide', name: 'To decide', forTeam: 'yes' })
    assert.equal(await idOf(), id)
    for (const reader of [omar, site.signedInAs('auditor')]) {
      assert.match((await reader.get('/casework/lists')).body, /Ines: Kept for the whole team: Active cases, that wait for “Decide”[\s\S]*Ines: Kept for themselves: Cases at the stage “/)
    }
    assert.deepEqual(await foldHistory(site.db, listThing, id), await readList(site.db, id))
  })
  test('is forgotten by whoever keeps it and by nobody else, and its history stays', async () => {
    const id = await idOf()
    assert.equal((await omar.post(`/casework/lists/${id}/drop`)).statusCode, 409)
    await ines.post(`/casework/lists/${id}/drop`)
    assert.deepEqual(await listsFor(site.db, 'ines'), [])
    assert.match((await omar.get('/casework/lists')).body, /Forgotten/)
    assert.deepEqual(await foldHistory(site.db, listThing, id), await readList(site.db, id))
    await ines.post('/casework/lists', { address: '/cases?mine=yes', name: 'To decide' })
    assert.notEqual(await idOf(), id)
  })
})

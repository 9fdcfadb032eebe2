import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { aProposedCase, anOpenCase, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { aSite } from '#test/site'
import { eventsOf } from '#test/penalties'
import { until } from '#test/until'
import { foldHistory, historyOf } from '#platform/events'
import { newId } from '#platform/identity'
import { day, instant, pounds } from '#values'
import { readCase } from '../case/case.store.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { raiseFlag } from '../flag/raise-flag.ts'
import { flagThing } from '../flag/flag.store.ts'
import { holdsOfCase } from '../recovery/hold.store.ts'
import { penalties } from '../wire.ts'
import { actorOf, beginBulk, isUndoable, prepareBulk, type BulkAct } from './bulk-act.ts'
import { bulkThing, changeBulk, readBulk } from './bulk-act.store.ts'
import { bulkCounts } from './bulk-results.store.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-20T10:00:00Z' })
const { db } = site
const [open, issued] = [await anOpenCase(db), await aProposedCase(db)]
for (const capacity of ['driver', 'owner'] as const) {
  const penaltyId = await penaltyFor(db, issued, capacity)
  await decide(db, penaltyId, pounds(6000))
  await issue(db, penaltyId)
}
const senior = site.signedInAs('senior-officer')
const second = site.signedInAs('senior-officer', { id: 'second-senior', name: 'Second Senior' })
const caseworker = site.signedInAs('caseworker')
await senior.post('/casework/team/rowan', { name: 'Rowan', sharePercent: '100' })

const prepare = async (form: Readonly<Record<string, string>>) => String((await senior.post('/casework/picked', { bulkId: newId(), reasons: 'Everybody of this kind', ...form })).headers.location)
const idOf = (address: string): string => address.split('/').at(-1) ?? ''

describe('picking', () => {
  test('goes on from list to list, and takes what the list itself would show', async () => {
    const picked = await senior.post('/casework/picked/add', { pick: open, list: '/cases?stage=open' })
    assert.equal(picked.headers.location, '/cases?stage=open')
    await senior.post('/casework/picked/add', { all: 'yes', list: '/cases?stage=decided' })
    assert.match((await senior.get('/cases')).body, /2 picked/)
    assert.match((await senior.get('/casework/picked')).body, /2 cases, at most 2,000/)
  })
  test('is each officer’s own', async () => assert.match((await second.get('/casework/picked')).body, /Nothing is picked/))
  test('leads back to a list and nowhere else', async () => {
    assert.equal((await senior.post('/casework/picked/add', { pick: open, list: 'https://example.org/?stage=open' })).headers.location, '/cases?stage=open')
  })
})

describe('an act on many cases', () => {
  test('says before it is run what would be refused and why, and changes nothing by saying so', async () => {
    const address = await prepare({ act: 'close' })
    const { body } = await senior.get(address)
    assert.match(body, /0 will be done, 2 will be refused/)
    assert.match(body, /A penalty is still open/)
    assert.equal((await readCase(db, open))?.stage, 'open')
    await senior.post(`${address}/drop`)
    assert.equal((await senior.post(`${address}/run`)).statusCode, 409)
  })
  test('is done to those it can be done to, with the reasons in the history of each and a result of its own', async () => {
    const address = await prepare({ act: 'move', to: 'rowan' })
    assert.match((await senior.get(address)).body, /2 will be done, 0 will be refused/)
    assert.equal((await senior.post(`${address}/run`)).statusCode, 303)
    for (const id of [open, issued]) assert.equal((await readCase(db, id))?.caseworkerName, 'Rowan')
    assert.equal((await historyOf(db, 'case', open)).at(-1)?.by.reason, 'Everybody of this kind')
    assert.match((await senior.get(`${address}/report.csv`)).body, /JX-2024-\d+,Given to somebody else,/)
    assert.match((await senior.get('/casework/picked')).body, /Nothing is picked/)
    assert.deepEqual(await foldHistory(db, bulkThing, idOf(address)), await readBulk(db, idOf(address)))
  })
  test('that was cut off goes on where it stopped', async () => {
    await senior.post('/casework/picked/add', { pick: [open, issued] })
    const address = await prepare({ act: 'hold', kind: 'complaint' })
    await second.post(`${address}/approve`)
    await sql`insert into penalties.bulk_result (bulk_id, case_id, refused, at) values (${idOf(address)}, ${issued}, null, now())`.execute(db)
    await senior.post(`${address}/run`)
    assert.deepEqual(await holdsOfCase(db, issued), [])
    assert.match((await senior.get(address)).body, /1 done, 1 refused/)
  })
  test('leaves a flagged case for a person to close', async () => {
    const flagId = newId()
    const raising = { flagId, kind: 'press', personId: null, reasons: 'A paper asked', fromOn: day('2024-03-20'), untilOn: null, reviewOn: day('2024-04-10'), raisedBy: { officerId: 'rose', name: 'Rose Adeyemi' } } as const
    eventsOf(await changeInFile(db, flagThing, { id: flagId, caseId: issued, by: site.by('caseworker') }, (_none, { found, others }) => raiseFlag(found, others, raising)))
    await senior.post('/casework/picked/add', { pick: issued })
    const address = await prepare({ act: 'close' })
    assert.match((await senior.get(address)).body, /A flag stands, so the case does not close by itself/)
    await senior.post(`${address}/drop`)
  })
  test('that touches penalties needs two officers', async () => {
    await senior.post('/casework/picked/add', { pick: issued })
    const address = await prepare({ act: 'hold', kind: 'complaint' })
    assert.equal((await senior.post(`${address}/run`)).statusCode, 409)
    assert.match((await senior.post(`${address}/approve`)).body, /another officer must approve/)
    assert.equal((await caseworker.post(`${address}/approve`)).statusCode, 403)
    assert.equal((await second.post(`${address}/approve`)).statusCode, 303)
    await senior.post(`${address}/run`)
    assert.equal((await holdsOfCase(db, issued)).length, 2)
    assert.equal((await senior.post(`${address}/undo`, { reasons: '' })).statusCode, 422)
    await senior.post(`${address}/undo`, { reasons: 'The complaint was about others' })
    assert.ok((await holdsOfCase(db, issued)).every(({ lifted }) => lifted?.reasons === 'The complaint was about others'))
    assert.deepEqual(await foldHistory(db, bulkThing, idOf(address)), await readBulk(db, idOf(address)))
  })
  test('is prepared once, however often its form is sent', async () => {
    await senior.post('/casework/picked/add', { pick: issued })
    const form = { bulkId: newId(), act: 'close', reasons: 'Twice' }
    const sent = [await senior.post('/casework/picked', form), await senior.post('/casework/picked', form)]
    assert.deepEqual(sent.map(({ headers }) => headers.location), [`/casework/bulk/${form.bulkId}`, `/casework/bulk/${form.bulkId}`])
    assert.equal((await historyOf(db, 'bulk-act', form.bulkId)).length, 1)
    assert.equal((await second.post('/casework/picked', form)).statusCode, 409)
    await senior.post(`/casework/bulk/${form.bulkId}/drop`)
  })
  test('is undone as a whole for a day, where nothing else was done since', async () => {
    for (const name of ['Sorrel', 'Tansy']) await senior.post(`/casework/team/${name.toLowerCase()}`, { name, sharePercent: '100' })
    await senior.post('/casework/picked/add', { pick: [open, issued] })
    const address = await prepare({ act: 'move', to: 'sorrel' })
    await senior.post(`${address}/run`)
    await senior.post('/casework/picked/add', { pick: issued })
    await senior.post(`${await prepare({ act: 'move', to: 'tansy' })}/run`)
    const { body } = await senior.get(address)
    assert.match(body, /Undo the 2/)
    await senior.post(`${address}/undo`, { reasons: 'Sorrel leaves' })
    assert.deepEqual([(await readCase(db, open))?.caseworkerName, (await readCase(db, issued))?.caseworkerName], ['Rowan', 'Tansy'])
    assert.match((await senior.get(address)).body, /1 undone, 1 stay as they are[\s\S]*Given back[\s\S]*Something else was done to it since/)
    assert.equal((await senior.post(`${address}/undo`, { reasons: 'Again' })).statusCode, 409)
  })
  test('goes on by itself when nobody waits for it, and says how far it is', async () => {
    const bulkId = newId()
    const prepared = { bulkId, act: 'move', answers: { to: 'rowan', toName: 'Rowan' }, caseIds: [open, issued], reasons: 'By itself', preparedBy: actorOf(senior.officer), preparedAt: site.clock.now() } as const
    eventsOf(await changeBulk(db, bulkId, site.by('senior-officer'), () => prepareBulk(undefined, prepared, 2)))
    await until('every case is checked', async () => (await bulkCounts(db, bulkId)).checked === 2)
    eventsOf(await changeBulk(db, bulkId, site.by('senior-officer'), (bulk) => beginBulk(bulk, { runBy: actorOf(senior.officer), runAt: site.clock.now(), isChecked: true })))
    await until('the act has run', async () => (await readBulk(db, bulkId))?.stage === 'run')
    assert.match((await senior.get(`/casework/bulk/${bulkId}`)).body, /1 done, 1 refused|2 done, 0 refused/)
  })
  test('is not undone as a whole a day later', () => {
    const run = { stage: 'run', runAt: instant('2024-03-20T10:00:00Z') } as BulkAct
    assert.deepEqual(['2024-03-21T10:00:00Z', '2024-03-21T10:00:01Z'].map((at) => isUndoable(run, instant(at), 24)), [true, false])
  })
  test('asks for the right of the act itself in each case', async () => {
    await caseworker.post('/casework/picked/add', { pick: open })
    const { headers } = await caseworker.post('/casework/picked', { bulkId: newId(), act: 'move', to: 'rowan', reasons: 'Mine now' })
    assert.match((await caseworker.get(String(headers.location))).body, /You may not do this/)
  })
})

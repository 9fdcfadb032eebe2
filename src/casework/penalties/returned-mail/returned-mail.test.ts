import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { byOfficer, ids, keepCaseFile } from '#test/a-case-file'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite } from '#test/site'
import { day, instant } from '#values'
import { caseStateOf } from '../case/case-state.store.ts'
import { readCase } from '../case/case.store.ts'
import { rememberReason } from '../case/look-reason.store.ts'
import { requiredActions } from '../case/required-actions.ts'
import { lastDayFor } from '../deadline/last-day-for.ts'
import { documentsOfPenalty } from '../notice/document.store.ts'
import { draftNotice } from '../notice/draft-notice.store.ts'
import { issuePenaltyNotice } from '../notice/issue-penalty-notice.store.ts'
import { readPenalty, penaltyThing } from '../penalty/penalty.store.ts'
import { readPerson } from '../person/person.store.ts'
import { batchThing, readBatch } from '../print-room/print-batch.store.ts'
import { dispatchesOfPenalty, readDispatch } from '../service/dispatch.store.ts'
import { dueDispatches } from '../service/lane.store.ts'
import { penalties } from '../wire.ts'
import { returnsOfCases, returnThing } from './returned-letter.store.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2023-03-03T09:00:00Z' })
const address = await site.listen()
const { db, clock } = site
await keepCaseFile(db)
const caseworker = site.signedInAs('caseworker')
const references = { driver: 'JX-2023-000042-D1', owner: 'JX-2023-000042-O1' }

for (const penaltyId of [ids.driverPenalty, ids.ownerPenalty]) {
  const writing = { penaltyId, on: day('2023-03-03'), demonstration: true }
  await issuePenaltyNotice(db, { penaltyId, issuedOn: writing.on, demonstration: true, draftRead: (await draftNotice(db, writing))?.fingerprint ?? '', by: byOfficer(writing.on) })
}

async function at(moment: string): Promise<void> {
  clock.set(instant(moment))
  await rememberReason(db, { officerId: 'test-caseworker', caseId: ids.case, reason: 'I am working on this case', at: clock.now() })
}

async function state() {
  const found = (await readCase(db, ids.case)) ?? assert.fail()
  return (await caseStateOf(db, found, clock.today())).state
}

let batch = ''
const letterTo = async (penaltyId: string) => (await dispatchesOfPenalty(db, penaltyId)).find(({ channel }) => channel === 'post')?.id ?? assert.fail('no letter by post')
const returned = async (penaltyId: string) => (await returnsOfCases(db, [ids.case])).find((each) => each.penaltyId === penaltyId) ?? assert.fail('nothing came back')
const bag = { letters: [references.driver, references.owner], code: 'moved', returnedOn: '2023-03-15', note: 'Sticker of the post, box 4' }
const found = { addressLines: 'Strada Nouă 5\n300005 Timișoara', country: 'Romania', source: 'The employer, by e-mail', asOf: '2023-03-16' }

describe('a letter by post', () => {
  test('that has not left cannot come back', async () => {
    await at('2023-03-03T10:00:00Z')
    assert.match((await caseworker.get(`/returned-mail/new?references=${references.driver}`)).body, /No letter by post has left under/)
  })
  test('is printed with others in a batch, of which a spoiled one waits for the next', async () => {
    const [driver, owner] = [await letterTo(ids.driverPenalty), await letterTo(ids.ownerPenalty)]
    const made = await caseworker.post('/letters/print', { letters: [driver, owner] })
    batch = String(made.headers.location)
    assert.equal((await caseworker.post('/letters/print', { letters: [driver] })).statusCode, 409, 'no letter is in two batches')
    assert.deepEqual(await dueDispatches(db, ['post'], clock.now(), 10), [], 'nor does a carrier get what is being printed')
    assert.equal((await caseworker.post(`${batch}/taken-out`, { dispatchId: driver, outReasons: 'The sheet was torn' })).statusCode, 303)
    const { rawPayload } = await caseworker.get(`${batch}/batch.zip`)
    const kept = (await documentsOfPenalty(db, ids.ownerPenalty))[0]?.pdf ?? assert.fail()
    assert.ok(rawPayload.includes(kept), 'the bytes that were kept are what is printed')
    assert.equal(rawPayload.includes((await documentsOfPenalty(db, ids.driverPenalty))[0]?.pdf ?? assert.fail()), false)
    assert.match((await caseworker.get('/letters/print')).body, new RegExp(`value="${driver}" checked`))
  })
  test('is sent once the envelopes at the tray are as many as the letters of the batch, which then proves it', async () => {
    const posted = { on: '2023-03-03', evidence: 'Tray 2, 16:00' }
    assert.equal((await caseworker.post(`${batch}/posted`, { ...posted, envelopes: '1' })).statusCode, 409, 'not before it was printed')
    assert.equal((await caseworker.post(`${batch}/printed`)).statusCode, 303)
    assert.equal((await caseworker.post(`${batch}/posted`, { ...posted, envelopes: '2' })).statusCode, 409)
    assert.equal((await caseworker.post(`${batch}/posted`, { ...posted, envelopes: '1' })).statusCode, 303)
    assert.equal((await readDispatch(db, await letterTo(ids.ownerPenalty)))?.sent?.evidence, 'Batch 1, 1 of 1: Tray 2, 16:00')
    const id = batch.split('/').at(-1) ?? ''
    assert.deepEqual(await foldHistory(db, batchThing, id), await readBatch(db, id))
  })
  test('is sent by whoever posts it, with what proves it', async () => {
    const id = await letterTo(ids.driverPenalty)
    assert.equal((await caseworker.post(`/dispatches/${id}/sent`, { on: '2023-03-03', sentEvidence: '' })).statusCode, 422)
    assert.equal((await caseworker.post(`/dispatches/${id}/sent`, { on: '2023-03-03', sentEvidence: 'Tray 3, 16:30' })).statusCode, 303)
    const { body } = await caseworker.get(`/dispatches/${id}`)
    assert.match(body, /Silence is not delivery/)
    assert.match(body, /Tuesday 7 March 2023/)
  })
})

describe('a bag of returned mail', () => {
  test('is looked up by the references before anything is recorded', async () => {
    await at('2023-03-15T10:00:00Z')
    const { body } = await caseworker.get(`/returned-mail/new?references=${references.driver}%20${references.owner.toLowerCase()}%20JX-1`)
    assert.match(body, /2 letters found/)
    assert.match(body, /JX-1</)
    assert.equal((await returnsOfCases(db, [ids.case])).length, 0)
  })
  test('is recorded in one act, each letter once', async () => {
    assert.equal((await caseworker.post('/returned-mail/record', { ...bag, note: '' })).statusCode, 422)
    assert.equal((await caseworker.post('/returned-mail/record', bag)).statusCode, 303)
    assert.equal((await caseworker.post('/returned-mail/record', bag)).statusCode, 409)
    assert.equal((await returnsOfCases(db, [ids.case])).length, 2)
  })
  test('holds recovery until somebody has served it again, and moves no day', async () => {
    const { standstills } = await state()
    assert.deepEqual([standstills?.has(ids.driverPenalty), standstills?.has(ids.ownerPenalty)], [true, true])
    const actions = requiredActions(await state())
    assert.ok(actions.some(({ code, text }) => code === 'returned-mail' && /trace the reader/.test(text)))
    assert.ok(actions.every(({ code }) => code !== 'await-payment'))
    const penalty = (await readPenalty(db, ids.driverPenalty)) ?? assert.fail()
    assert.equal(lastDayFor('object', penalty).day, '2023-03-31')
  })
  test('is a backlog with its age, and nothing of it is for those who may not see the cases', async () => {
    assert.match((await caseworker.get('/returned-mail')).body, /JX-2023-000042-D1/)
    assert.equal((await site.signedInAs('analyst').get('/returned-mail')).statusCode, 403)
  })
})

describe('tracing', () => {
  test('leaves a trace of who was asked, and is not done with the address it came back from', async () => {
    const { id, to } = await returned(ids.driverPenalty)
    assert.equal((await caseworker.post(`/returned-mail/${id}/enquiries`, { asked: 'The licensing authority, by letter' })).statusCode, 303)
    assert.equal((await caseworker.post(`/returned-mail/${id}/sent-again`, { againReasons: 'Before tracing' })).statusCode, 409)
    assert.equal((await caseworker.post(`/returned-mail/${id}/address`, { ...found, addressLines: to.lines.join('\n').toUpperCase() })).statusCode, 409)
  })
  test('puts the new address on the person, for every letter and every team', async () => {
    await at('2023-03-16T10:00:00Z')
    for (const penaltyId of [ids.driverPenalty, ids.ownerPenalty]) assert.equal((await caseworker.post(`/returned-mail/${(await returned(penaltyId)).id}/address`, found)).statusCode, 303)
    assert.deepEqual((await readPerson(db, ids.driver))?.identity.address, { lines: ['Strada Nouă 5', '300005 Timișoara'], country: 'Romania', source: found.source, asOf: found.asOf })
    assert.match((await caseworker.get(`/cases/${ids.case}`)).body, /A letter came back from .*; traced: The employer, by e-mail/)
  })
})

describe('serving again', () => {
  test('with new days issues a notice of its own day, whose times run anew, and the debt stays one', async () => {
    const { id } = await returned(ids.driverPenalty)
    const { body } = await caseworker.get(`/returned-mail/${id}`)
    const draftRead = /name="draftRead" value="(\w+)"/.exec(body)?.[1] ?? ''
    assert.equal((await caseworker.post(`/returned-mail/${id}/new-notice`, { draftRead: 'another', newReasons: 'Never had it' })).statusCode, 409)
    assert.equal((await caseworker.post(`/returned-mail/${id}/new-notice`, { draftRead, newReasons: 'The driver had moved before the notice was posted' })).statusCode, 303)
    const penalty = (await readPenalty(db, ids.driverPenalty)) ?? assert.fail()
    assert.equal(lastDayFor('object', penalty).day, '2023-04-13')
    assert.equal(penalty.notices.length, 2)
    assert.deepEqual(await foldHistory(db, penaltyThing, ids.driverPenalty), penalty)
  })
  test('with the same days sends the same letter under a covering letter, to the new address, also many in one act', async () => {
    const { id } = await returned(ids.ownerPenalty)
    assert.match((await caseworker.get('/returned-mail')).body, new RegExp(`name="returns" value="${id}"`))
    assert.equal((await caseworker.post('/returned-mail/sent-again', { returns: [id], againReasons: '' })).statusCode, 422)
    assert.equal((await caseworker.post('/returned-mail/sent-again', { returns: [id], againReasons: 'The company asked for a copy at its new office' })).statusCode, 303)
    assert.equal((await caseworker.post(`/returned-mail/${id}/sent-again`, { againReasons: 'Once more' })).statusCode, 409)
    const penalty = (await readPenalty(db, ids.ownerPenalty)) ?? assert.fail()
    assert.equal(lastDayFor('object', penalty).day, '2023-03-31')
    const [letter] = await documentsOfPenalty(db, ids.ownerPenalty)
    assert.equal(letter?.purpose, 'covering-letter')
    assert.deepEqual(letter?.facts.recipient.lines, ['Strada Nouă 5', '300005 Timișoara'])
    assert.match((await caseworker.get(`/penalties/${ids.ownerPenalty}/covering-letter`)).body, /came back to us on Wednesday 15 March 2023/)
  })
  test('lets go of the hold, and what followed stands in the history', async () => {
    const { standstills } = await state()
    assert.deepEqual([standstills?.has(ids.driverPenalty), standstills?.has(ids.ownerPenalty)], [false, false])
    for (const each of await returnsOfCases(db, [ids.case])) assert.deepEqual(await foldHistory(db, returnThing, each.id), each)
    const { body } = await caseworker.get(`/cases/${ids.case}`)
    for (const said of [/Letter came back, recovery stands still/, /Address traced: Strada Nouă 5/, /Notice of £48,000 issued again/]) assert.match(body, said)
  })
  test('with new days is refused after the last day to issue a notice', async () => {
    await at('2023-08-21T10:00:00Z')
    const dispatches = (await dispatchesOfPenalty(db, ids.driverPenalty)).filter(({ stage }) => stage === 'planned')
    for (const { id } of dispatches) {
      await caseworker.post(`/dispatches/${id}/sent`, { on: '2023-03-17', sentEvidence: 'Batch 9' })
      await caseworker.post(`/dispatches/${id}/outcome`, { code: 'unknown-at-address', heardOn: '2023-08-20', outcomeEvidence: 'Sticker' })
    }
    const { id } = (await returnsOfCases(db, [ids.case])).find(({ settled }) => settled === null) ?? assert.fail()
    await caseworker.post(`/returned-mail/${id}/address`, { ...found, addressLines: 'Strada Ultima 1', asOf: '2023-08-20' })
    assert.match((await caseworker.get(`/returned-mail/${id}`)).body, /Issue it again with new days/)
    await at('2023-08-22T10:00:00Z')
    assert.match((await caseworker.get(`/returned-mail/${id}`)).body, /has gone: it can only be sent again with its days as they were/)
    assert.equal((await caseworker.post(`/returned-mail/${id}/new-notice`, { draftRead: (await draftNotice(db, { penaltyId: ids.driverPenalty, on: clock.today(), demonstration: true }))?.fingerprint ?? '', newReasons: 'Late' })).statusCode, 409)
  })
})

describe('on the screen', () => {
  for (const terminal of [{ width: 1440, theme: 'light' }, { width: 390, theme: 'dark' }] as const) {
    test(`at ${terminal.width} pixels axe finds nothing`, async () => {
      const { id, dispatchId } = (await returnsOfCases(db, [ids.case])).find(({ settled }) => settled === null) ?? assert.fail()
      const { page, context } = await aWindow(address, caseworker, terminal)
      for (const [name, path] of Object.entries({ returned: `/returned-mail/${id}`, dispatch: `/dispatches/${dispatchId}`, letters: '/letters?stage=sent', bag: `/returned-mail/new?references=${references.owner}`, backlog: '/returned-mail', templates: '/letters/templates/penalty-notice/2?language=pl' })) {
        await page.goto(path)
        await picture(page, `${name}-${terminal.width}`)
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= terminal.width, `${path} sticks out at the side`)
        await findsNothing(page)
      }
      await context.close()
    })
  }
})

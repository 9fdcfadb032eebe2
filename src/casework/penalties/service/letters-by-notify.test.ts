import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { OutgoingRefused } from '#platform/outgoing'
import { notifyCarrier, readNotifyKey, type Carrier } from '#platform/post'
import { byOfficer, ids, keepCaseFile } from '#test/a-case-file'
import { aSite } from '#test/site'
import { day, instant } from '#values'
import { notifyStub } from '../../../app/letter-post/notify-stub.ts'
import { draftNotice } from '../notice/draft-notice.store.ts'
import { issuePenaltyNotice } from '../notice/issue-penalty-notice.store.ts'
import { returnsOfCases } from '../returned-mail/returned-letter.store.ts'
import { letterReports } from '../wire.ts'
import { dispatchThing, dispatchesOfCases, readDispatch } from './dispatch.store.ts'
import { unmatchedReports } from './lane.store.ts'
import { sendLetters } from './send-letters.feed.ts'

const token = 'agreed-token'
const { db, clock, app } = await aSite({ wirings: [letterReports(token)], site: 'centre', audience: 'public', now: '2023-03-03T09:00:00Z' })
await keepCaseFile(db)
for (const penaltyId of [ids.driverPenalty, ids.ownerPenalty]) {
  const writing = { penaltyId, on: day('2023-03-03'), demonstration: true }
  await issuePenaltyNotice(db, { penaltyId, issuedOn: writing.on, demonstration: true, draftRead: (await draftNotice(db, writing))?.fingerprint ?? '', by: byOfficer(writing.on) })
}

const key = readNotifyKey('demo-00000000-0000-4000-8000-000000000001-00000000-0000-4000-8000-000000000002')
const stub = notifyStub(clock, key, () => true)
let lost = 0

/** The stub behind the same two functions that reach the real one; an answer can be lost on the way back. */
function carrier(): Carrier {
  const headers = (given: Readonly<Record<string, string>>): string => given['authorization'] ?? ''
  const told = ({ status, body }: { status: number; body: object }) => ({ status, body: JSON.stringify(body) })
  return notifyCarrier({ address: 'http://stub', key, emailTemplate: '00000000-0000-4000-8000-000000000003' }, {
    clock,
    send: async (address, body, given) => {
      const answer = told(stub.ask(address.slice('http://stub'.length), headers(given), JSON.parse(body)))
      if (lost > 0) {
        lost -= 1
        throw new OutgoingRefused('unreachable', 'no answer within 20 s')
      }
      return answer
    },
    ask: async (address, given) => told(stub.ask(address.slice('http://stub'.length), headers(given))),
  })
}

const room = { db, clock, carriers: [carrier()], askAfterMinutes: 240 }
const mine = async () => dispatchesOfCases(db, [ids.case])
const report = (path: string, body: object, bearer = token) => app.inject({ method: 'POST', url: `/notify/${path}`, headers: { 'content-type': 'application/json', 'authorization': `Bearer ${bearer}` }, payload: JSON.stringify(body) })

describe('letters handed to GOV.UK Notify', () => {
  test('wait by themselves from the moment a notice is issued, one for each way', async () => {
    assert.deepEqual((await mine()).map(({ channel, stage }) => [channel, stage]), [['post', 'planned'], ['post', 'planned']])
  })

  test('whose answer was lost are asked after by our reference before they are given again', async () => {
    lost = 1
    await sendLetters(room)
    assert.deepEqual((await mine()).map(({ stage }) => stage), ['planned', 'handed-over'])
    clock.set(instant('2023-03-03T09:02:00Z'))
    await sendLetters(room)
    assert.equal(stub.taken().length, 2)
    assert.deepEqual((await mine()).map(({ stage }) => stage), ['handed-over', 'handed-over'])
  })

  test('have not been sent until it says that they were posted', async () => {
    assert.ok((await mine()).every(({ sent }) => sent === null))
    stub.moveOn()
    clock.set(instant('2023-03-06T09:00:00Z'))
    await sendLetters(room)
    assert.deepEqual((await mine()).map(({ stage, sent }) => [stage, sent?.on, sent?.evidence]), [['sent', '2023-03-06', 'GOV.UK Notify: received'], ['sent', '2023-03-06', 'GOV.UK Notify: received']])
  })

  test('that it brings back weeks later are opened once, however often it says so', async () => {
    clock.set(instant('2023-03-27T09:00:00Z'))
    for (const { path, body } of stub.moveOn()) assert.equal((await report(path, body)).statusCode, 200)
    assert.deepEqual((await returnsOfCases(db, [ids.case])).map(({ code, settled }) => [code, settled]), [['returned-unexplained', null], ['returned-unexplained', null]])
  })

  test('and their history folds to their rows', async () => {
    for (const { id } of await mine()) assert.deepEqual(await foldHistory(db, dispatchThing, id), await readDispatch(db, id))
  })
})

describe('reports of carriers at the public door', () => {
  const receipt = { reference: '00000000-0000-7000-8000-00000000dead', status: 'delivered', completed_at: '2023-03-27T09:00:00.000000Z', sent_at: null }
  test('are refused without the agreed token', async () => assert.equal((await report('receipts', receipt, 'another')).statusCode, 401))
  test('that are not what was agreed are refused', async () => assert.equal((await report('receipts', { status: 'fine' })).statusCode, 400))
  test('that fit no letter are kept for a person to look at', async () => {
    assert.equal((await report('receipts', receipt)).statusCode, 200)
    assert.equal((await report('returned-letters', { reference: null, date_sent: null })).statusCode, 200)
    assert.deepEqual((await unmatchedReports(db, 10)).map(({ kind }) => kind).sort(), ['receipt', 'returned-letter'])
  })
})

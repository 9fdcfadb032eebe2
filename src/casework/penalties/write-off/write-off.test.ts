import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aPenaltyIssuedOn, eventsOf, secondSenior, seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { day, noPence, pence, pounds } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { writeOffByOneMaxPence } from '../limits.ts'
import { postReduction } from '../payment/debt.store.ts'
import { moneyOf } from '../payment/money.store.ts'
import { paymentsOfCase } from '../payment/payment.store.ts'
import { settleIfPaid } from '../payment/settle-if-paid.store.ts'
import { takePayment } from '../payment/take-payment.store.ts'
import { trialBalance } from '../payment/trial-balance.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { approvalsNeeded, answerWriteOff, proposeWriteOff, type Proposing } from './judge-write-off.ts'
import { evolveWriteOff, type WriteOff } from './write-off.ts'
import { writeOffCodes } from './write-off-codes.ts'
import { writeOffsOfPenalty, writeOffThing } from './write-off.store.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-05-10T10:00:00Z' })
const caseId = await aProposedCase(db)
const [driver, owner] = [await penaltyFor(db, caseId, 'driver'), await penaltyFor(db, caseId, 'owner')]
for (const id of [driver, owner]) {
  await decide(db, id, pounds(6000))
  await issue(db, id)
}
const officers = ['test-finance', 'test-senior-officer', 'test-auditor']
for (const officerId of officers) await rememberReason(db, { officerId, caseId, reason: 'A debt', at: site.clock.now() })
const [finance, senior] = [site.signedInAs('finance'), site.signedInAs('senior-officer')]
const listening = await site.listen()
const page = (id: string, end = '') => `/penalties/${id}/write-off${end}`
const form = { code: 'gone-abroad', amount: '6,000', evidence: 'Advice of 1 May', reasons: 'No treaty' }
const writeOff = async (id: string, amount: string) => {
  assert.equal((await finance.post(page(id), { ...form, amount })).statusCode, 303)
  assert.equal((await senior.post(page(id, '/approval'), { answer: 'approve', answerReasons: 'Seen the advice' })).statusCode, 303)
}
const balances = async () => {
  const trial = await trialBalance(db)
  assert.deepEqual([trial.differencePence, trial.disagreeing], [0, []])
}

const on = day('2024-05-10')
const issued = aPenaltyIssuedOn('2024-03-01')
const third = { officerId: 'third', name: 'Third Senior' }
const proposing = (change: Partial<Proposing> = {}): Proposing => ({ writeOffId: newId(), code: 'company-wound-up', amountPence: pounds(100), reasons: 'Dissolved', evidence: 'Register entry', by: seniorOfficer, on, ...change })
const debt = (owed = pounds(50_000)) => ({ owedPence: owed, waiting: undefined })
const proposed = (amountPence = pounds(100)): WriteOff => eventsOf(proposeWriteOff(issued, debt(), proposing({ amountPence }))).reduce<WriteOff | undefined>(evolveWriteOff, undefined) ?? assert.fail()
const answering = (by = secondSenior, approve = true) => ({ approve, reasons: 'Seen', by, on, owedPence: pounds(50_000) })

describe('giving up a debt', () => {
  test('is for what is owed, under a code, with what shows it', () => {
    assert.deepEqual(proposeWriteOff(issued, debt(pounds(99)), proposing()), { refused: 'more-than-is-owed' })
    assert.deepEqual(proposeWriteOff(issued, debt(), proposing({ evidence: ' ' })), { refused: 'reasons-needed' })
    assert.deepEqual(proposeWriteOff(issued, { ...debt(), waiting: proposed() }, proposing()), { refused: 'write-off-waits' })
    assert.deepEqual(proposeWriteOff(issued, debt(noPence), proposing()), { refused: 'nothing-to-recover' })
  })
  test('as too small to collect is for £10 and not for a penny more', () => {
    assert.equal(eventsOf(proposeWriteOff(issued, debt(), proposing({ code: 'not-worth-collecting', amountPence: pence(10_00) }))).length, 1)
    assert.deepEqual(proposeWriteOff(issued, debt(), proposing({ code: 'not-worth-collecting', amountPence: pence(10_01) })), { refused: 'above-the-code' })
  })
  test('has codes of three kinds, each named once', () => {
    assert.deepEqual([...new Set(writeOffCodes.map((code) => code.class))].sort(), ['administrative', 'judicial', 'system'])
    assert.equal(new Set(writeOffCodes.map(({ code }) => code)).size, writeOffCodes.length)
  })
  test('is never agreed to by the one who proposed it', () => {
    assert.deepEqual(answerWriteOff(proposed(), answering(seniorOfficer)), { refused: 'write-off-by-the-same-person' })
  })
  test('up to the limit needs one other; a penny more needs two, and not the same one twice', () => {
    assert.deepEqual([approvalsNeeded(pence(writeOffByOneMaxPence)), approvalsNeeded(pence(writeOffByOneMaxPence + 1))], [1, 2])
    const large = proposed(pence(writeOffByOneMaxPence + 1))
    const once = eventsOf(answerWriteOff(large, answering())).reduce<WriteOff>(evolveWriteOff, large)
    assert.equal(once.stage, 'proposed')
    assert.deepEqual(answerWriteOff(once, answering()), { refused: 'write-off-approved-by-them' })
    assert.equal(eventsOf(answerWriteOff(once, answering(third))).reduce<WriteOff>(evolveWriteOff, once).stage, 'written-off')
  })
  test('is not agreed to once it was paid meanwhile', () => {
    assert.deepEqual(answerWriteOff(proposed(), { ...answering(), owedPence: pounds(99) }), { refused: 'more-than-is-owed' })
  })
})

describe('a debt that is written off', () => {
  test('moves nothing until another officer agrees', async () => {
    assert.equal((await finance.post(page(driver), { ...form, code: '' })).statusCode, 422)
    assert.equal((await finance.post(page(driver), form)).statusCode, 303)
    assert.equal((await finance.post(page(driver), form)).statusCode, 409)
    assert.equal((await finance.post(page(driver, '/approval'), { answer: 'approve', answerReasons: 'Mine' })).statusCode, 403)
    assert.equal((await moneyOf(db, driver)).owedPence, 6_000_00)
  })
  for (const width of [1440, 390]) {
    test(`gives axe nothing to find at ${width} pixels, while it waits and in the list`, async () => {
      const { page: window, context } = await aWindow(listening, senior, { width })
      for (const [name, path] of [['write-off', page(driver)], ['write-off-new', page(owner)], ['write-offs', '/ledger/write-offs']] as const) {
        await window.goto(path)
        await picture(window, `${name}-${width}`)
        await findsNothing(window)
      }
      await context.close()
    })
  }
  test('is neither owed nor collected nor cancelled, and stays in sight', async () => {
    assert.equal((await senior.post(page(driver, '/approval'), { answer: 'approve', answerReasons: 'Seen the advice' })).statusCode, 303)
    assert.deepEqual(await moneyOf(db, driver), { issuedPence: 6_000_00, takenOffPence: 0, owedPence: 0, collectedPence: 0, writtenOffPence: 6_000_00 })
    assert.equal((await readPenalty(db, driver))?.stage, 'written-off')
    assert.equal(await settleIfPaid(db, { penaltyId: driver, on, by: bySenior }), false)
    const { body } = await site.signedInAs('auditor').get('/ledger/write-offs')
    for (const said of ['Cannot be collected', '£6,000', 'Abroad, and no route of enforcement there']) assert.ok(body.includes(said), said)
    await balances()
  })
  test('is owed again as far as somebody pays after all, and nothing is offered back', async () => {
    await takePayment(db, { penaltyId: driver, amountPence: pounds(1000), receivedOn: on, recordedOn: on, payer: 'Late payer', method: 'card', reference: 'W-1', by: bySenior })
    const { collectedPence, writtenOffPence, owedPence } = await moneyOf(db, driver)
    assert.deepEqual([collectedPence, writtenOffPence, owedPence], [1_000_00, 5_000_00, 0])
    assert.equal((await paymentsOfCase(db, caseId))[0]?.refund, null)
    await balances()
  })
  test('is taken back whole by a senior officer with reasons, and chased again', async () => {
    assert.equal((await senior.post(page(driver, '/reversal'), { reversalReasons: '' })).statusCode, 422)
    assert.equal((await senior.post(page(driver, '/reversal'), { reversalReasons: 'They came back' })).statusCode, 303)
    assert.deepEqual([(await moneyOf(db, driver)).owedPence, (await readPenalty(db, driver))?.stage], [5_000_00, 'issued'])
    assert.equal((await senior.post(page(driver, '/reversal'), { reversalReasons: 'Again' })).statusCode, 409)
    await balances()
  })
  test('and then cancelled is taken off, with only what was paid to give back', async () => {
    await writeOff(owner, '4000')
    await takePayment(db, { penaltyId: owner, amountPence: pounds(2000), receivedOn: on, recordedOn: on, payer: 'Payer', method: 'card', reference: 'W-2', by: bySenior })
    await postReduction(db, { penaltyId: owner, amountPence: noPence, on, source: 'cancelled', by: bySenior })
    assert.deepEqual(await moneyOf(db, owner), { issuedPence: 6_000_00, takenOffPence: 6_000_00, owedPence: 0, collectedPence: 0, writtenOffPence: 0 })
    assert.equal((await paymentsOfCase(db, caseId)).find(({ reference }) => reference === 'W-2')?.heldPence, 2_000_00)
    await balances()
  })
  test('has a history that folds to its row, and a table that refuses the proposer’s own agreement', async () => {
    for (const each of await writeOffsOfPenalty(db, driver)) assert.deepEqual(await foldHistory(db, writeOffThing, each.id), each)
    await assert.rejects(sql`update ledger.write_off set approvals = jsonb_build_array(jsonb_build_object('by', proposed_by))`.execute(db), /check constraint/)
  })
})

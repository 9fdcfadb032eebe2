import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { foldHistory, idsWithHistory } from '#platform/events'
import { Unintelligible } from '#platform/wire-formats'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite } from '#test/site'
import { day, pence, pounds } from '#values'
import { readCase } from '../case/case.store.ts'
import { cardService } from '../payment/account.ts'
import { balanceOf } from '../payment/balance.store.ts'
import { moneyOf } from '../payment/money.store.ts'
import { paymentsOfCase } from '../payment/payment.store.ts'
import { takePayment } from '../payment/take-payment.store.ts'
import { trialBalance } from '../payment/trial-balance.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import type { BankEntry } from './bank-entry.ts'
import { bankEntryThing, entriesAtStage, readBankEntry } from './bank-entry.store.ts'
import { judgeRows } from './judge-rows.ts'
import { proposeMatches, referencesIn, sameName, type OpenDebt } from './propose-matches.ts'
import { readStatement } from './read-statement.ts'
import { prepareSendingBack } from './send-back.ts'
import { penceOf, type StatementEntry } from './statement.ts'
import { dueInSuspense, suspenseByAge } from './suspense.store.ts'

const [camt, table] = [readFileSync('fixtures/bank/statement.camt053.xml'), readFileSync('fixtures/bank/statement.csv')]
const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-22T10:00:00Z' })
const caseId = await aProposedCase(db)
const reference = (await readCase(db, caseId))?.reference
const [driver, owner] = [await penaltyFor(db, caseId, 'driver'), await penaltyFor(db, caseId, 'owner')]
for (const id of [driver, owner]) {
  await decide(db, id, pounds(6000))
  await issue(db, id)
}
const finance = site.signedInAs('finance')
const listening = await site.listen()

const bring = async (bytes: Buffer, name: string) => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  return finance.post('/ledger/bank-files', form)
}
const waiting = async (entryRef: string): Promise<BankEntry> => (await entriesAtStage(db, 'waiting', 0)).find((entry) => entry.entryRef === entryRef) ?? assert.fail(`${entryRef} does not wait`)
const suspense = async (): Promise<number> => (await trialBalance(db)).lines.find(({ kind }) => kind === 'suspense')?.creditPence ?? 0

describe('a statement as the bank writes it', () => {
  test('is read to the penny, and each row that cannot be taken in says why', () => {
    const { rows, ...head } = readStatement(camt)
    assert.deepEqual(head, { format: 'camt.053', statementId: 'EXAMPLE-2024-080', account: 'GB82WEST12345698765432', openingPence: 1_000_00, closingPence: 9_125_50 })
    assert.deepEqual(rows.map((row) => ('fault' in row ? row.fault : `${row.entry.entryRef} ${row.entry.direction} ${row.entry.amountPence}`)), [
      'FP240320-0001 in 200000', 'FP240320-0002 in 600000', 'not-pounds', 'not-booked', 'FP240320-0005 in 10025', 'FP240320-0006 in 5025', 'RET240320-1 out 2500',
    ])
    assert.partialDeepStrictEqual(rows[0], { entry: { payer: 'TRANSPORT EXEMPLU SRL', payerAccount: 'RO66BACX0000001234567890', remittance: 'Amenda JX 2024 000001 D1', bookedOn: '2024-03-20' } })
  })
  test('is proved whole by its own balances', () => {
    const statement = readStatement(camt)
    assert.equal(judgeRows(statement, new Set()).differencePence, 0)
    assert.equal(judgeRows({ ...statement, rows: statement.rows.slice(1) }, new Set()).differencePence, 2_000_00)
  })
  test('that declares a document type, holds two statements or is something else is not read', () => {
    const text = camt.toString()
    const second = text.replace('</BkToCstmrStmt>', '<Stmt><Id>2</Id></Stmt></BkToCstmrStmt>')
    for (const [bytes, reason] of [[`<!DOCTYPE x [<!ENTITY a "b">]>${text.slice(text.indexOf('<Document'))}`, 'forbidden-doctype'], [second, 'several-statements'], ['<a/>', 'no-statement'], ['what,is\nthis,then', 'no-statement'], [text.slice(0, 900), 'broken-xml']] as const) {
      assert.throws(() => readStatement(Buffer.from(bytes)), (fault) => fault instanceof Unintelligible && fault.reason === reason, reason)
    }
  })
  test('as a table is read by the names of its columns', () => {
    const { rows, statementId } = readStatement(table)
    assert.equal(statementId, 'EXAMPLE-2024-081')
    assert.deepEqual(judgeRows(readStatement(table), new Set(['FP240320-0001'])).rows.map(({ standing }) => standing), ['new', 'known', 'faulty', 'twice'])
    assert.partialDeepStrictEqual(rows[2], { fault: 'no-amount' })
  })
  test('writes amounts that are pence exactly, or none', () => {
    assert.deepEqual(['1234.5', '0.07', '10', '90071992.54', '1.005', '1,000', '-3', '0.00', ''].map(penceOf), [123450, 7, 1000, 9007199254, undefined, undefined, undefined, undefined, undefined])
  })
})

describe('what speaks for a debt', () => {
  const debt = (ref: string, owedPence: number, names: readonly string[] = []): OpenDebt => ({ penaltyId: ref, caseId: 'c', reference: ref, names, owedPence: pence(owedPence) })
  const paying = (amountPence: number, remittance: string, payer = ''): StatementEntry => ({ entryRef: 'E', bookedOn: day('2024-03-20'), direction: 'in', amountPence: pence(amountPence), payer, payerAccount: null, remittance })
  const order = (entry: StatementEntry, debts: readonly OpenDebt[]) => proposeMatches(entry, debts).map(({ debt: { reference: ref }, grounds }) => `${ref}: ${grounds.join(' ')}`)

  test('is the reference before the amount, and the amount before the name', () => {
    const debts = [debt('JX-2024-000001-O1', 500), debt('JX-2024-000001-D1', 700), debt('JX-2024-000009-D1', 500, ['Example Haulage SRL'])]
    assert.deepEqual(order(paying(500, 'jx2024 000001d1', 'EXAMPLE HAULAGE'), debts), [
      'JX-2024-000001-D1: reference case-reference', 'JX-2024-000001-O1: case-reference amount', 'JX-2024-000009-D1: amount payer',
    ])
  })
  test('is never a name alone', () => assert.deepEqual(order(paying(1, '', 'Example Haulage SRL'), [debt('JX-2024-000009-D1', 500, ['Example Haulage SRL'])]), []))
  test('reads references however a bank breaks them', () => {
    for (const written of ['JX-2024-000001-D1', 'JX2024000001D1', 'ref jx 2024/000001/d1 thanks', 'JX-2024-\n000001-D1']) assert.deepEqual([...referencesIn(written).ofPenalties], ['JX-2024-000001-D1'], written)
  })
  test('takes names without accents and cut short for the same, and no company for its legal form', () => {
    assert.ok(sameName('Transport Încercării SRL', 'TRANSPORT INCERCARII'))
    assert.equal(sameName('Transport Încercării SRL', 'SRL'), false)
    assert.equal(sameName('One Transport SRL', 'Other Transport SRL'), false)
  })
})

describe('taking a statement in', () => {
  test('is for finance', async () => {
    for (const role of ['caseworker', 'senior-officer', 'auditor', 'analyst'] as const) {
      for (const path of ['/ledger/bank-files', '/ledger/bank-entries']) assert.equal((await site.signedInAs(role).get(path)).statusCode, 403)
    }
  })
  test('that cannot be read keeps nothing and says so', async () => {
    const answer = await bring(Buffer.from('nonsense'), 'x.csv')
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /This is no bank statement/)
  })
  test('is looked at first, which books nothing', async () => {
    const brought = await bring(camt, 'day80.xml')
    assert.equal(brought.statusCode, 303)
    const { body } = await finance.get(String(brought.headers.location))
    for (const said of ['Whole', 'Take in 5 movements', 'It is not in pounds', 'The bank has not booked it yet']) assert.ok(body.includes(said), said)
    assert.equal((await trialBalance(db)).lines.some(({ kind }) => kind === 'bank'), false)
    assert.equal((await finance.post(String(brought.headers.location), {})).statusCode, 303)
    assert.equal(await suspense(), 8_150_50)
  })
  test('happens once: the same statement is refused, and a movement of another file is known', async () => {
    const again = await bring(camt, 'renamed.xml')
    assert.equal((await finance.post(String(again.headers.location), {})).statusCode, 409)
    const other = await bring(table, 'day81.csv')
    const { body } = await finance.get(String(other.headers.location))
    for (const said of ['Taken in before', 'Twice in this file', 'Take in 1 movement', 'Cannot be proved whole']) assert.ok(body.includes(said), said)
    assert.equal((await finance.post(String(other.headers.location), {})).statusCode, 303)
    assert.equal(await suspense(), 12_150_50)
  })
})

describe('saying what a movement is', () => {
  test('proposes by reference and amount, and books what a person chooses', async () => {
    assert.equal(reference, 'JX-2024-000001', 'the fixture names the case of this test')
    const entry = await waiting('FP240320-0001')
    const { body } = await finance.get(`/ledger/bank-entries/${entry.id}`)
    assert.ok(body.indexOf(`penalty:${driver}`) > 0 && body.indexOf(`penalty:${driver}`) < body.indexOf(`penalty:${owner}`), 'the named penalty comes first')
    assert.equal((await finance.post(`/ledger/bank-entries/${entry.id}`, { answer: '' })).statusCode, 422)
    assert.equal((await finance.post(`/ledger/bank-entries/${entry.id}`, { answer: `penalty:${driver}` })).statusCode, 303)
    assert.deepEqual([(await moneyOf(db, driver)).owedPence, await suspense()], [4_000_00, 10_150_50])
    assert.equal((await finance.post(`/ledger/bank-entries/${entry.id}`, { answer: `penalty:${driver}` })).statusCode, 409)
  })
  test('by a typed reference settles the penalty that it pays in full', async () => {
    const entry = await waiting('FP240320-0002')
    const saying = (ref: string) => finance.post(`/ledger/bank-entries/${entry.id}`, { answer: 'reference', reference: ref })
    assert.deepEqual([(await saying('')).statusCode, (await saying('JX-2024-000001-H1')).statusCode], [422, 409])
    assert.equal((await saying('jx-2024-000001-o1')).statusCode, 303)
    assert.equal((await readPenalty(db, owner))?.stage, 'settled')
  })
  test('wrongly is turned round: it is owed again, and the money waits again', async () => {
    const [matched] = (await entriesAtStage(db, 'matched', 0)).filter(({ entryRef }) => entryRef === 'FP240320-0002')
    assert.equal((await finance.post(`/ledger/bank-entries/${matched?.id}/again`, { againReasons: '' })).statusCode, 422)
    assert.equal((await finance.post(`/ledger/bank-entries/${matched?.id}/again`, { againReasons: 'Wrong person' })).statusCode, 303)
    assert.deepEqual([(await readPenalty(db, owner))?.stage, (await moneyOf(db, owner)).owedPence, await suspense()], ['issued', 6_000_00, 10_150_50])
    const entry = await waiting('FP240320-0002')
    assert.equal((await finance.post(`/ledger/bank-entries/${entry.id}`, { answer: `penalty:${owner}` })).statusCode, 303)
    assert.equal((await moneyOf(db, owner)).owedPence, 0)
  })
  test('as recorded by hand before counts it once', async () => {
    await takePayment(db, { penaltyId: driver, amountPence: pounds(4000), receivedOn: day('2024-03-21'), recordedOn: day('2024-03-21'), payer: 'By hand', method: 'bank-transfer', reference: 'TYPED-1', by: bySenior })
    const [byHand] = (await paymentsOfCase(db, caseId)).filter(({ reference: ref }) => ref === 'TYPED-1')
    const entry = await waiting('FP240321-0001')
    const before = (await trialBalance(db)).lines.find(({ kind }) => kind === 'bank')?.debitPence ?? 0
    assert.equal((await finance.post(`/ledger/bank-entries/${entry.id}`, { answer: `recorded:${byHand?.id}` })).statusCode, 303)
    assert.equal((await trialBalance(db)).lines.find(({ kind }) => kind === 'bank')?.debitPence, before - 4_000_00)
  })
  test('for no penalty needs reasons, and stays in suspense where everybody sees it', async () => {
    const entry = await waiting('FP240320-0005')
    assert.equal((await finance.post(`/ledger/bank-entries/${entry.id}`, { answer: 'aside' })).statusCode, 422)
    assert.equal((await finance.post(`/ledger/bank-entries/${entry.id}`, { answer: 'aside', reasons: 'Meant for another office' })).statusCode, 303)
    assert.equal((await finance.post(`/ledger/bank-entries/${entry.id}/again`, { againReasons: 'It was ours after all' })).statusCode, 303)
    assert.equal(await suspense(), 150_50)
  })
  test('that the bank took back makes the debt owed again', async () => {
    const out = await waiting('RET240320-1')
    const [payment] = await paymentsOfCase(db, caseId)
    const answer = await finance.post(`/ledger/bank-entries/${out.id}`, { answer: `return:${payment?.id}`, reasons: 'Recalled' })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /has another amount/)
  })
  test('leaves a ledger that balances, and histories that fold to the rows', async () => {
    const trial = await trialBalance(db)
    assert.deepEqual([trial.differencePence, trial.disagreeing], [0, []])
    for (const id of await idsWithHistory(db, 'bank-entry')) assert.deepEqual(await foldHistory(db, bankEntryThing, id), await bankEntryThing.read(db, id))
  })
})

describe('on the screen', () => {
  for (const width of [1440, 390]) {
    test(`at ${width} pixels axe finds nothing`, async () => {
      const { page, context } = await aWindow(listening, finance, { width })
      const unread = String((await bring(camt, 'again.xml')).headers.location)
      const entry = await waiting('FP240320-0006')
      for (const [name, path] of [['bank-files', '/ledger/bank-files'], ['bank-file', unread], ['bank-entries', '/ledger/bank-entries'], ['bank-entry', `/ledger/bank-entries/${entry.id}`]] as const) {
        await page.goto(path)
        await picture(page, `${name}-${width}`)
        await findsNothing(page)
      }
      await context.close()
    })
  }
})

describe('money in suspense', () => {
  const second = site.signedInAs('finance', { id: 'second-finance', name: 'Second finance' })
  const senior = site.signedInAs('senior-officer')
  const dueOn = async (today: string) => (await dueInSuspense(db, day(today))).map(({ entryRef }) => entryRef).toSorted()
  let id = ''
  test('is listed by its age, and agrees with the ledger', async () => {
    id = (await waiting('FP240320-0005')).id
    assert.equal((await finance.post(`/ledger/bank-entries/${id}`, { answer: 'aside', reasons: 'Meant for another office' })).statusCode, 303)
    assert.deepEqual(await suspenseByAge(db, day('2024-04-19')), [{ fromDays: 0, waiting: 1, waitingPence: 50_25, setAside: 1, setAsidePence: 100_25 }])
    assert.equal((await suspenseByAge(db, day('2024-04-20')))[0]?.fromDays, 31)
    assert.match((await senior.get('/ledger/suspense')).body, /Agrees with the ledger/)
  })
  test('is due to be looked at the day after a quarter', async () => {
    assert.deepEqual([await dueOn('2024-06-19'), await dueOn('2024-06-20')], [[], ['FP240320-0005', 'FP240320-0006']])
  })
  test('is kept longer only by a senior officer, for half a year at most, and listed again the day after', async () => {
    const keep = (officer: typeof senior, untilOn: string) => officer.post(`/ledger/bank-entries/${id}/kept`, { untilOn, reasons: 'The other office asks its bank' })
    assert.equal((await keep(finance, '2024-08-01')).statusCode, 403)
    assert.deepEqual([(await keep(senior, '2024-09-22')).statusCode, (await keep(senior, '2024-03-22')).statusCode], [409, 409])
    assert.equal((await keep(senior, '2024-08-01')).statusCode, 303)
    assert.deepEqual([await dueOn('2024-08-01'), await dueOn('2024-08-02')], [['FP240320-0006'], ['FP240320-0005', 'FP240320-0006']])
  })
  test('goes back to the account it came from, and two officers do it', async () => {
    const prepare = (reasons: string) => finance.post(`/ledger/bank-entries/${id}/sending-back`, { payee: 'The sender', account: 'GB82WEST12345698765432', reasons })
    const answer = (officer: typeof finance, said: string) => officer.post(`/ledger/bank-entries/${id}/sending-back/answer`, { answer: said, answerReasons: 'Seen' })
    assert.deepEqual([(await prepare('')).statusCode, (await answer(second, 'approve')).statusCode], [422, 409])
    assert.equal((await prepare('Nobody here is owed it')).statusCode, 303)
    assert.equal((await answer(finance, 'approve')).statusCode, 409)
    assert.equal((await answer(second, 'refuse')).statusCode, 303)
    assert.equal(await suspense(), 150_50)
    assert.equal((await prepare('Their bank has confirmed the account')).statusCode, 303)
    const { page, context } = await aWindow(listening, second, { width: 390 })
    for (const [name, path] of [['suspense', '/ledger/suspense'], ['send-back', `/ledger/bank-entries/${id}/sending-back`], ['set-aside', `/ledger/bank-entries/${id}`]] as const) {
      await page.goto(path)
      await picture(page, `${name}-390`)
      await findsNothing(page)
    }
    await context.close()
    assert.equal((await answer(second, 'approve')).statusCode, 303)
    assert.deepEqual([await suspense(), (await readBankEntry(db, id))?.stage], [50_25, 'sent-back'])
    assert.equal((await finance.post(`/ledger/bank-entries/${id}/again`, { againReasons: 'No' })).statusCode, 409)
  })
  test('goes to no other account than the one that the statement gives', () => {
    const entry: BankEntry = { ...judgedEntry, payerAccount: 'RO66BACX0000001234567890' }
    const prepared = { payee: 'P', account: 'GB82WEST12345698765432', reasons: 'r', preparedBy: { officerId: 'o', name: 'O' }, preparedOn: day('2024-04-01') }
    assert.deepEqual(prepareSendingBack(entry, prepared), { refused: 'not-the-senders-account' })
    assert.deepEqual(prepareSendingBack({ ...entry, payerAccount: null }, { ...prepared, account: 'nonsense' }), { refused: 'not-an-account' })
  })
  test('is what the card service paid out, in one movement, and never more than stands there', async () => {
    const entry = await waiting('FP240320-0006')
    const say = () => finance.post(`/ledger/bank-entries/${entry.id}`, { answer: 'payout:card-service' })
    assert.equal((await say()).statusCode, 409)
    const byCard = (reference: string, amount: number) => takePayment(db, { penaltyId: driver, amountPence: pounds(amount), receivedOn: day('2024-03-20'), recordedOn: day('2024-03-21'), payer: 'Card payer', method: 'card', reference, by: bySenior })
    await byCard('CARD-1', 50)
    await byCard('CARD-2', 10.25)
    assert.equal((await say()).statusCode, 303)
    assert.deepEqual([await suspense(), await balanceOf(db, cardService)], [0, 10_00])
    assert.equal((await finance.post(`/ledger/bank-entries/${entry.id}/again`, { againReasons: 'It was somebody else’s' })).statusCode, 303)
    assert.deepEqual([await suspense(), await balanceOf(db, cardService)], [50_25, 60_25])
    for (const each of await idsWithHistory(db, 'bank-entry')) assert.deepEqual(await foldHistory(db, bankEntryThing, each), await bankEntryThing.read(db, each))
  })
})

const judgedEntry: BankEntry = {
  id: 'e', fileId: 'f', account: 'GB', entryRef: 'r', bookedOn: day('2024-03-20'), direction: 'in', amountPence: pence(100), payer: 'P', payerAccount: null, remittance: '',
  stage: 'set-aside', match: null, timesMatched: 0, setAside: { reasons: 'r', by: { officerId: 'x', name: 'X' }, on: day('2024-03-21') }, sendingBack: null, kept: null,
}

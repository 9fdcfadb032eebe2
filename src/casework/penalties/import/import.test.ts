import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory, idsWithHistory } from '#platform/events'
import { toCsv } from '#platform/wire-formats'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite } from '#test/site'
import { day } from '#values'
import { caseThing, readCase } from '../case/case.store.ts'
import { trialBalance } from '../payment/trial-balance.store.ts'
import { nearestDayDifferences } from '../exception/active-cases.store.ts'
import { penaltyThing, readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { importedLines, importThing, recentImports } from './import-batch.store.ts'
import { judgeOldRows } from './judge-old-rows.ts'
import { agreeImportOf, bringAgreed, totalsInJuxta } from './let-in.store.ts'
import { laterColumns, oldColumns } from './old-row.ts'
import { reconcile, totalsOf } from './reconcile.ts'

type Cells = Readonly<Record<string, string>>

const good: Cells = {
  old_reference: 'OLD/2019/17', control: 'calais', place: 'Lane 3', incident_on: '2023-05-04', section: '32', carried_by: 'goods-vehicle', entrants: '2', tractor: 'B 17 OLD', trailer: '', country: 'RO', alarm_raised_by: 'dog',
  capacity: 'driver', name: 'Ioan Vechi', company: '', registered_number: '', address: '1 Example Street; Exampletown', address_country: 'Romania', decided_on: '2023-06-01', decided_by: 'A. Predecessor', reasons: 'As the file says.',
  decided_pence: '600000', notice_on: '2023-06-05', taken_off_pence: '100000', collected_pence: '125050', collected_on: '2023-08-01', standing: 'issued',
}
const owner: Cells = { ...good, capacity: 'owner', name: '', company: 'Old Haulage SRL', registered_number: 'J1/2', decided_pence: '900000', taken_off_pence: '900000', collected_pence: '', collected_on: '', standing: 'cancelled' }
const other: Cells = { ...good, old_reference: 'OLD/2019/18', tractor: 'B 18 OLD', decided_pence: '50000', taken_off_pence: '', collected_pence: '50000' }
const none: Cells = { ...other, capacity: 'hirer', name: 'Nobody Hired', decided_pence: '', notice_on: '', collected_pence: '', collected_on: '', standing: 'none' }
const file = (...rows: readonly Cells[]): string => toCsv([oldColumns, ...rows.map((row) => oldColumns.map((column) => row[column] ?? ''))])
const problems = (...rows: readonly Cells[]) => judgeOldRows(file(...rows), { today: day('2024-03-20'), imported: new Set() }).rows.map((row) => row.problems)

describe('a row of an old case', () => {
  test('comes in when nothing is wrong with it', () => assert.deepEqual(problems(good, owner, other, none), [[], [], [], []]))
  for (const [what, change, said] of [
    ['a day that is none', { incident_on: '04/05/2023' }, /incident_on is not a day/],
    ['an amount in pounds', { decided_pence: '6000.00' }, /decided_pence is not a whole number of pence/],
    ['more collected than was owed', { collected_pence: '500001' }, /More was collected than was owed/],
    ['more taken off than was asked', { taken_off_pence: '600001', collected_pence: '' }, /More was taken off/],
    ['cancelled, and not all of it', { standing: 'cancelled' }, /not all of it was taken off/],
    ['a notice before its decision', { notice_on: '2023-05-31' }, /notice is before the decision/],
    ['a day ahead of us', { collected_on: '2030-01-01' }, /ahead of us/],
    ['an operator of a lorry', { capacity: 'operator' }, /Nobody answers as operator/],
    ['neither a name nor a company', { name: '' }, /neither a name/],
    ['no entrant under section 32', { entrants: '0' }, /at least one entrant/],
    ['a control that is none', { control: 'dover' }, /control is not one of/],
    ['a day before the scheme', { incident_on: '2001-01-01' }, /before the scheme/],
  ] as const) {
    test(`with ${what} says so`, () => assert.match(problems({ ...good, ...change })[0]?.join(' ') ?? '', said))
  }
  for (const [what, change, said] of [
    ['given up without a code', { written_off_pence: '100' }, /without a day, a code or a reason/],
    ['given up beyond what is owed', { written_off_pence: '400000', written_off_on: '2023-09-01', written_off_code: 'insolvent', written_off_because: 'Bankrupt' }, /collected and written off than was owed/],
    ['too much for the code', { written_off_pence: '5000', written_off_on: '2023-09-01', written_off_code: 'not-worth-collecting', written_off_because: 'Small' }, /than not-worth-collecting allows/],
    ['a code that is none', { written_off_code: 'tired' }, /written_off_code is none of/],
    ['instalments of nothing', { collected_pence: '500000', instalments_left: '3', instalments_every: 'month', next_instalment_on: '2024-04-01' }, /nothing is owed to pay in them/],
    ['an instalment that is behind us', { instalments_left: '3', instalments_every: 'month', next_instalment_on: '2024-03-19' }, /not ahead of us/],
    ['an appeal at no court', { appeal_lodged_on: '2023-07-01' }, /no court or no claim number/],
    ['an appeal that ended on no day', { appeal_lodged_on: '2023-07-01', appeal_court: 'county-court', appeal_court_name: 'Canterbury', appeal_claim_number: 'K1', appeal_outcome: 'dismissed' }, /has an outcome and a day/],
  ] as const) {
    test(`with ${what} says so`, () => assert.match(problems({ ...good, ...change })[0]?.join(' ') ?? '', said))
  }
  test('need not have the columns of what became of it later', () => {
    const columns = oldColumns.filter((column) => !laterColumns.includes(column))
    assert.deepEqual(judgeOldRows(toCsv([columns, columns.map((column) => good[column] ?? '')]), { today: day('2024-03-20'), imported: new Set() }).rows.map((row) => row.problems), [[]])
  })
  test('falls with the others of its case, tells the same incident, and names nobody twice', () => {
    assert.deepEqual(problems(good, { ...owner, entrants: 'two' }), [['Line 3 of the same case cannot come in.'], ['entrants is not a number of people.']])
    assert.match(problems(good, { ...owner, entrants: '3' })[1]?.[0] ?? '', /another incident than line 2/)
    assert.match(problems(good, good)[1]?.[0] ?? '', /twice in this capacity/)
  })
  test('is not read from a file without its columns, or without rows', () => {
    assert.match(judgeOldRows('a,b\n1,2', { today: day('2024-03-20'), imported: new Set() }).problem ?? '', /no column old_reference/)
    assert.match(judgeOldRows('', { today: day('2024-03-20'), imported: new Set() }).problem ?? '', /no rows/)
  })
})

describe('a file of old cases', async () => {
  const { db, ...site } = await aSite({ wirings: [{ ...penalties, feeds: [] }], site: 'centre', now: '2024-03-20T10:00:00Z' })
  const address = await site.listen()
  const [senior, finance] = [site.signedInAs('senior-officer'), site.signedInAs('finance')]
  const csv = file(good, owner, other, none, { ...good, old_reference: 'OLD/2019/19', decided_on: 'soon' })
  const bring = () => senior.post('/cases/imports', { source: 'Register of 2019', csv })
  let path = ''

  test('is brought once, and writes no case', async () => {
    assert.equal((await senior.post('/cases/imports', { source: 'Register of 2019', csv: '' })).statusCode, 422)
    const { statusCode, headers } = await bring()
    assert.equal(statusCode, 303)
    path = String(headers.location)
    assert.equal((await bring()).statusCode, 409)
    assert.deepEqual(await idsWithHistory(db, 'case'), [])
  })
  test('is shown line by line with its sums before anything is written', async () => {
    const { body } = await senior.get(path)
    assert.match(body, /4 rows can come in: 2 cases, £15,500 issued, £10,000 taken off, £1,750.50 collected, £3,749.50 owed\. 1 row has something wrong/)
    assert.match(body, /decided_on is not a day such as 2021-05-31/)
  })
  test('is let in by another officer than the one who brought it, with a reason', async () => {
    assert.equal((await senior.post(path, { because: 'Mine' })).statusCode, 409)
    assert.equal((await finance.post(path, { because: '' })).statusCode, 422)
    assert.equal((await site.signedInAs('caseworker').get(path)).statusCode, 403)
    assert.equal((await finance.post(path, { because: 'Compared with the archive' })).statusCode, 303)
    assert.equal((await finance.post(path, { because: 'Again' })).statusCode, 409)
    assert.match((await senior.get(path)).body, /0 of 4 rows are in/)
    await bringAgreed(db, site.clock)
  })
  test('comes out the same on both sides, to the penny', async () => {
    const [batch] = await recentImports(db)
    const inFile = totalsOf(judgeOldRows(csv, { today: day('2024-03-20'), imported: new Set() }).rows.slice(0, 4).flatMap(({ row }) => row ?? []))
    assert.deepEqual(reconcile(inFile, await totalsInJuxta(db, batch?.id ?? '')).filter(({ difference }) => difference !== 0), [])
    assert.deepEqual([inFile.cases, inFile.penalties, inFile.owedPence], [2, 4, 374_950])
    assert.doesNotMatch((await senior.get(path)).body, /state-tag--stop"[^<]*<[^>]*><[^>]*><\/svg>£/)
    assert.equal((await trialBalance(db)).differencePence, 0)
  })
  test('leaves cases like any other: settled and closed where all is paid, with their clocks, and history that folds to the rows', async () => {
    const [batch] = await recentImports(db)
    const lines = await importedLines(db, batch?.id ?? '')
    const stages = await Promise.all(lines.map(async ({ penaltyId }) => (await readPenalty(db, penaltyId))?.stage))
    assert.deepEqual(stages, ['issued', 'cancelled', 'settled', 'none'])
    assert.deepEqual(await Promise.all(lines.map(async ({ caseId }) => (await readCase(db, caseId))?.stage)), ['decided', 'decided', 'closed', 'closed'])
    for (const { penaltyId, caseId } of lines) {
      assert.deepEqual(await foldHistory(db, penaltyThing, penaltyId), await readPenalty(db, penaltyId))
      assert.deepEqual(await foldHistory(db, caseThing, caseId), await readCase(db, caseId))
    }
    assert.deepEqual(await foldHistory(db, importThing, batch?.id ?? ''), batch)
    assert.deepEqual(await nearestDayDifferences(db), [])
  })
  test('that broke off half way is taken up where it stopped, and writes nothing twice', async () => {
    const again = file({ ...good, old_reference: 'OLD/2019/20' }, { ...owner, old_reference: 'OLD/2019/20' }, { ...good, old_reference: 'OLD/2019/21' })
    const location = String((await senior.post('/cases/imports', { source: 'Register of 2019', csv: again })).headers.location)
    const batchId = location.split('/').at(-1) ?? ''
    let acts = 0
    const failing = new Proxy(db, { get: (target, name) => {
      if (name === 'transaction' && (acts += 1) > 7) throw new Error('The machine stopped')
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    } })
    await agreeImportOf(db, batchId, { because: 'Compared', today: day('2024-03-20'), by: site.by('finance', 'Compared') })
    await assert.rejects(bringAgreed(failing, site.clock), /The machine stopped/)
    await bringAgreed(db, site.clock)
    assert.equal((await foldHistory(db, importThing, batchId))?.run?.penalties, 3)
    const totals = await totalsInJuxta(db, batchId)
    assert.partialDeepStrictEqual(totals, { cases: 2, penalties: 3, issuedPence: 2_100_000, takenOffPence: 1_100_000, collectedPence: 250_100, owedPence: 749_900 })
  })
  test('brings what became of a penalty later: given up by two people, paid in parts, taken to court', async () => {
    const given = { ...good, old_reference: 'OLD/2019/30', written_off_pence: '374950', written_off_on: '2023-12-01', written_off_code: 'insolvent', written_off_because: 'No dividend' }
    const inParts = { ...good, old_reference: 'OLD/2019/31', instalments_left: '5', instalments_every: 'month', next_instalment_on: '2024-04-01' }
    const atCourt = { ...good, old_reference: 'OLD/2019/32', appeal_lodged_on: '2023-07-01', appeal_court: 'county-court', appeal_court_name: 'Canterbury', appeal_claim_number: 'K1' }
    const lost = { ...atCourt, old_reference: 'OLD/2019/33', appeal_claim_number: 'K2', appeal_outcome: 'dismissed', appeal_ended_on: '2023-09-01' }
    const location = String((await senior.post('/cases/imports', { source: 'Register of 2019', csv: file(given, inParts, atCourt, lost) })).headers.location)
    assert.equal((await finance.post(location, { because: 'Compared with the archive' })).statusCode, 303)
    await bringAgreed(db, site.clock)
    const batchId = location.split('/').at(-1) ?? ''
    assert.partialDeepStrictEqual(await totalsInJuxta(db, batchId), { penalties: 4, openAppeals: 1, plans: 1, writtenOffPence: 374_950, collectedPence: 500_200, owedPence: 3 * 374_950 })
    assert.doesNotMatch((await senior.get(location)).body, /Difference[^]*state-tag--stop/)
    const stages = await Promise.all((await importedLines(db, batchId)).map(async ({ penaltyId }) => (await readPenalty(db, penaltyId))?.stage))
    assert.deepEqual(stages, ['written-off', 'issued', 'issued', 'issued'])
    assert.equal((await trialBalance(db)).differencePence, 0)
    assert.match((await senior.get(`${location}/lines.csv`)).body, /OLD\/2019\/33,in,JX-/)
  })
  test('while two systems run side by side, a later file is compared with what became of its cases here', async () => {
    const later = String((await senior.post('/cases/imports', { source: 'Register of 2019', csv: file({ ...good, collected_pence: '130050' }, owner) })).headers.location)
    const { body } = await senior.get(later)
    assert.match(body, /2 rows tell of a penalty that came in with an earlier file/)
    assert.match(body, /OLD\/2019\/17<\/a><\/th><td>Collected<\/td><td class="numeric">£1,300\.50<\/td><td class="numeric">£1,250\.50/)
    assert.doesNotMatch(body, /Let these cases in/)
  })
  for (const width of [1440, 390]) {
    test(`its pages at ${width} pixels give axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, senior, { width })
      for (const [at, name] of [['/cases/imports', 'imports'], [path, 'import']] as const) {
        await page.goto(at)
        await picture(page, `${name}-${width}`)
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'nothing sticks out at the side')
        await findsNothing(page)
      }
      await context.close()
    })
  }
})

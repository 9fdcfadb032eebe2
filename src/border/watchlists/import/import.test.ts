import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { parseCsv, toCsv } from '#platform/wire-formats'
import { aSite } from '#test/site'
import { day, plate } from '#values'
import { entriesOfList, watchlistEntry } from '../entry/entry.store.ts'
import { handlingInForce } from '../entry/entry.ts'
import { importRowsMax } from '../limits.ts'
import { watchlists } from '../wire.ts'
import { judgeImport } from './judge-import.ts'

const heading = 'plate,country,reason_en,reason_fr,handling,markers,ports,starts_on,last_day_on,review_on'
const good = 'B 84 KLG,RO,Eight people found,Huit personnes trouvées,check,children,calais dunkerque,2026-03-10,2026-06-01,2026-04-01'
const stop = 'CJ09DRS,,Three people,Trois personnes,stop,,calais,,2026-06-01,2026-04-01'

const judge = (text: string, listed: readonly string[] = []) => judgeImport(text, {
  site: 'centre', listId: '2', addedBy: 'ada', today: day('2026-03-10'), listed: new Set(listed.map(plate)), idOf: String,
})
const problemsOf = (...lines: readonly string[]) => judge([heading, ...lines].join('\n')).rows.map(({ problems }) => problems)

describe('a file of vehicles', () => {
  test('is judged line by line, by the rules of the form and of the act', () => {
    assert.deepEqual(problemsOf(good, stop), [[], []])
    assert.deepEqual(problemsOf(good.replace('check', 'arrest'), good.replace('B 84 KLG', 'AB1').replace('RO', 'Romania'), stop.replace('CJ09DRS', 'AB1')), [['import-handling'], ['import-country'], ['too-few-known-characters']])
    assert.deepEqual(problemsOf(good.replace('2026-06-01', '2027-03-11')), [['listed-for-too-long']])
    assert.deepEqual(problemsOf(good.replace('2026-06-01', '31/05/2026'), stop.replace('calais', 'dover')), [['import-days'], ['import-ports']])
  })
  test('lists a plate once', () => {
    assert.deepEqual(problemsOf(good, good), [[], ['listed-already']])
    assert.deepEqual(judge([heading, good].join('\n'), ['B84KLG']).rows[0]?.problems, ['listed-already'])
  })
  test('of 500 rows is taken, of 501 not', () => {
    const rows = (count: number) => [heading, ...Array.from({ length: count }, (_, at) => stop.replace('CJ09DRS', `CJ${1000 + at}`))].join('\n')
    assert.equal(judge(rows(importRowsMax)).rows.length, importRowsMax)
    assert.equal(judge(rows(importRowsMax + 1)).problem, 'import-too-long')
  })
  test('without rows or columns says so', () => {
    assert.deepEqual([judge('').problem, judge(heading).problem, judge('plate\nAB12CDE').problem], ['import-without-rows', 'import-without-rows', 'import-columns-missing'])
  })
})

describe('CSV', () => {
  test('is read with quotes, semicolons, a byte order mark and any line end', () => {
    assert.deepEqual(parseCsv('\uFEFFa;b\r\n"x; ""y""";"1\n2"\r\n\r\n'), [['a', 'b'], ['x; "y"', '1\n2']])
  })
  test('never writes a cell that a spreadsheet would run', () => {
    for (const [cell] of parseCsv(toCsv([['=1'], ['+1'], ['-1'], ['@x']]))) assert.match(String(cell), /^[=+\-@]/)
    assert.match(toCsv([['=HYPERLINK("http://x")', '@a', '-1']]), /^\uFEFF"'=HYPERLINK\(""http:\/\/x""\)","'@a","'-1"/)
  })
  test('comes back as it was written', () => {
    const cell = fc.string({ minLength: 1 }).map((text) => text.trim().replaceAll('\r', '')).filter((text) => text !== '')
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => assert.deepEqual(parseCsv(toCsv([['a', 'b'], ...rows])).slice(1), rows)), { numRuns: 300, seed: 5 })
  })
})

describe('the owner of a list', async () => {
  const centre = await aSite({ wirings: [watchlists], site: 'centre' })
  const owner = centre.signedInAs('watchlist-owner')
  const list = newId()
  await owner.post('/watchlists/open', { id: list, nameEn: 'Earlier finds', nameFr: 'Découvertes', owner: 'CECPT', legalBasis: 'IAA 1999 s.32', purposeEn: 'Find them again', purposeFr: 'Les retrouver', because: 'New operation' })
  const csv = [heading, good, stop, good.replace('B 84 KLG', 'AB1')].join('\n')
  const entries = () => entriesOfList(centre.db, list, { offset: 0, limit: 10 })
  let batch = ''

  test('sees a preview with every error, and nothing is written', async () => {
    const form = new FormData()
    form.set('list', list)
    form.set('file', new File([csv], 'vehicles.csv', { type: 'text/csv' }))
    const { statusCode, body } = await owner.post('/watchlists/import', form)
    assert.equal(statusCode, 200)
    for (const sight of [/2 rows can be listed; 1 have something wrong/, /at least 4 characters/, /Needs a second person/]) assert.match(body, sight)
    assert.deepEqual(await entries(), [])
    batch = /name="batch" value="([0-9a-f-]+)"/.exec(body)?.[1] ?? ''
  })
  test('confirms once, however often the button is pressed; a stop still needs a second person', async () => {
    const press = () => owner.post('/watchlists/import/confirm', { list, csv, batch, because: 'Operation Gale' })
    assert.deepEqual([(await press()).statusCode, (await press()).statusCode], [303, 409])
    const all = await entries()
    assert.deepEqual(all.map(({ plate }) => plate).sort(), ['B84KLG', 'CJ09DRS'])
    assert.deepEqual(all.filter(({ handling }) => handling === 'stop').map(handlingInForce), ['check'])
    for (const entry of all) assert.deepEqual(await foldHistory(centre.db, watchlistEntry, entry.id), entry)
  })
  test('takes the list away as a file, which is logged', async () => {
    const { body, headers } = await owner.get(`/watchlists/${list}/export`)
    assert.match(String(headers['content-type']), /text\/csv/)
    assert.equal(parseCsv(body).length, 3)
    assert.equal((await centre.signedInAs('lane-officer').get(`/watchlists/${list}/export`)).statusCode, 403)
  })
  test('has to say why, and others may not import', async () => {
    assert.equal((await owner.post('/watchlists/import/confirm', { list, csv, batch: newId(), because: '' })).statusCode, 422)
    assert.equal((await centre.signedInAs('auditor').post('/watchlists/import/confirm', { list, csv, batch: newId(), because: 'No right' })).statusCode, 403)
    assert.match((await owner.get('/watchlists/import', { cookie: `${owner.cookie}; language=fr` })).body, /Importer des véhicules/)
  })
})

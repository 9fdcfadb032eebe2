import assert from 'node:assert/strict'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { historyOfStream } from '#platform/events'
import { newId } from '#platform/identity'
import { parseCsv } from '#platform/wire-formats'
import { aCaseFile, keepCaseFile } from '#test/a-case-file'
import { aPhoto } from '#test/a-photo'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { aDatabase } from '#test/database'
import { day, pounds } from '#values'
import { keepPhoto, photoHash } from '../../../border/examinations/detection/photo.store.ts'
import { takePayment } from '../payment/take-payment.store.ts'
import { checkExport } from './check-export.job.ts'
import { cellOf, roomsLeftOut, tablesLeftOut, valueOf, type Manifest } from './manifest.ts'
import { writeExport } from './write-export.job.ts'

const db = await aDatabase()
const folder = await mkdtemp(join(tmpdir(), 'juxta-export-'))
after(() => rm(folder, { recursive: true, force: true }))

const caseId = await aProposedCase(db)
const driver = await penaltyFor(db, caseId, 'driver')
await decide(db, driver, pounds(6000))
await issue(db, driver)
await takePayment(db, { penaltyId: driver, amountPence: pounds(125.5), receivedOn: day('2024-03-10'), recordedOn: day('2024-03-10'), payer: '=HYPERLINK("x")', method: 'card', reference: 'R-1', by: bySenior })
await keepCaseFile(db)
const pdf = Buffer.from('%PDF-1.7 as it was sent')
await sql`insert into notice.document (id, penalty_id, purpose, language, template_version, facts, pdf, pdf_sha256, created_by_id, created_by_name, created_at)
  values (gen_random_uuid(), ${driver}, 'penalty-notice', 'en', 1, '{"name": "Ștefănescu, \\"Andrei\\"\\nsecond line"}', ${pdf}, encode(sha256(${pdf}), 'hex'), 'rose', 'Rose Adeyemi', now())`.execute(db)

/** A find at Calais with one photograph, which the lane has sent on. */
async function aFind(id: string, shade: number): Promise<void> {
  await sql`insert into examinations.detection (id, site, stage, started_at, started_by, photos, hand_overs, corrections)
    values (${id}, 'calais', 'draft', now(), 'Robin Farthing', ${JSON.stringify([{ sha256: photoHash(aPhoto(shade)) }])}, '[]', '[]')`.execute(db)
  await keepPhoto(db, 'calais', aPhoto(shade), bySenior.at)
}
await aFind(caseId, 1)
await aFind(newId(), 2)

const by = { ...bySenior, reason: 'Handed to the inspectors' }
const manifest: Manifest = await writeExport(db, { folder, by })

describe('an export of everything', () => {
  test('holds every table there is, or says why one is left out', async () => {
    const { rows } = await sql<{ room: string; name: string }>`
      select schemaname as room, schemaname || '.' || relname as name from pg_stat_user_tables t
      where not exists (select from pg_inherits where inhrelid = t.relid) order by 2`.execute(db)
    const kept = manifest.tables.map(({ table }) => table)
    assert.deepEqual(rows.filter(({ room, name }) => !kept.includes(name) && !(room in roomsLeftOut) && !(name in tablesLeftOut)), [])
    assert.deepEqual(kept.filter((name) => name in tablesLeftOut), [])
    assert.deepEqual(manifest.leftOut, { ...roomsLeftOut, ...tablesLeftOut })
    const persons = manifest.tables.find(({ table }) => table === 'penalties.person')
    assert.deepEqual([persons?.rows, persons?.personal, persons?.columns.some(({ name }) => name === 'name_key')], [2 + aCaseFile().persons.length, true, false])
  })
  test('holds the find of a case with its photographs, and no other find', () => {
    assert.deepEqual(manifest.tables.filter(({ table }) => table.startsWith('examinations.')).map(({ table, rows }) => [table, rows]), [['examinations.detection', 1], ['examinations.photo', 1], ['examinations.search', 0]])
    assert.ok(manifest.files.some(({ sha256 }) => sha256 === photoHash(aPhoto(1))))
    assert.ok(!manifest.files.some(({ sha256 }) => sha256 === photoHash(aPhoto(2))))
  })
  test('is read back byte by byte, row by row and to the penny', async () => {
    assert.deepEqual((await checkExport(folder)).problems, [])
    assert.deepEqual(manifest.tables.find(({ table }) => table === 'ledger.payment')?.pence, { amount_pence: '12550', held_pence: '0', lost_pence: '0' })
    assert.deepEqual(manifest.tables.find(({ table }) => table === 'ledger.posting')?.pence, { amount_pence: '0' })
  })
  test('keeps what people wrote as they wrote it, and nothing that a spreadsheet would run', async () => {
    const text = await readFile(join(folder, 'ledger.payment-0001.csv'), 'utf8')
    assert.doesNotMatch(text, /(^|,)=HYPERLINK/m)
    const [heading = [], row = []] = parseCsv(text)
    assert.equal(valueOf(row[heading.indexOf('payer')] ?? ''), '=HYPERLINK("x")')
    assert.equal(valueOf(row[heading.indexOf('returned')] ?? ''), null)
    for (const value of [null, '', '\\N', '\\', 'plain', '\\\\N']) assert.equal(valueOf(cellOf(value)), value)
  })
  test('keeps each file once, under its hash', async () => {
    assert.equal(manifest.files.length, 2)
    const letter = manifest.files.find(({ bytes }) => bytes === pdf.length)
    assert.deepEqual(await readFile(join(folder, letter?.file ?? '')), pdf)
  })
  test('is in the log of looks, with its reason', async () => {
    const looks = await historyOfStream(db, 'look:export:casework')
    assert.deepEqual(looks.map(({ by: who }) => [who.name, who.reason]), [[by.name, 'Handed to the inspectors']])
    await assert.rejects(writeExport(db, { folder: join(folder, 'other'), by: { ...bySenior, reason: ' ' } }), /needs a reason/)
    await rm(join(folder, 'other'), { recursive: true })
  })
  test('goes into no folder that holds something', () => assert.rejects(writeExport(db, { folder, by }), /not empty/))
})

describe('an export that was touched', () => {
  test('is told from one that was not: a cell, a file, a part too few, a file too many', async () => {
    const part = join(folder, 'penalties.person-0001.csv')
    const before = await readFile(part)
    await writeFile(part, before.toString('utf8').replace('Popescu', 'Popescy'))
    assert.deepEqual((await checkExport(folder)).problems, ['penalties.person-0001.csv is not what was written'])
    await rm(part)
    assert.match((await checkExport(folder)).problems.join(), /is missing.*the manifest says 4/)
    await writeFile(part, before)
    await appendFile(join(folder, manifest.files[0]?.file ?? ''), ' ')
    await writeFile(join(folder, 'files', 'stranger'), '')
    assert.deepEqual((await checkExport(folder)).problems, [`${manifest.files[0]?.file} is not what was written`, 'files/stranger is not in the manifest'])
  })
})

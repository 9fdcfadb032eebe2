import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { instant, plate, type By, type Officer } from '#values'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { sections } from '#test/a-detection'
import { aDatabase } from '#test/database'
import { attachPhotos } from './attach-photo.ts'
import { correctDetection } from './correct-detection.ts'
import type { Detection, Section } from './detection.ts'
import { changeDetection, detections, detectionsOfPlate, detectionsWithPeople, readDetection } from './detection.store.ts'
import { acknowledgeHandOver, handOverPeople } from './hand-over-people.ts'
import { noteSection } from './note-section.ts'
import { keepPhoto, photoHash, readPhoto } from './photo.store.ts'
import { recordDetection } from './record-detection.ts'
import { startDetection } from './start-detection.ts'

const db = await aDatabase()
const at = instant('2026-03-10T03:00:00Z')
const by: By = { officerId: 'o1', name: 'Test officer', role: 'lane-officer', site: 'calais', at }
const allSections = Object.entries(sections).map(([section, answers]) => ({ section, answers }) as Section)

async function aRecord(): Promise<string> {
  const id = newId()
  const act = { id, by }
  await changeDetection(db, act, (before) => startDetection(before, { id, site: 'calais', searchId: null, crossingId: null, startedAt: at, startedBy: 'Test officer' }))
  for (const section of allSections) await changeDetection(db, act, (before) => noteSection(before, section, at))
  await changeDetection(db, act, (before) => recordDetection(before, at))
  return id
}

describe('a detection', () => {
  test('reads back as its history tells it, from the draft to the French receipt', async () => {
    const id = await aRecord()
    const acts = [
      (before: Detection | undefined) => attachPhotos(before, [{ sha256: 'a'.repeat(64), of: 'checklist', contentType: 'image/png', sizeBytes: 10, attachedAt: at, attachedBy: 'Test' }]),
      (before: Detection | undefined) => correctDetection(before, { section: 'papers', answers: { ...sections.papers, persons: [] } }, { because: 'Name was of another lorry', at, by: 'Test' }),
      (before: Detection | undefined) => handOverPeople(before, { id: 'h1', adults: 2, children: 1, handedOverAt: at, receivingOfficer: 'PAF 1', receiptReference: null }, at),
      (before: Detection | undefined) => acknowledgeHandOver(before, 'h1', { at, by: 'Test', reference: 'R 7' }),
    ]
    for (const act of acts) {
      await changeDetection(db, { id, by }, act)
      assert.deepEqual(await readDetection(db, id), await foldHistory(db, detections, id))
    }
    assert.partialDeepStrictEqual(await readDetection(db, id), { stage: 'recorded', photos: [{ of: 'checklist' }], papers: { persons: [] }, handOvers: [{ acknowledged: { reference: 'R 7' } }] })
  })

  test('is found by either plate once it is recorded', async () => {
    const id = await aRecord()
    for (const either of ['AB12CDE', 'QT123ZZ']) assert.ok((await detectionsOfPlate(db, plate(either))).some((find) => find.id === id))
    assert.deepEqual(await detectionsOfPlate(db, plate('NOTTHIS')), [])
  })

  test('is changed only at the port that owns it', async () => {
    const id = await aRecord()
    const elsewhere = { id, by: { ...by, site: 'centre' } } as const
    assert.deepEqual(await changeDetection(db, elsewhere, (before) => acknowledgeHandOver(before, 'h1', { at, by: 'Test', reference: 'R' })), { refused: 'kept-at-another-site' })
  })

  test('cannot be marked recorded in the database with a part missing', async () => {
    const id = await aRecord()
    await assert.rejects(sql`update examinations.detection set papers = null where id = ${id}`.execute(db), /check/)
  })

  test('with people still with us stands before every closed one', async () => {
    const [open, closed] = [await aRecord(), await aRecord()]
    await changeDetection(db, { id: closed, by }, (before) => handOverPeople(before, { id: 'h1', adults: 2, children: 1, handedOverAt: at, receivingOfficer: 'PAF 1', receiptReference: 'PV 1' }, at))
    const duty: Officer = { id: 'o', name: 'Test', role: 'duty-officer-fr' }
    const order = (await detectionsWithPeople(db, duty)).map(({ id }) => id)
    assert.ok(order.indexOf(open) < order.indexOf(closed))
  })
})

describe('a photograph', () => {
  const bytes = Buffer.from('not really a picture')
  test('is kept once under its own hash and reads back byte for byte', async () => {
    await keepPhoto(db, 'calais', bytes, at)
    await keepPhoto(db, 'calais', bytes, at)
    assert.deepEqual(await readPhoto(db, 'calais', photoHash(bytes)), bytes)
  })
  test('cannot be exchanged for another behind its hash', async () => {
    await keepPhoto(db, 'calais', bytes, at)
    await assert.rejects(sql`update examinations.photo set bytes = 'other'`.execute(db), /check/)
  })
})

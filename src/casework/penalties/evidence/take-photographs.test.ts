import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aPhoto } from '#test/a-photo'
import { anOpenCase, byCaseworker } from '#test/a-proposed-case'
import { aDatabase } from '#test/database'
import { eventsOf } from '#test/penalties'
import { instant, type By } from '#values'
import { attachPhotos } from '../../../border/examinations/detection/attach-photo.ts'
import { changeDetection } from '../../../border/examinations/detection/detection.store.ts'
import type { Photo } from '../../../border/examinations/detection/photo.ts'
import { keepPhoto, photoHash } from '../../../border/examinations/detection/photo.store.ts'
import { startDetection } from '../../../border/examinations/detection/start-detection.ts'
import { evidenceOf, evidenceThing, readEvidenceBytes } from './evidence.store.ts'
import { photographsNotTaken, takePhotographs } from './take-photographs.store.ts'

const db = await aDatabase()
const attachedAt = instant('2024-01-10T02:40:00Z')
const atCalais: By = { officerId: 'lane', name: 'Robin Farthing', role: 'lane-officer', site: 'calais', at: attachedAt }
const caseId = await anOpenCase(db)
const taken = (of: Photo['of'], shade: number): Photo => ({ of, sha256: photoHash(aPhoto(shade)), contentType: 'image/png', sizeBytes: aPhoto(shade).length, attachedAt, attachedBy: 'Robin Farthing' })
eventsOf(await changeDetection(db, { id: caseId, by: atCalais }, (before) => startDetection(before, { id: caseId, site: 'calais', searchId: null, crossingId: null, startedAt: attachedAt, startedBy: 'Robin Farthing' })))
eventsOf(await changeDetection(db, { id: caseId, by: atCalais }, (before) => attachPhotos(before, [taken('checklist', 1), taken('fastening', 2)])))
const take = async () => takePhotographs(db, caseId, await evidenceThing.ofCase(db, caseId), byCaseworker)

describe('the photographs of the find', () => {
  test('wait until their bytes have come from the port', async () => {
    assert.deepEqual(await take(), { refused: 'no-photograph-has-come' })
    await keepPhoto(db, 'calais', aPhoto(1), attachedAt)
    assert.equal(eventsOf(await take()).length, 1)
    assert.equal((await photographsNotTaken(db, caseId, await evidenceThing.ofCase(db, caseId))).length, 1)
  })
  test('lie in the file as they were taken, with who took them and when, once', async () => {
    await keepPhoto(db, 'calais', aPhoto(2), attachedAt)
    eventsOf(await take())
    assert.deepEqual(await take(), { refused: 'no-photograph-has-come' })
    const items = await evidenceOf(db, caseId)
    assert.deepEqual(items.map(({ kind, title }) => [kind, title]), [['checklist', 'Checklist, photographed at 03:40:00'], ['photograph', 'Seal, cable or lock, photographed at 03:40:00']])
    assert.partialDeepStrictEqual(items[0], { provenance: { suppliedBy: 'Robin Farthing, Calais', road: 'at-the-scene', seenAtScene: 'seen', receivedOn: '2024-01-10' } })
    assert.deepEqual(await readEvidenceBytes(db, items[0]?.file.sha256 ?? ''), aPhoto(1))
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aSite } from '#test/site'
import { instant, plate } from '#values'
import { saveCrossings } from '../crossing/crossing.store.ts'
import type { PlateRead } from '../plate-read/plate-read.ts'
import { keepReads } from '../plate-read/plate-read.store.ts'
import { arrivals } from '../wire.ts'
import { deleteCorrections, plateCorrection } from './correction.store.ts'

const port = await aSite({ wirings: [arrivals], site: 'calais', now: '2026-03-10T09:00:00Z' })
const officer = port.signedInAs('lane-officer')
const at = instant('2026-03-10T08:59:00Z')

async function passed(site: 'calais' | 'dunkerque', ...written: readonly string[]) {
  const reads = written.map((text, place): PlateRead => ({
    id: newId(), site, cameraId: `camera-${place}`, cameraHint: null, lane: '4', direction: null, capturedAt: at, receivedAt: at, plate: plate(text), plateAsRead: text,
    country: null, confidence: 0.9, characterConfidence: null, candidates: [], passageHint: null, state: 'new', format: 'hikvision', rawSha256: '', images: [],
  }))
  await keepReads(port.db, reads.map((read) => ({ ...read, spoolPosition: 0, sameAsSha256: read.id })))
  const [crossing, plateId] = [newId(), newId()]
  const [best] = reads
  assert.ok(best)
  await saveCrossings(port.db, [{ id: crossing, site, lane: '4', direction: null, firstSeenAt: at, lastSeenAt: at, plates: [
    { id: plateId, part: null, plate: best.plate, country: null, confidence: 0.9, characterConfidence: null, readId: best.id, readIds: reads.map(({ id }) => id), imageSha256: null, seenAt: at },
  ] }])
  return { plateId, path: `/crossings/${crossing}/plates/${plateId}/correct` }
}

describe('an officer who sees the plate', () => {
  test('writes down what it is, which folds to its row and teaches the matcher by every read', async () => {
    const { plateId, path } = await passed('calais', 'A812CDE', 'AB12CDE')
    assert.equal((await officer.get(path)).statusCode, 200)
    assert.equal((await officer.post(path, { truePlate: 'ab12 cde', because: 'Read on the picture' })).statusCode, 303)
    const correction = await plateCorrection.read(port.db, plateId)
    assert.partialDeepStrictEqual(correction, { truePlate: 'AB12CDE', correctedBy: 'Test lane-officer', correctedAt: port.clock.now() })
    assert.deepEqual(await foldHistory(port.db, plateCorrection, plateId), correction)
    const { rows } = await sql`select camera_id, read_as, truth from watchlists.plate_truth order by camera_id`.execute(port.db)
    assert.deepEqual(rows, [{ camera_id: 'camera-0', read_as: 'A812CDE', truth: 'AB12CDE' }, { camera_id: 'camera-1', read_as: 'AB12CDE', truth: 'AB12CDE' }])
  })
  test('may correct it again, and the later word counts', async () => {
    const { plateId, path } = await passed('calais', 'KX67WTP')
    for (const truePlate of ['KX67WTF', 'KX67WTR']) assert.equal((await officer.post(path, { truePlate, because: 'Seen on the vehicle' })).statusCode, 303)
    assert.equal((await plateCorrection.read(port.db, plateId))?.truePlate, 'KX67WTR')
  })
  test('has to say what it is and how that is known', async () => {
    const { path } = await passed('calais', 'GG11GGG')
    const { statusCode, body } = await officer.post(path, { truePlate: '#', because: '' })
    assert.equal(statusCode, 422)
    assert.match(body, /as you see it/)
    assert.match(body, /Say how you know/)
  })
  test('does so at the port that saw it, and nowhere else', async () => {
    const { path } = await passed('dunkerque', 'HH22HHH')
    assert.equal((await officer.post(path, { truePlate: 'HH22HHH', because: 'Read on the picture' })).statusCode, 403)
    assert.equal((await port.signedInAs('duty-officer-uk').post(path, { truePlate: 'HH22HHH', because: 'Read on the picture' })).statusCode, 409)
  })
})

test('corrections are forgotten when their time is over', async () => {
  assert.deepEqual(await deleteCorrections(port.db, 'calais', instant('2026-03-10T08:59:59Z'), 10), [])
  assert.equal((await deleteCorrections(port.db, 'calais', instant('2026-03-10T09:00:00Z'), 10)).length, 2)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { settableClock } from '#platform/clock'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aDatabase } from '#test/database'
import { instant, plate, type Instant } from '#values'
import { saveCrossings } from '../crossing/crossing.store.ts'
import { keepBatch } from '../plate-read/plate-read.store.ts'
import type { PlateRead } from '../plate-read/plate-read.ts'
import { examinedCrossings } from '../../examinations/search/examined-crossings.store.ts'
import { forgetReads } from './forget-reads.feed.ts'
import { retentionDays } from './retention-days.ts'
import { forgettings } from './retention.store.ts'

const db = await aDatabase()
const clock = settableClock(instant('2027-03-10T12:00:00Z'))
const yearOld = instant('2026-03-10T12:00:00Z')
const older = instant('2026-03-10T11:59:59Z')

async function passed(asWritten: string, at: Instant, lane: string): Promise<string> {
  const [id, readId] = [newId(), newId()]
  const read: PlateRead = {
    id: readId, site: 'calais', cameraId: 'calais-1', lane, direction: null, capturedAt: at, receivedAt: at, plate: plate(asWritten), plateAsRead: asWritten, cameraHint: null,
    country: null, confidence: 0.9, characterConfidence: null, candidates: [], passageHint: null, state: 'final', format: 'hikvision', rawSha256: '', images: [],
  }
  const second = { ...read, id: newId() }
  await keepBatch(db, { site: 'calais', days: [], reads: [read, second].map((one) => ({ ...one, spoolPosition: 0, sameAsSha256: one.id })) })
  await saveCrossings(db, [{ id, site: 'calais', lane, direction: null, firstSeenAt: at, lastSeenAt: at, plates: [{ id: newId(), part: null, plate: read.plate, country: null, confidence: 0.9, characterConfidence: null, readId, imageSha256: null, seenAt: at }] }])
  return id
}

const readsOf = async (asWritten: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from arrivals.plate_read where plate = ${asWritten}`.execute(db)
  return rows[0]?.count ?? 0
}

await passed('OLD1AAA', older, '1')
await passed('NEW1AAA', yearOld, '2')
const withHit = await passed('HIT1AAA', older, '3')
const searched = await passed('SEA1AAA', older, '4')
const found = await passed('DET1AAA', older, '5')
await sql`insert into arrivals.hit (id, site, crossing_id, plate_id, entry_id, list_name_en, list_name_fr, reason_en, reason_fr, handling, markers, listed_plate, read_id, plate, how, differences, cost, raised_at, status)
  values (${newId()}, 'calais', ${withHit}, ${newId()}, ${newId()}, 'x', 'x', 'x', 'x', 'check', '{}', 'HIT1AAA', ${newId()}, 'HIT1AAA', 'exact', '[]', 0, ${older}, 'confirmed')`.execute(db)
await sql`insert into examinations.search (id, site, stage, layer, lane, officers, crossing_id, opened_at, opened_by, steps)
  values (${newId()}, 'calais', 'open', 'x', '4', '[]', ${searched}, ${older}, 'x', '[]')`.execute(db)
const examined: typeof examinedCrossings = async (of, ids) => new Set([...(await examinedCrossings(of, ids)), ...ids.filter((id) => id === found)])
const forgetNow = (days = 365) => forgetReads({ db, port: 'calais', clock, days, imageDir: '/nonexistent', examined })

describe('reads at a port', () => {
  test('are forgotten the moment they are older than 365 days, and not before', async () => {
    await forgetNow()
    assert.deepEqual([await readsOf('OLD1AAA'), await readsOf('NEW1AAA')], [0, 2])
  })
  test('are kept, every one of the passage, while a hit, a search or a find rests on them', async () => {
    assert.deepEqual(await Promise.all(['HIT1AAA', 'SEA1AAA', 'DET1AAA'].map(readsOf)), [2, 2, 2])
  })
  test('leave an entry that says how many, and that folds to its row', async () => {
    const row = await forgettings.read(db, 'calais 2027-03-10')
    assert.partialDeepStrictEqual(row, { reads: 2, crossings: 1, pictures: 0 })
    assert.deepEqual(await foldHistory(db, forgettings, 'calais 2027-03-10'), row)
  })
  test('are forgotten sooner where the port is set so', async () => {
    await forgetNow(30)
    assert.equal(await readsOf('NEW1AAA'), 0)
    assert.equal(await readsOf('SEA1AAA'), 2)
  })
})

test('a port may keep reads for less than 365 days and never for more', () => {
  assert.deepEqual([retentionDays(undefined), retentionDays('30'), retentionDays('365')], [365, 30, 365])
  for (const setting of ['366', '0', '-1', 'forever', '1.5']) assert.throws(() => retentionDays(setting), /from 1 to 365/)
})

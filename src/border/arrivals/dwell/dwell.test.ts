import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId, newIdAt } from '#platform/identity'
import { aDatabase } from '#test/database'
import { epochMsOf, instant, instantOfEpochMs, plate, type Instant } from '#values'
import { saveCrossings } from '../crossing/crossing.store.ts'
import { dwellByHour, dwellByLane } from './dwell.store.ts'
import { staysForFigure } from './limits.ts'

const db = await aDatabase()
const ten = instant('2026-03-10T10:00:00Z')
const asked = { port: 'calais', since: ten, until: instant('2026-03-10T12:00:00Z') } as const
const after = (minutes: number): Instant => instantOfEpochMs(epochMsOf(ten) + minutes * 60_000)

async function seen(asRead: string, lane: string, from: number, until = from): Promise<void> {
  const filed = (): string => newIdAt(epochMsOf(after(from)))
  const shown = { id: filed(), part: null, plate: plate(asRead), country: null, confidence: 0.9, characterConfidence: null, readId: newId(), imageSha256: null, seenAt: after(from) }
  await saveCrossings(db, [{ id: filed(), site: 'calais', lane, direction: null, firstSeenAt: after(from), lastSeenAt: after(until), plates: [shown] }])
}

// Lane 1: one vehicle each minute, which stands for as many minutes as its number says; lane 2 has one fewer than a figure needs.
for (let at = 1; at <= staysForFigure; at += 1) await seen(`QUEUE${at}`, '1', at)
for (let at = 1; at <= staysForFigure; at += 1) await seen(`QUEUE${at}`, '1', at + at)
for (let at = 1; at < staysForFigure; at += 1) await seen(`FEW${at}`, '2', at, at + 1)
await seen('ONCE1', '1', 30)
// The same vehicle twice in a day is two stays, not one of nine hours.
await seen('TWICE1', '3', -480, -479)
await seen('TWICE1', '3', 60, 62)

describe('how long vehicles stand in a lane', () => {
  test('counts from the first read in the lane to the last, also when two cameras made two crossings of it', async () => {
    const lane = (await dwellByLane(db, asked)).find((one) => one.lane === '1')
    assert.partialDeepStrictEqual(lane, { vehicles: staysForFigure + 1, timed: staysForFigure })
    assert.equal(lane?.medianSeconds, 5.5 * 60)
    assert.equal(Math.round(lane?.p90Seconds ?? 0), Math.round(9.1 * 60))
  })
  test('is not said of fewer stays than could hide one vehicle', async () => {
    assert.partialDeepStrictEqual((await dwellByLane(db, asked)).find((one) => one.lane === '2'), { timed: staysForFigure - 1, medianSeconds: null, p90Seconds: null })
  })
  test('begins anew for a vehicle that comes again', async () => {
    assert.partialDeepStrictEqual((await dwellByLane(db, asked)).find((one) => one.lane === '3'), { vehicles: 1, timed: 1 })
  })
  test('is told by the hour in which the vehicle left', async () => {
    const hours = (await dwellByHour(db, asked)).map(({ hourAt, lane, vehicles }) => [hourAt, lane, vehicles])
    assert.deepEqual(hours, [['2026-03-10T11:00:00.000Z', '3', 1], ['2026-03-10T10:00:00.000Z', '1', 11], ['2026-03-10T10:00:00.000Z', '2', 9]])
  })
})

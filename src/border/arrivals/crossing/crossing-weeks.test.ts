import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newIdAt } from '#platform/identity'
import { aDatabase } from '#test/database'
import { epochMsOf, hoursAfter, instant, plate, type Instant } from '#values'
import { crossingsOfPlate, crossingsSince, newestByLane, readCrossing, saveCrossings } from './crossing.store.ts'
import type { Crossing } from './crossing.ts'

const db = await aDatabase()
const now = instant('2026-11-20T12:00:00Z')
const idAt = (at: Instant): string => newIdAt(epochMsOf(at))

/** The trailer's plate is read ten seconds after the tractor's, and so is filed under a later moment. */
function passed(at: Instant, lane: string): Crossing {
  const later = instant(hoursAfter(0, at).replace('.000Z', '.900Z'))
  const seen = { country: null, confidence: 0.9, characterConfidence: null, imageSha256: null } as const
  return {
    id: idAt(at), site: 'calais', lane, direction: null, firstSeenAt: at, lastSeenAt: later, listsVersion: null,
    plates: [
      { ...seen, id: idAt(at), part: 'tractor', plate: plate('AB12CDE'), readId: idAt(at), seenAt: at },
      { ...seen, id: idAt(later), part: 'trailer', plate: plate('TR404XX'), readId: idAt(later), seenAt: later },
    ],
  }
}

const [today, lastMonth, lastNightOfWeek] = [passed(hoursAfter(-1, now), '1'), passed(hoursAfter(-24 * 30, now), '2'), passed(instant('2026-11-15T23:59:59Z'), '3')]
await saveCrossings(db, [today, lastMonth, lastNightOfWeek])

describe('crossings that lie in weeks', () => {
  test('come whole, with every plate, from whichever week', async () => {
    for (const crossing of [today, lastMonth, lastNightOfWeek]) assert.partialDeepStrictEqual(await readCrossing(db, crossing.id), crossing)
  })
  test('are on a board that looks back two weeks only if they are of those', async () => {
    const lanes = async (days?: number) => (await newestByLane(db, 'calais', { perLane: 5, ...(days === undefined ? {} : { since: hoursAfter(-24 * days, now) }) })).map(({ lane }) => lane)
    assert.deepEqual(await lanes(14), ['1', '3'])
    assert.deepEqual(await lanes(), ['1', '3', '2'])
  })
  test('are found by their plate and by when they passed, to the very moment', async () => {
    const since = today.firstSeenAt
    assert.deepEqual((await crossingsOfPlate(db, plate('TR404XX'), { since, most: 5 })).map(({ id }) => id), [today.id])
    assert.deepEqual((await crossingsSince(db, 'calais', lastNightOfWeek.lastSeenAt)).map(({ id }) => id), [lastNightOfWeek.id, today.id])
    assert.deepEqual((await crossingsSince(db, 'calais', hoursAfter(1, lastNightOfWeek.lastSeenAt))).map(({ id }) => id), [today.id])
  })
})

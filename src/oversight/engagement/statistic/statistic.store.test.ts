import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { HistoryEntry } from '#platform/events'
import { newId } from '#platform/identity'
import { aDatabase } from '#test/database'
import { instant } from '#values'
import { countEntry, readFigures } from './statistic.store.ts'

function entry(body: HistoryEntry['body'], at: string): HistoryEntry {
  const by = { officerId: 'o1', name: 'Ada Example', role: 'lane-officer', site: 'calais', at: instant(at) } as const
  return { id: newId(), site: 'calais', seq: 1, stream: 'detection:1', version: 1, type: body?.type ?? '', body, by, under: [], hash: '' }
}

const db = await aDatabase()

describe('the figures of the year', () => {
  test('count an entry once, however often it is delivered', async () => {
    const eightFound = { type: 'detection-recorded', entrants: 8 }
    const found = entry(eightFound, '2026-06-01T10:00:00Z')
    await countEntry(db, found)
    await countEntry(db, found)
    const figures = await readFigures(db)
    assert.deepEqual(figures.find(({ measure }) => measure === 'people-found'), { year: 2026, measure: 'people-found', site: 'calais', number: 8 })
  })

  test('belong to the London year in which the act was recorded', async () => {
    await countEntry(db, entry({ type: 'search-opened' }, '2026-12-31T23:30:00Z'))
    await countEntry(db, entry({ type: 'search-opened' }, '2027-01-01T00:30:00Z'))
    const searches = (await readFigures(db)).filter(({ measure }) => measure === 'searches')
    assert.deepEqual(searches.map(({ year }) => year).sort(), [2026, 2027])
  })
})

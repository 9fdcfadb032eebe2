import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant, plate, type By, type Officer } from '#values'
import { foldHistory, historyOf } from '#platform/events'
import { newId } from '#platform/identity'
import { aDatabase } from '#test/database'
import { endSearch } from './end-search.ts'
import { openSearch } from './open-search.ts'
import { recordTechnique } from './record-technique.ts'
import { changeSearch, openSearchesAt, readSearch, recentSearches, searches, searchesOfPlate } from './search.store.ts'
import type { SearchOpening } from './search.ts'

const db = await aDatabase()
const at = instant('2026-03-10T02:00:00Z')
const by: By = { officerId: 'o1', name: 'Test officer', role: 'lane-officer', site: 'calais', at }

async function anOpenSearch(change: Partial<SearchOpening> = {}): Promise<string> {
  const id = newId()
  const opening: SearchOpening = {
    id, site: 'calais', tractorPlate: plate('AB12CDE'), trailerPlate: plate('QT123ZZ'), country: null, layer: 'shed', lane: '4',
    officers: ['A', 'B'], crossingId: newId(), hitId: null, openedAt: at, openedBy: 'Test officer', ...change,
  }
  await changeSearch(db, { id, by: { ...by, site: opening.site } }, (search) => openSearch(search, opening))
  return id
}

describe('a search', () => {
  test('reads back as its history tells it, step by step', async () => {
    const id = await anOpenSearch()
    for (const [technique, result] of [['dog', 'alert'], ['co2', 'not-done']] as const) {
      const step = { id: newId(), technique, result, minutes: 3, obstacle: 'sealed-load', note: null, recordedAt: at, recordedBy: 'Test officer' } as const
      await changeSearch(db, { id, by }, (search) => recordTechnique(search, step))
      assert.deepEqual(await readSearch(db, id), await foldHistory(db, searches, id))
    }
    await changeSearch(db, { id, by }, (search) => endSearch(search, { outcome: 'people-found', note: null, endedAt: at }))
    assert.deepEqual(await readSearch(db, id), await foldHistory(db, searches, id))
    assert.deepEqual((await historyOf(db, 'search', id)).map(({ type }) => type), ['search-opened', 'technique-recorded', 'technique-recorded', 'search-ended'])
  })

  test('is changed only at the port that owns it', async () => {
    const id = await anOpenSearch({ site: 'dunkerque' })
    assert.deepEqual(await changeSearch(db, { id, by }, (search) => endSearch(search, { outcome: 'refused', note: null, endedAt: at })), { refused: 'kept-at-another-site' })
  })

  test('is found by either plate, and at its port while it is open', async () => {
    const id = await anOpenSearch({ tractorPlate: plate('ZZ99ZZZ'), trailerPlate: plate('W1TR') })
    for (const either of ['ZZ99ZZZ', 'W1TR']) assert.deepEqual((await searchesOfPlate(db, plate(either))).map((search) => search.id), [id])
    assert.ok((await openSearchesAt(db, 'calais')).some((search) => search.id === id))
    await changeSearch(db, { id, by }, (search) => endSearch(search, { outcome: 'released', note: 'loading', endedAt: at }))
    assert.ok(!(await openSearchesAt(db, 'calais')).some((search) => search.id === id))
  })

  test('is listed for an officer of its own port, not of another', async () => {
    const id = await anOpenSearch({ site: 'dunkerque' })
    const officer = (port: 'calais' | 'dunkerque'): Officer => ({ id: 'o', name: 'Test', role: 'lane-officer', port })
    assert.ok((await recentSearches(db, officer('dunkerque'))).some((search) => search.id === id))
    assert.ok(!(await recentSearches(db, officer('calais'))).some((search) => search.id === id))
  })
})

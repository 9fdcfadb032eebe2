import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory, verifyChain } from '#platform/events'
import { day, instant } from '#values'
import { aReleaseWorld, loggedMessages } from '#test/released'
import { items, itemId, readItem } from './item.store.ts'

const world = await aReleaseWorld()
const { db, partner, partnerId, clock } = world
const lorry = await world.list('B84KLG', { markers: ['weapons'] })

const stage = async (kind: 'hit' | 'entry' | 'read' | 'marker', id: string): Promise<string | undefined> => (await readItem(db, itemId(partnerId, kind, id)))?.stage
const heldPlates = (): readonly string[] => [...partner.held().values()].map(({ kind, facts }) => `${kind ?? ''} ${facts?.plate ?? ''}`).sort()

describe('a partner', () => {
  test('is told nothing without a rule', async () => {
    await world.settle()
    assert.deepEqual(partner.arrived, [])
  })
  test('is told what two people agreed to, in the agreed fields, with the conditions', async () => {
    await world.agree()
    await world.settle()
    assert.deepEqual(heldPlates(), ['entry B84KLG', 'marker B84KLG'])
    const entry = partner.arrived.find(({ kind }) => kind === 'entry')
    assert.deepEqual(entry?.facts, {
      plate: 'B84KLG', country: 'RO', list: { en: 'Earlier finds', fr: 'Découvertes' }, reason: { en: 'Eight found', fr: 'Huit trouvés' }, handling: 'check', markers: ['weapons'], ports: ['calais'], lastDayOn: '2026-06-01',
    })
    assert.deepEqual(entry?.conditions, { legalBasis: 'Immigration and Asylum Act 1999 s.20', keepUntil: '2026-07-01' })
  })
  test('is told of a hit once a person has confirmed it, and asked to forget it when it is dismissed', async () => {
    const hit = await world.raise('B84KLG', lorry)
    await world.settle()
    assert.equal(await stage('hit', hit), undefined)
    await world.handle(hit, { type: 'hit-confirmed', handledBy: 'Lane', handledAt: clock.now() })
    await world.settle()
    assert.deepEqual([await stage('hit', hit), await stage('read', hit)], ['released', 'released'])
    await world.handle(hit, { type: 'hit-dismissed', handledBy: 'Lane', handledAt: clock.now(), dismissedAs: 'misread' })
    await world.settle()
    assert.deepEqual([await stage('hit', hit), await stage('read', hit)], ['deleted', 'deleted'])
    assert.deepEqual(heldPlates(), ['entry B84KLG', 'marker B84KLG'])
  })
  test('is asked to forget an entry the day after its last', async () => {
    const short = await world.list('FG34HJK', { lastDayOn: day('2026-03-11') })
    await world.settle()
    clock.set(instant('2026-03-11T23:59:00Z'))
    await world.settle()
    assert.equal(await stage('entry', short), 'released')
    clock.set(instant('2026-03-12T00:00:00Z'))
    await world.settle()
    assert.equal(await stage('entry', short), 'deleted')
  })
  test('finds every message in the log, which folds to the rows and whose chain holds', async () => {
    const logged = await loggedMessages(db)
    assert.deepEqual(partner.arrived.filter(({ id }) => !logged.has(id)), [])
    for (const { item } of partner.arrived) assert.deepEqual(await foldHistory(db, items, item), await readItem(db, item))
    assert.equal((await verifyChain(db, 'centre')).broken, undefined)
  })
})

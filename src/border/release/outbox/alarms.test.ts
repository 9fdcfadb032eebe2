import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { aReleaseWorld } from '#test/released'
import { day, instant } from '#values'
import { canarySubject } from '../canary/canaries.store.ts'
import { partners } from '../partner/partner.store.ts'
import { clearCanaryAlarm } from '../partner/partner.ts'
import { alarmsOf, type Standing } from './alarms.ts'
import { clearCanary } from './clear-canary.store.ts'
import { itemId, items, readItem } from './item.store.ts'
import { readLane } from './lane.store.ts'
import { partnerStandings } from './standing.store.ts'

const calm: Standing = { canaryAlarm: null, failures: 0, waiting: 0, oldestSeconds: 0, escalated: 0, keyUntakenSince: undefined, ruleEndsOn: day('2026-12-31'), today: day('2026-03-10') }

const world = await aReleaseWorld()
const { db, partner, partnerId, clock } = world
const alarms = async () => (await partnerStandings(db, clock.today()))[0]?.alarms

describe('a person is told', () => {
  test('nothing while all is well', () => assert.deepEqual(alarmsOf(calm), []))
  test('of each thing on its own, at its limit and not before', () => {
    const alarms = (change: Partial<Standing>): string => alarmsOf({ ...calm, ...change }).join()
    assert.deepEqual([alarms({ failures: 2 }), alarms({ failures: 3 })], ['', 'not-answering'])
    assert.deepEqual([alarms({ waiting: 1000 }), alarms({ waiting: 1001 })], ['', 'much-waits'])
    assert.deepEqual([alarms({ oldestSeconds: 900 }), alarms({ oldestSeconds: 901 })], ['', 'waits-long'])
    assert.deepEqual([alarms({ ruleEndsOn: day('2026-03-25') }), alarms({ ruleEndsOn: day('2026-03-24') }), alarms({ ruleEndsOn: day('2026-03-10') }), alarms({ ruleEndsOn: day('2026-03-09') })], ['', 'rule-ends-soon', 'rule-ends-soon', 'rule-ended'])
    assert.deepEqual([alarms({ keyUntakenSince: day('2026-02-09') }), alarms({ keyUntakenSince: day('2026-02-08') })], ['', 'key-not-taken'])
    assert.equal(alarms({ canaryAlarm: 'arrived', escalated: 1 }), 'canary-arrived,withdrawals-unanswered')
  })
})

describe('a withdrawal without an answer', () => {
  test('is put before the named person after 24 hours, and stays open until the partner says what became of it', async () => {
    await world.agree({ kinds: ['entry'] })
    partner.behave('thinks-about-withdrawals')
    const lorry = await world.list('AA11AAA')
    await world.settle()
    await world.enter(lorry, { type: 'entry-withdrawn' })
    await world.settle()
    const id = itemId(partnerId, 'entry', lorry)
    clock.set(instant('2026-03-11T08:59:59Z'))
    await world.settle()
    assert.deepEqual([(await readItem(db, id))?.escalatedTo, await alarms()], [null, []])
    clock.set(instant('2026-03-11T09:00:00Z'))
    await world.settle()
    assert.partialDeepStrictEqual(await readItem(db, id), { stage: 'awaiting', escalatedTo: 'Kit Ledgerwood, watchlist desk' })
    assert.ok((await alarms())?.includes('withdrawals-unanswered'))
    assert.deepEqual(await foldHistory(db, items, id), await readItem(db, id))
  })
})

describe('the canary of a partner', () => {
  test('is asked for once a day, and never having had it is the answer that is wanted', async () => {
    partner.behave('answers')
    clock.set(instant('2026-03-12T12:00:00Z'))
    await world.settle()
    await world.settle()
    const asked = partner.arrived.filter(({ item, type }) => item === itemId(partnerId, 'entry', canarySubject(partnerId)) && type === 'withdrawal')
    // On 10, 11 and 12 March.
    assert.equal(asked.length, 3)
    assert.equal((await readLane(db, partnerId))?.canaryAlarm, null)
  })
  test('that did arrive stops everything to the partner, withdrawals too, until a person has looked', async () => {
    const canary = itemId(partnerId, 'entry', canarySubject(partnerId))
    const held = partner.held() as Map<string, (typeof partner.arrived)[number]>
    held.set(canary, { id: canary, number: 1, type: 'release', item: canary })
    clock.set(instant('2026-03-13T12:00:00Z'))
    await world.settle()
    assert.ok((await alarms())?.includes('canary-arrived'))
    const before = partner.arrived.length
    await world.list('BB11BBB')
    await world.settle()
    assert.equal(partner.arrived.length, before)
    await clearCanary(db, { id: partnerId, by: world.by('duty') }, (known) => clearCanaryAlarm(known, 'arrived'))
    await world.settle()
    assert.ok(partner.platesEverTold().includes('BB11BBB'))
    assert.deepEqual(await foldHistory(db, partners, partnerId), await partners.read(db, partnerId))
  })
})

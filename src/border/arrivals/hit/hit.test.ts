import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused, type Decision } from '#platform/decisions'
import { instant, plate, type By } from '#values'
import { acknowledgeHit } from './acknowledge-hit.ts'
import { escalateHit } from './escalate-hit.ts'
import { confirmHit } from './confirm-hit.ts'
import { dismissHit } from './dismiss-hit.ts'
import { evolveHit, type Hit, type HitEvent, type HitStatus, type NewHit } from './hit.ts'
import { raiseHit, supersedeHit } from './raise-hit.ts'

const by: By = { officerId: 'ada', name: 'Ada', role: 'lane-officer', site: 'calais', at: instant('2026-03-10T02:00:00Z'), reason: 'Going to the vehicle now' }

const found: NewHit = {
  id: '1', site: 'calais', crossingId: '2', plateId: '3', lane: '4', raisedAt: by.at, entryId: '5', listNameEn: 'Earlier finds', listNameFr: 'Découvertes', reasonEn: 'Eight found', reasonFr: 'Huit trouvés',
  handling: 'check', markers: [], listedPlate: plate('B84KLG'), listedCountry: 'RO', readId: '6', plate: plate('884KLG'), country: null, characterConfidence: null, imageSha256: null,
  how: 'confusable', differences: [], cost: 4.4,
}
const aHit = (status: HitStatus): Hit => ({ ...found, status, handledBy: null, handledAt: null, dismissedAs: null, insideSince: null, escalatedAt: null, doubtedAt: null, truePlate: null, explained: null })
const codeOf = (decision: Decision<HitEvent>): string => (isRefused(decision) ? decision.refused : decision.events.map(({ type }) => type).join())
const statuses = ['raised', 'acknowledged', 'confirmed', 'dismissed', 'superseded'] as const
const whenever = (decide: (hit: Hit) => Decision<HitEvent>) => statuses.map((status) => codeOf(decide(aHit(status))))

describe('a hit', () => {
  test('is acknowledged by one person', () => {
    assert.deepEqual(whenever((hit) => acknowledgeHit(hit, by)), ['hit-acknowledged', 'hit-taken-by-another', 'hit-closed', 'hit-closed', 'hit-closed'])
  })
  test('is confirmed only after somebody took it on', () => {
    assert.deepEqual(whenever((hit) => confirmHit(hit, by)), ['hit-not-acknowledged', 'hit-confirmed', 'hit-closed', 'hit-closed', 'hit-closed'])
  })
  test('is dismissed while it is open', () => {
    assert.deepEqual(whenever((hit) => dismissHit(hit, { dismissedAs: 'misread' }, by)), ['hit-dismissed', 'hit-dismissed', 'hit-closed', 'hit-closed', 'hit-closed'])
  })
  test('is taken back by the machine only while no person has touched it; an officer who has it is told, once', () => {
    const later = instant('2026-03-10T02:00:09Z')
    assert.deepEqual(whenever((hit) => supersedeHit(hit, later)), ['hit-superseded', 'hit-doubted', '', '', ''])
    const doubted = evolveHit(aHit('acknowledged'), { type: 'hit-doubted', doubtedAt: later })
    assert.deepEqual([doubted.status, doubted.doubtedAt], ['acknowledged', later])
    assert.equal(codeOf(supersedeHit(doubted, later)), '')
  })
  test('is doubted no longer when the plate is read as listed again, also by the read it had', () => {
    const doubted = evolveHit(aHit('acknowledged'), { type: 'hit-doubted', doubtedAt: by.at })
    assert.equal(codeOf(raiseHit(doubted, found)), 'hit-improved')
    assert.equal(evolveHit(doubted, { ...found, type: 'hit-improved' }).doubtedAt, null)
  })
  test('gets better evidence until a person has decided, and is raised anew when it was taken back', () => {
    const better = { ...found, plate: plate('B84KLG'), how: 'exact' as const, cost: 0 }
    assert.deepEqual(whenever((hit) => raiseHit(hit, better)), ['hit-improved', 'hit-improved', '', '', 'hit-improved'])
    assert.deepEqual(whenever((hit) => raiseHit(hit, found)), ['', '', '', '', 'hit-improved'])
    assert.equal(evolveHit(aHit('superseded'), { ...better, type: 'hit-improved' }).status, 'raised')
  })
  test('carries the name of whoever decided', () => {
    const decision = acknowledgeHit(aHit('raised'), by)
    assert.ok(!isRefused(decision))
    assert.partialDeepStrictEqual(decision.events.reduce<Hit>(evolveHit, aHit('raised')), { status: 'acknowledged', handledBy: 'Ada', handledAt: by.at })
  })
  test('that nobody took on after two minutes goes to the duty officer, once', () => {
    assert.equal(codeOf(escalateHit(aHit('raised'), { now: by.at, waitedMs: 119_999 })), '')
    assert.deepEqual(whenever((hit) => escalateHit(hit, { now: by.at, waitedMs: 120_000 })), ['hit-escalated', '', '', '', ''])
    assert.equal(codeOf(escalateHit({ ...aHit('raised'), escalatedAt: by.at }, { now: by.at, waitedMs: 3_600_000 })), '')
  })
  test('that asks only to observe is never late', () => assert.equal(codeOf(escalateHit({ ...aHit('raised'), handling: 'observe' }, { now: by.at, waitedMs: 3_600_000 })), ''))
  test('dismissed with what was on the plate keeps it; a misread of the listed plate itself is no reason', () => {
    const [other, same] = [plate('884KLG'), found.listedPlate].map((truePlate) => dismissHit(aHit('raised'), { dismissedAs: 'misread', truePlate }, by))
    assert.partialDeepStrictEqual(other, { events: [{ type: 'hit-dismissed', truePlate: '884KLG' }] })
    assert.equal(same && codeOf(same), 'dismissed-as-the-listed-plate')
    assert.equal(evolveHit(aHit('raised'), { type: 'hit-dismissed', handledBy: 'Officer', handledAt: by.at, dismissedAs: 'misread', truePlate: plate('884KLG') }).truePlate, '884KLG')
  })
  test('that nobody raised cannot be acted on', () => assert.deepEqual([acknowledgeHit(undefined, by), confirmHit(undefined, by), dismissHit(undefined, { dismissedAs: 'misread' }, by)].map(codeOf), Array(3).fill('no-such-hit')))
})

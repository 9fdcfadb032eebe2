import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { epochMsOf, hoursAfter, instant, instantOfEpochMs, type Instant } from '#values'
import type { Receiving } from '../link-facts.store.ts'
import { repairCommand } from './alarm.ts'
import { clockOffset } from './clock-offset.ts'
import { judgeAlarms, type AlarmFacts } from './judge-alarms.ts'

const now = instant('2026-11-22T02:14:07Z')
const secondsLater = (seconds: number): Instant => instantOfEpochMs(epochMsOf(now) + seconds * 1000)
const fine: Receiving = { name: 'juxta_centre_to_calais_alerts', enabled: true, running: true, tables: 5, tablesCopied: 5, applyErrors: 3, conflicts: 1 }
const facts: AlarmFacts = {
  here: 'calais', now,
  link: { peer: 'centre', condition: 'joined', streams: [{ stream: 'alerts', condition: 'joined', asOf: now, silentSeconds: 1, applyErrors: 0, conflicts: 0 }] },
  slots: [], receiving: [fine], receivingBefore: [fine], look: { lostSlots: [], lostCopies: [], missingColumns: [] }, proofs: [], bad: [], renewal: { until: hoursAfter(24 * 400, now), told: new Set() },
}
const silent: AlarmFacts['link'] = { peer: 'centre', condition: 'stuck', streams: [{ stream: 'alerts', condition: 'stuck', asOf: now, silentSeconds: 30, applyErrors: 4, conflicts: 1 }] }
const namesOf = (changes: Partial<AlarmFacts>): readonly string[] => judgeAlarms({ ...facts, ...changes }).map(({ name }) => name)

describe('the alarms of a link', () => {
  test('are none while all is well, though there were errors and conflicts once', () => {
    assert.deepEqual(namesOf({}), [])
  })

  test('name a clash while conflicts go on, and not that receiving has stopped because of it', () => {
    assert.deepEqual(namesOf({ link: silent, receiving: [{ ...fine, conflicts: 2, applyErrors: 4 }] }), ['clashing-row'])
  })

  test('name the missing column, not the errors that it causes', () => {
    const look = { lostSlots: [], lostCopies: [], missingColumns: [{ lane: 'alerts', table: 'arrivals.hit', column: 'doubted_at' }] } as const
    assert.deepEqual(namesOf({ link: silent, look, receiving: [{ ...fine, applyErrors: 9 }] }), ['missing-column'])
  })

  test('name the first copies that stand still, not the errors that they cause', () => {
    const look = { lostSlots: [], lostCopies: [{ lane: 'alerts', table: 'arrivals.hit', place: 'pg_1_sync_2_3' }], missingColumns: [] } as const
    assert.deepEqual(namesOf({ look, receiving: [{ ...fine, applyErrors: 9 }] }), ['lost-copy'])
  })

  test('say that receiving has stopped where nothing else explains the errors, or it is switched off', () => {
    assert.deepEqual(namesOf({ link: silent, receiving: [{ ...fine, applyErrors: 9 }] }), ['apply-stopped'])
    assert.deepEqual(namesOf({ receiving: [{ ...fine, enabled: false }] }), ['apply-stopped'])
  })

  test('blame nothing at the other end that cannot be looked at', () => {
    const { look: _, ...unseen } = { ...facts, link: { ...silent, condition: 'cut' as const }, receiving: [{ ...fine, running: false }] }
    assert.deepEqual(judgeAlarms(unseen).map(({ name }) => name), ['cut'])
  })

  test('say that lists are old after two minutes and not before', () => {
    const heardAt = (seconds: number): AlarmFacts['link'] => ({ ...facts.link, streams: [{ stream: 'alerts', condition: 'joined', asOf: secondsLater(-seconds), applyErrors: 0, conflicts: 0 }] })
    assert.deepEqual([namesOf({ link: heardAt(119) }), namesOf({ link: heardAt(122) })], [[], ['stale-lists']])
  })

  test('name a certificate whose end is near and whose successor the peer has not heard of, thirty days before', () => {
    const daysLeft = (days: number, renewal: Partial<AlarmFacts['renewal']> = {}): AlarmFacts['renewal'] => ({ until: hoursAfter(24 * days, now), told: new Set(), ...renewal })
    assert.deepEqual(namesOf({ renewal: daysLeft(31) }), [])
    assert.deepEqual(namesOf({ renewal: daysLeft(30) }), ['certificate-expiring'])
    assert.deepEqual(namesOf({ renewal: daysLeft(30, { next: 'ab12', told: new Set(['centre'] as const) }) }), [])
    const [alarm] = judgeAlarms({ ...facts, renewal: daysLeft(30, { next: 'ab12' }) })
    assert.deepEqual(alarm && repairCommand(alarm, 'calais'), 'juxta link repair --site centre --from calais --alarm certificate-expiring --certificate ab12')
  })

  test('warn when half of what the log may keep is kept', () => {
    const slot = { name: 'juxta_calais_to_centre_alerts', active: true, walStatus: 'extended', lagBytes: 0, restored: false, limitBytes: 1000, idleSeconds: null }
    assert.deepEqual([namesOf({ slots: [{ ...slot, keptBytes: 500 }] }), namesOf({ slots: [{ ...slot, keptBytes: 501 }] })], [[], ['slot-lag']])
  })

  test('say nothing of clocks while the difference may be the way', () => {
    assert.deepEqual(namesOf({ offset: { seconds: 3, uncertaintySeconds: 1.5 } }), [])
    assert.deepEqual(namesOf({ offset: { seconds: 3, uncertaintySeconds: 0.5 } }), ['clock-offset'])
  })
})

describe('the offset between two clocks', () => {
  test('is what two beats differ by, whatever both took on the way', () => {
    // Theirs is 10 s ahead, and each way takes 2 s.
    const at = secondsLater
    assert.deepEqual(clockOffset({ sentAt: at(0), arrivedThereAt: at(12), answeredAt: at(15), arrivedAt: at(7) }), { seconds: 10, uncertaintySeconds: 2 })
  })
})

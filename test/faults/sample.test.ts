import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fullDiskBattery } from './full-disk.ts'
import { mixedBattery, sampleBattery } from './mixed.ts'
import { notPermitted, smallDisk } from './small-disk.ts'

/** `juxta faults` runs them at full size (docs/operations/faults.md). */
const asked = { skip: process.env['FAULTS'] === undefined ? 'runs with FAULTS=sample or FAULTS=full' : false }

describe('a centre and a port under load', { timeout: 550_000 }, () => {
  test('killed and cut off in turn, three times each, lose nothing they acknowledged, double nothing, and show every hit at both ends', async () => {
    const { faults, acknowledgedOfList, hits, done } = await sampleBattery(2026)
    assert.deepEqual(faults, [])
    assert.ok(acknowledgedOfList > 0 && hits >= acknowledgedOfList)
    assert.equal(Object.values(done).reduce((sum, times) => sum + times, 0), 6, 'every fault that was meant was done')
  })

  test('struck as the dice say, with lists that change, do the same', asked, async () => {
    const { faults, acknowledgedOfList, hits } = await mixedBattery({ seed: 2026, times: 6, listsLater: true })
    assert.deepEqual(faults, [])
    assert.ok(acknowledgedOfList > 0 && hits >= acknowledgedOfList)
  })

  test('with the port’s disk full to its last byte, go on reading and alerting, say so, and recover by themselves', asked, async (t) => {
    const probe = await smallDisk(1)
    if (probe === undefined) return t.skip(notPermitted)
    await probe.remove()
    const { faults, seen } = await fullDiskBattery({ seed: 2026 })
    assert.deepEqual(faults, [])
    assert.equal(seen.length, 4)
  })
})

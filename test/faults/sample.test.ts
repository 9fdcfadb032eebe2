import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fullDiskBattery } from './full-disk.ts'
import { mixedBattery } from './mixed.ts'
import { notPermitted, smallDisk } from './small-disk.ts'

/** A handful of each; `juxta faults` runs them at full size (docs/operations/faults.md). */
const asked = { timeout: 550_000, skip: process.env['FAULTS'] === undefined ? 'runs with FAULTS=sample or FAULTS=full' : false }

describe('a centre and a port under load', asked, () => {
  test('killed and cut off in turn lose nothing they acknowledged, double nothing, and show every hit at both ends', async () => {
    const { faults, acknowledgedOfList, hits, done } = await mixedBattery({ seed: 2026, times: 6 })
    assert.deepEqual(faults, [])
    assert.ok(acknowledgedOfList > 0 && hits >= acknowledgedOfList)
    assert.equal(Object.values(done).reduce((sum, times) => sum + times, 0), 6, 'every fault that was meant was done')
  })

  test('with the port’s disk full to its last byte, go on reading and alerting, say so, and recover by themselves', async (t) => {
    const probe = await smallDisk(1)
    if (probe === undefined) return t.skip(notPermitted)
    await probe.remove()
    const { faults, seen } = await fullDiskBattery({ seed: 2026 })
    assert.deepEqual(faults, [])
    assert.equal(seen.length, 4)
  })
})

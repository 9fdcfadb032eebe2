import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'

const run = promisify(execFile)

async function juxta(...args: readonly string[]): Promise<unknown> {
  return JSON.parse((await run(process.execPath, ['bin/juxta.js', ...args])).stdout)
}

describe('the cases to try at the terminal', () => {
  test('give the published amounts of KLG at notice: driver £48,000, owner £36,000', async () => {
    const answer = await juxta('assess', 'fixtures/cases/klg-at-notice.json')
    assert.partialDeepStrictEqual(answer, { regime: 'R2023', persons: [{ id: 'driver', totalPence: 4_800_000 }, { id: 'owner', totalPence: 3_600_000 }] })
  })

  test('give the published £18,000 once the owner’s compliance is accepted', async () => {
    const answer = await juxta('assess', 'fixtures/cases/klg-owner-complied.json')
    assert.partialDeepStrictEqual(answer, { persons: [{ id: 'driver' }, { id: 'owner', totalPence: 1_800_000 }] })
  })

  test('give the last days of a notice with an objection', async () => {
    const answer = await juxta('clock', 'fixtures/cases/notice-with-objection.json')
    assert.partialDeepStrictEqual(answer, { clocks: [{ clock: 'issue', lastDay: '2024-07-07' }, { clock: 'object', lastDay: '2024-03-29' }, { clock: 'decide', lastDay: '2024-05-10' }] })
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lightBattery, mutantNames } from './light.ts'
import { mutants } from './mutants.ts'

/** Two in the suite, because each takes some seconds; all with FAULTS=full, and by `juxta faults mutants`. */
const tried = process.env['FAULTS'] === 'full' ? mutantNames : ['answers before it has flushed', 'does not know a read again']

describe('the judge', { timeout: 550_000 }, () => {
  test('finds nothing against the product as it is, when whoever kills its port cuts the power too', async () => {
    const { faults, acknowledged } = await lightBattery({ seed: 7, times: 2, powerCut: true })
    assert.deepEqual(faults, [])
    assert.ok(acknowledged > 0)
  })

  for (const name of tried) {
    test(`catches a port that ${name}`, async () => {
      const mutant = mutants[name]
      const { faults } = await lightBattery({ seed: 7, times: 3, mutant: name, powerCut: mutant?.needsPowerCut === true })
      assert.match(faults.join('\n'), mutant?.caughtAs ?? /never/)
    })
  }
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { makersWithFixtures, type Outcome } from '#test/hostile-messages'

/** Each way of spoiling a message is tried so often for each maker; `HOSTILE_RUNS=3000` is the whole battery. */
const runs = Number(process.env['HOSTILE_RUNS'] ?? 25)
const seed = Number(process.env['HOSTILE_SEED'] ?? 20_260_314)
/** What the largest message may cost: eight megabytes of text, its parsed form, and room for the collector to be late. */
const memoryMb = 192
/** A thread that has not ended by then never will. */
const patienceMs = 60_000 + runs * 2_000

function inAThread(makers: readonly string[]): Promise<ReadonlyMap<string, Outcome>> {
  const found = new Map<string, Outcome>()
  const thread = new Worker(new URL('../../../../test/support/hostile-messages.ts', import.meta.url), { workerData: { makers, runs, seed }, resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 } })
  return new Promise((resolve, reject) => {
    thread.on('message', ([maker, outcome]: [string, Outcome]) => found.set(maker, outcome))
    thread.on('error', reject).on('exit', () => resolve(found))
  })
}

describe('messages of every maker, spoiled in every way', { timeout: patienceMs }, async () => {
  const outcomes = await inAThread(makersWithFixtures)
  for (const maker of makersWithFixtures) {
    test(`${maker}: understood within limits or refused, in bounded memory, and in the end`, () => {
      const outcome = outcomes.get(maker)
      assert.ok(outcome !== undefined, 'the thread did not get so far')
      assert.deepEqual(outcome.broken, [])
      assert.equal(outcome.understood + outcome.refused, outcome.tried)
      assert.ok(outcome.refused > 0 && outcome.understood > 0, `${outcome.understood} understood of ${outcome.tried}`)
    })
  }
})

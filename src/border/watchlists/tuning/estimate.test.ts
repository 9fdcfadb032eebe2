import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { plate } from '#values'
import { workingModel } from '../reading-errors/error-model.ts'
import { estimating, type Estimate } from './estimate.ts'
import { likelyTraffic } from './likely-traffic.ts'
import { previewOf } from './preview.ts'

/** British plates drawn evenly, the same on every run. */
function passed(count: number): readonly string[] {
  let state = 7
  const below = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * most)
  }
  return Array.from({ length: count }, () => Array.from('LLDDLLL', (kind) => (kind === 'L' ? 'ABCDEFGHJKLMNPRSTUVWXY'.charAt(below(22)) : String(below(10)))).join(''))
}

function estimateOf(listed: readonly string[], times = 1): Estimate {
  const sample = listed.map((text) => ({ entryId: text, plate: plate(text), country: null }))
  const steps = estimating({ model: workingModel, traffic: likelyTraffic(passed(4_000)), sample, listed: listed.length * times })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

describe('the traffic', () => {
  const traffic = likelyTraffic(passed(4_000))
  test('makes a plate of a shape that passes likelier than one of a shape that does not', () => {
    assert.ok(traffic.chanceOf('AB12CDE') > 100 * traffic.chanceOf('1ABC234'))
  })
  test('gives all plates of its only shape together about the whole', () => {
    const mean = passed(6_000).slice(4_000).reduce((sum, each) => sum + 1 / traffic.chanceOf(each), 0) / 2_000
    const issued = 22 ** 5 * 100
    assert.ok(mean > 0.7 * issued && mean < 1.4 * issued, String(mean / issued))
  })
})

describe('the estimate', () => {
  const estimate = estimateOf(['AB12CDE', 'KX67WTP'])
  const costs = [-6, -2, 0, 2, 4, 6, 8, 10]
  test('has more false alerts and more found the more is let through', () => {
    for (const tier of [estimate.certain, estimate.probable]) {
      const [wrong, found] = [costs.map(tier.falsePerMillion), costs.map(tier.recall)]
      assert.deepEqual(wrong, wrong.toSorted((one, other) => one - other))
      assert.deepEqual(found, found.toSorted((one, other) => one - other))
    }
  })
  test('never finds more than all, and with everything let through nearly all', () => {
    assert.ok(estimate.probable.recall(10) <= 1.0001 && estimate.probable.recall(10) > 0.97, String(estimate.probable.recall(10)))
    assert.ok(estimate.certain.recall(10) < estimate.probable.recall(10))
  })
  test('grows with the list', () => {
    const longer = estimateOf(['AB12CDE', 'KX67WTP'], 1_000)
    assert.ok(Math.abs(longer.probable.falsePerMillion(6) / estimate.probable.falsePerMillion(6) - 1_000) < 1e-6)
    assert.ok(longer.probable.costMaxFor(10) < estimate.probable.costMaxFor(10))
  })
  test('keeps to the rate it was asked for', () => {
    const longer = estimateOf(['AB12CDE', 'KX67WTP'], 100_000)
    for (const perMillion of [1, 10, 100, 1_000]) assert.ok(longer.probable.falsePerMillion(longer.probable.costMaxFor(perMillion)) <= perMillion)
  })
  test('agrees with counting: a list of a tenth of the traffic’s plates is met by its neighbours as often as it says', async () => {
    const { buildMatchSet } = await import('../match-set/match-set.ts')
    const { matchesOf } = await import('../match-set/matches-of.ts')
    const all = passed(34_000)
    const listed = [...new Set(all.slice(0, 20_000))].map((text) => ({ entryId: text, plate: plate(text), country: null }))
    const known = new Set(listed.map(({ entryId }) => entryId))
    const [set, innocent] = [buildMatchSet(listed), all.slice(20_000).filter((text) => !known.has(text))]
    const read = (text: string) => ({ plate: plate(text), country: null, confidence: null, characterConfidence: null, candidates: [] })
    const counted = (innocent.filter((text) => (matchesOf(set, [read(text)])[0]?.cost ?? 99) <= 6).length * 1_000_000) / innocent.length
    const steps = estimating({ model: workingModel, traffic: likelyTraffic(all.slice(20_000)), sample: listed.slice(0, 20), listed: listed.length })
    let step = steps.next()
    while (!step.done) step = steps.next()
    const estimated = step.value.probable.falsePerMillion(6)
    assert.ok(estimated > counted / 2 && estimated < counted * 2, `${estimated} estimated, ${counted} counted`)
  })
})

describe('the preview', () => {
  const rows = previewOf({ listed: { entryId: 'x', plate: plate('AB12CDE'), country: null }, model: workingModel, tiers: { certainCostMax: 0, probableCostMax: 4 } })
  test('begins with the plate as it is', () => assert.partialDeepStrictEqual(rows[0], { text: 'AB12CDE', sureness: 'certain', differences: [] }))
  test('shows what alerts and what does not, the likeliest of each', () => {
    const kinds = rows.map(({ sureness }) => sureness)
    assert.ok(kinds.includes('probable') && kinds.includes('possible'))
    assert.ok(rows.some(({ text }) => text === 'A812CDE'))
  })
})

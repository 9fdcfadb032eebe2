import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { plate } from '#values'
import { placesOf } from '../reading-errors/alphabet.ts'
import { workingModel } from '../reading-errors/error-model.ts'
import { readCosts } from '../reading-errors/read-costs.ts'
import type { ReadEvidence } from './evidence.ts'
import { align } from './reading-cost.ts'
import { weigh } from './weigh.ts'

const aRead = (asWritten: string, more: Partial<ReadEvidence> = {}): ReadEvidence =>
  ({ plate: plate(asWritten), country: null, confidence: null, characterConfidence: null, candidates: [], ...more })
const onList = (text: string, country: string | null = null) => ({ entryId: text, plate: plate(text), country })
const cost = (text: string, ...reads: readonly ReadEvidence[]): number => weigh(reads, onList(text)).cost

describe('one read', () => {
  test('of the listed plate speaks for it, of another against it', () => {
    assert.ok(cost('AB12CDE', aRead('AB12CDE')) < 0)
    assert.ok(cost('AB12CDE', aRead('AB12CDX')) > 0)
  })
  test('that no country issues speaks for the plate it is mistaken for', () => {
    assert.ok(cost('AB12CDE', aRead('AB12CD3')) < cost('AB12CDE', aRead('AB12CDF')))
    assert.ok(cost('BT4471KP', aRead('8T4471KP')) < cost('1XKL482', aRead('1XKL48Z')) + 5)
  })
  test('weighs a doubted character less', () => {
    const doubts = (last: number) => aRead('AB12CDX', { characterConfidence: [1, 1, 1, 1, 1, 1, last] })
    assert.ok(cost('AB12CDE', doubts(0.3)) < cost('AB12CDE', doubts(0.9)))
  })
  test('names the plate that explains it best otherwise', () => assert.equal(weigh([aRead('AB12CDX')], onList('AB12CDE')).otherPlate, 'AB12CDX'))
})

describe('several reads of one passage', () => {
  test('that agree on another plate outvote the list', () => {
    assert.ok(cost('B84KLG', aRead('884KLG'), aRead('884KLG')) > cost('B84KLG', aRead('884KLG')))
  })
  test('that differ in two places come from the listed plate as well as from either', () => {
    const [either, listed] = [cost('AB12CDF', aRead('AB12CDF'), aRead('A812CDE')), cost('AB12CDE', aRead('AB12CDF'), aRead('A812CDE'))]
    assert.ok(Math.abs(either - listed) < 0.5)
  })
  test('that share an error count little more than one: the plate may be dirty', () => {
    const [once, twice, other] = [[aRead('AB12CDF')], [aRead('AB12CDF'), aRead('AB12CDF')], [aRead('AB12CDF'), aRead('AB12CXE')]]
    const against = (reads: readonly ReadEvidence[]): number => weigh(reads, onList('AB12CDE')).reads.reduce((sum, each) => sum + each.cost, 0)
    assert.ok(against(twice) > against(once))
    assert.ok(cost('AB12CDE', ...twice) - cost('AB12CDE', ...once) < 2)
    assert.ok(against(other) > against(once))
  })
  test('by one camera are less of a second opinion than by two', () => {
    const seen = (first: string, second: string) => cost('AB12CDE', aRead('AB12CDF', { cameraId: first }), aRead('AB12CDF', { cameraId: second }))
    assert.ok(seen('lane-1', 'lane-1') < seen('lane-1', 'lane-2'))
  })
  test('are each told, the surest first; shown is one that is the listed plate', () => {
    const { read, reads } = weigh([aRead('884KLG', { confidence: 0.9 }), aRead('B84KLG', { confidence: 0.7 })], onList('B84KLG'))
    assert.equal(read.plate, 'B84KLG')
    assert.deepEqual(reads.map(({ read: { plate: seen }, how }) => [seen, how]), [['884KLG', 'confusable'], ['B84KLG', 'exact']])
  })
})

describe('the country', () => {
  const seen = (...countries: readonly (string | null)[]) => weigh(countries.map((country) => aRead('AA100AA', { country })), onList('AA100AA', 'FR')).cost
  test('makes another one less likely and never impossible', () => {
    assert.ok(seen('IT') > seen('FR') && Number.isFinite(seen('IT')))
  })
  test('weighs by the share of the reads that name another', () => assert.ok(seen('IT', 'IT', 'FR') < seen('IT', 'IT') && seen('IT', null) > seen('FR', null)))
  test('counts for nothing where reads contradict each other: some camera erred whatever the plate is', () => assert.equal(seen('IT', 'FR'), seen('FR', 'FR')))
})

const text = fc.array(fc.constantFrom(...'ABDEIKOQSZ01258#'), { minLength: 1, maxLength: 6 }).map((all) => all.join(''))
const confidences = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })

describe('the way from a plate to a read', () => {
  test('is the cheapest of all ways, and its slips make up its cost', () => {
    fc.assert(fc.property(text, text, confidences, (read, listed, doubts) => {
      const costs = readCosts(workingModel, read, doubts.slice(0, read.length))
      const { cost: found, slips } = align(workingModel, costs, placesOf(listed))
      assert.ok(Math.abs(found - cheapest(costs, [...placesOf(listed)], 0)) < 1e-4)
      assert.ok(slips.reduce((sum, slip) => sum + slip.cost, 0) <= found + 1e-4)
    }), { numRuns: 200, seed: 3 })
  })
  test('never swaps two neighbours', () => assert.ok(cost('AB12CDE', aRead('AB21CDE')) > 8))
})

/** Every way there is, tried one after the other. */
function cheapest(read: ReturnType<typeof readCosts>, listed: readonly number[], at: number): number {
  const { substitution, missed, invented } = workingModel
  const [truth, ...others] = listed
  const seen = read.places[at]
  const doubt = read.wrong[at] ?? 0
  const ways: number[] = []
  if (truth === undefined && seen === undefined) return 0
  if (truth !== undefined) ways.push((missed[truth] ?? 0) + cheapest(read, others, at))
  if (seen !== undefined) ways.push(Math.max(0, (invented[seen] ?? 0) + doubt) + cheapest(read, listed, at + 1))
  if (truth !== undefined && seen !== undefined) {
    const taken = substitution[truth * 37 + seen] ?? 0
    const written = truth === seen && truth < 36 ? read.right[at] ?? 0 : truth === 36 || seen === 36 ? taken : Math.max(0, taken + doubt)
    ways.push(written + cheapest(read, others, at + 1))
  }
  return Math.min(...ways)
}

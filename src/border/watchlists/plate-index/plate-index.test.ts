import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { costByForce } from '#test/near-by-force'
import { workingModel } from '../reading-errors/error-model.ts'
import { buildBase } from './build-base.ts'
import { nearPlates, type Probe } from './near-plates.ts'
import { addPlate, orderBase, plateIndex, removePlate, takeBase, type PlateIndex } from './plate-index.ts'

const within = { model: workingModel, costMax: 30 }
const reading = (plate: string, characterConfidence: readonly number[] | null = null): Probe => ({ plate, characterConfidence })

/** An index together with what is said of it in words: which plate stands at which place. */
function listing(edits: 1 | 2, plates: readonly string[]) {
  const index = plateIndex(edits)
  const at = new Map<number, string>()
  const add = (plate: string): number => {
    const place = addPlate(index, plate)
    at.set(place, plate)
    return place
  }
  for (const plate of plates) add(plate)
  const remove = (place: number): void => {
    removePlate(index, place)
    at.delete(place)
  }
  const near = (probe: Probe): readonly string[] => nearPlates(index, probe, within).map(({ place }) => at.get(place) ?? 'nothing').sort()
  return { index, at, add, remove, near }
}

function rebase(index: PlateIndex): void {
  const before = index.recentPlaces.length
  takeBase(index, buildBase(orderBase(index)), before)
}

describe('a read finds', () => {
  const { near } = listing(1, ['AB12CDE', 'WX94KLM', 'FR555AA'])
  test('the plate it spells', () => assert.deepEqual(near(reading('AB12CDE')), ['AB12CDE']))
  test('a plate of which it mixed up any number of characters that look the same', () => assert.deepEqual(near(reading('A8IZC0E')), ['AB12CDE']))
  test('a plate that has one other character, one more or one less', () => {
    assert.deepEqual([near(reading('AB12CXE')), near(reading('AB1CDE')), near(reading('AB12TCDE'))], [['AB12CDE'], ['AB12CDE'], ['AB12CDE']])
  })
  test('no plate with two neighbours swapped, because no camera swaps them', () => assert.deepEqual(near(reading('A1B2CDE')), []))
  test('a plate of which one or two characters were not read, and not three', () => {
    assert.deepEqual([near(reading('AB1#CDE')), near(reading('A#1#CDE')), near(reading('A###CDE'))], [['AB12CDE'], ['AB12CDE'], []])
  })
  test('nothing when it is longer than any plate, or empty', () => assert.deepEqual([near(reading('AB12CDEAB12CDEAB12CDE')), near(reading(''))], [[], []]))
})

/** Few characters, so that many plates are near each other, share keys and fill each other's buckets. */
const dense = fc.array(fc.constantFrom(...'AB8K01O'), { minLength: 3, maxLength: 7 }).map((characters) => characters.join(''))
const wide = fc.array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'), { minLength: 4, maxLength: 10 }).map((characters) => characters.join(''))
const spoilt = fc.array(fc.tuple(fc.nat(10), fc.constantFrom('B', '8', 'O', 'K', '#', '', 'KB')), { maxLength: 3 })
const doubts = fc.option(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }), { nil: null })

describe('what is found is what holding the read against every plate finds, and at the same cost', () => {
  for (const { name, plates, edits, runs } of [
    { name: 'one edit away, in dense lists', plates: dense, edits: 1, runs: 300 },
    { name: 'two edits away, in dense lists', plates: dense, edits: 2, runs: 300 },
    { name: 'one edit away, in wide lists', plates: wide, edits: 1, runs: 300 },
    { name: 'two edits away, in wide lists', plates: wide, edits: 2, runs: 300 },
  ] as const) {
    test(name, () => {
      const asked = fc.record({ all: fc.uniqueArray(plates, { minLength: 1, maxLength: 60 }), at: fc.nat(59), spoil: spoilt, confidence: doubts, based: fc.nat(60) })
      fc.assert(fc.property(asked, ({ all, at, spoil, confidence, based }) => {
        const { index, add, at: plateAt } = listing(edits, all.slice(0, based))
        rebase(index)
        for (const plate of all.slice(based)) add(plate)
        const text = spoiled(all[at % all.length] ?? '', spoil)
        const probe = reading(text, confidence?.slice(0, text.length) ?? null)
        const found = nearPlates(index, probe, within).map(({ place, cost }) => [plateAt.get(place), cost.toFixed(4)])
        const byForce = all.map((plate) => [plate, costByForce(probe, plate, { ...within, edits }).toFixed(4)]).filter(([, cost]) => cost !== 'Infinity')
        assert.deepEqual(found.sort(), byForce.sort())
      }), { numRuns: runs, seed: 11 })
    })
  }
})

function spoiled(plate: string, spoil: readonly (readonly [number, string])[]): string {
  const characters = [...plate]
  for (const [place, to] of spoil) if (place < characters.length) characters[place] = to
  return characters.join('').slice(0, 12)
}

describe('a list that changes', () => {
  test('finds an added plate at once and a removed one no more, whatever else happens', () => {
    const step = fc.oneof(
      dense.map((plate) => ({ act: 'add', plate }) as const),
      fc.nat(200).map((which) => ({ act: 'remove', which }) as const),
      fc.constant({ act: 'order' } as const),
      fc.constant({ act: 'take' } as const),
    )
    fc.assert(fc.property(fc.array(step, { maxLength: 120 }), fc.nat(119), (steps, which) => {
      const { index, at, add, remove, near } = listing(1, [])
      let ordered: { readonly order: ReturnType<typeof orderBase>; readonly before: number } | undefined
      for (const each of steps) {
        if (each.act === 'add') add(each.plate)
        if (each.act === 'remove') [...at.keys()].slice(each.which % 20, each.which % 20 + 1).forEach(remove)
        // What comes and goes between the order and the swap must not be lost, nor come back.
        if (each.act === 'order') ordered ??= { order: orderBase(index), before: index.recentPlaces.length }
        if (each.act === 'take' && ordered !== undefined) {
          takeBase(index, buildBase(ordered.order), ordered.before)
          ordered = undefined
        }
      }
      // One that was added, and may have been removed since.
      const added = steps.flatMap((each) => (each.act === 'add' ? [each.plate] : []))
      const asked = added[which % added.length] ?? 'AB8'
      const byForce = [...at.values()].filter((plate) => costByForce(reading(asked), plate, { ...within, edits: 1 }) < Infinity)
      assert.deepEqual(near(reading(asked)), byForce.sort())
    }), { numRuns: 400, seed: 23 })
  })

  test('passes over a removed plate whose keys are still there', () => {
    const { index, add, remove, near } = listing(1, ['AB12CDE', 'FR555AA'])
    rebase(index)
    const late = add('WX94KLM')
    remove(1)
    remove(late)
    assert.deepEqual([near(reading('AB12CDE')), near(reading('WX94KLM'))], [[], []])
  })

  test('gives a free place to another plate, and only that one is found there', () => {
    const { index, add, remove, near } = listing(1, ['AB12CDE', 'WX94KLM'])
    rebase(index)
    remove(1)
    assert.equal(add('FR555AA'), 1)
    assert.deepEqual([near(reading('AB12CDE')), near(reading('FR555AA'))], [[], ['FR555AA']])
  })
})

describe('memory', () => {
  const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, each) => `L${String(each * 7919 % 1_000_003).padStart(6, '0')}`)

  test('holds a plate of seven characters in at most 60 bytes of keys and 8 of its own', () => {
    const count = 20_000
    const { index } = listing(1, numbered(count))
    rebase(index)
    assert.ok(index.base.slots.byteLength / count <= 60, String(index.base.slots.byteLength / count))
    assert.ok(index.plates.words.byteLength / 2 <= 8 * count)
  })
  test('is shared, so that a worker reads the plates and gives back the base without copying them', () => {
    const { index } = listing(1, ['AB12CDE'])
    rebase(index)
    assert.ok([index.plates.words, index.base.slots].every(({ buffer }) => buffer instanceof SharedArrayBuffer))
  })
  test('after a swap keeps beside the base only what came since the order', () => {
    const { index, add } = listing(1, numbered(500))
    const before = index.recentPlaces.length
    const order = orderBase(index)
    add('WX94KLM')
    takeBase(index, buildBase(order), before)
    assert.equal(index.recentPlaces.length, 1)
  })
})

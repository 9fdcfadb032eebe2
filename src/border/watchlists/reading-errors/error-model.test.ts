import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { alphabet, placeOf, symbols, unknown } from './alphabet.ts'
import { characters, workingModel } from './error-model.ts'
import { readCosts } from './read-costs.ts'

const { substitution, missed } = workingModel
const place = (character: string): number => placeOf(character.charCodeAt(0))
const taken = (truth: string, read: string): number => substitution[place(truth) * symbols + place(read)] ?? Number.NaN

describe('the working model', () => {
  test('gives each true character chances that add up to one', () => {
    for (let truth = 0; truth < characters; truth += 1) {
      let chances = Math.exp(-(missed[truth] ?? 0))
      for (let read = 0; read < characters; read += 1) chances += Math.exp(-(substitution[truth * symbols + read] ?? 0))
      assert.ok(Math.abs(chances - 1) < 1e-6, `${alphabet.charAt(truth)}: ${chances}`)
    }
  })
  test('holds a double for likelier than a lookalike, and that for likelier than any other', () => {
    assert.ok(taken('B', '8') < taken('B', 'P') && taken('B', 'P') < taken('B', 'X'))
  })
  test('asks nothing of a character the list does not know, and little of one the camera could not read', () => {
    assert.equal(taken('#', 'K'), 0)
    assert.ok(taken('K', '#') < taken('K', 'X'))
    assert.equal(place('#'), unknown)
  })
  test('leaves about one plate of seven characters in eight with an error', () => {
    const ofSeven = 1 - (1 - workingModel.errorRate - Math.exp(-(missed[0] ?? 0))) ** 7
    assert.ok(ofSeven > 0.1 && ofSeven < 0.14, String(ofSeven))
  })
})

describe('what a camera says of each character', () => {
  test('weighs nothing where there are not as many numbers as characters', () => {
    assert.deepEqual(readCosts(workingModel, 'AB12CDE', [0.2]), readCosts(workingModel, 'AB12CDE', null))
  })
  test('makes an error the cheaper the more the camera doubted, and being right the dearer', () => {
    const ordered = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(fc.property(ordered, ([one, other]) => {
      const { right, wrong } = readCosts(workingModel, 'AB', [Math.min(one, other), Math.max(one, other)])
      assert.ok((right[0] ?? 0) >= (right[1] ?? 0) && (wrong[0] ?? 0) <= (wrong[1] ?? 0))
    }), { numRuns: 200, seed: 5 })
  })
  test('never makes an error free', () => {
    const { wrong } = readCosts(workingModel, '8', [0])
    assert.ok(taken('B', '8') + (wrong[0] ?? 0) > 0)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { plate } from '#values'
import { samePlateEdits } from '../limits.ts'
import { maybeSamePlate } from './same-plate.ts'

const same = (one: string, other: string): boolean => maybeSamePlate(plate(one), plate(other))

describe('two reads may be of one plate', () => {
  test('when two characters differ, are missing or are too many, and not when three do', () => {
    assert.deepEqual([same('AB12CDE', 'A812CDE'), same('AB12CDE', 'A812CD'), same('AB12CDE', 'XA812CDE'), same('AB12CDE', 'A812CDF')], [true, true, true, true])
    assert.deepEqual([same('AB12CDE', 'A813CDF'), same('AB12CDE', 'AB12'), same('AB12CDE', 'ZZ99ZZZ')], [false, false, false])
  })
  test('when they are short only with one difference', () => {
    assert.deepEqual([same('AB12', 'AB1Z'), same('AB12', 'ABZZ')], [true, false])
  })
  test('when what differs could not be read', () => {
    assert.deepEqual([same('A##2C#E', 'AB12CDE'), same('AB12CDE', '####CDE')], [true, true])
  })
  test('just as the whole distance says, for any two', () => {
    const character = fc.constantFrom(...'AB12#8')
    const text = fc.array(character, { minLength: 1, maxLength: 9 }).map((characters) => characters.join(''))
    fc.assert(fc.property(text, text, (one, other) => {
      const allowed = Math.min(samePlateEdits, Math.floor(Math.min(one.length, other.length) / 3))
      assert.equal(maybeSamePlate(one as never, other as never), one === other || distance(one, other) <= allowed)
    }), { numRuns: 2000 })
  })
})

/** By its definition, one character at a time. */
function distance(one: string, other: string, known = new Map<string, number>()): number {
  if (one === '' || other === '') return one.length + other.length
  const key = `${one} ${other}`
  const before = known.get(key)
  if (before !== undefined) return before
  const [rest, otherRest] = [one.slice(1), other.slice(1)]
  const differs = one[0] === other[0] || one[0] === '#' || other[0] === '#' ? 0 : 1
  const found = Math.min(distance(rest, otherRest, known) + differs, distance(rest, other, known) + 1, distance(one, otherRest, known) + 1)
  known.set(key, found)
  return found
}

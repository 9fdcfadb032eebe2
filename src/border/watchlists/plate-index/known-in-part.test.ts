import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { placeOf } from '../reading-errors/alphabet.ts'
import { classOf } from './confusion-classes.ts'
import { addPart, fittingParts, knownInPart, removePart } from './known-in-part.ts'

function listing(...known: readonly string[]) {
  const parts = knownInPart()
  const at = new Map(known.map((each) => [addPart(parts, each), each]))
  const fitting = (read: string): readonly string[] => fittingParts(parts, read).map((place) => at.get(place) ?? 'nothing').sort()
  return { parts, at, fitting }
}

describe('a plate known in part', () => {
  const { fitting } = listing('AB12###', '*44LNB', 'KX9*', '*771*', 'ABCDEFGHIJKLM')
  test('fits what has its known characters in their places, and is as long', () => {
    assert.deepEqual([fitting('AB12CDE'), fitting('AB12CD'), fitting('AB13CDE')], [['AB12###'], [], []])
  })
  test('may be of any length behind its beginning, or before its end', () => {
    assert.deepEqual([fitting('KX9'), fitting('KX9CDE'), fitting('44LNB'), fitting('XY44LNB')], [['KX9*'], ['KX9*'], ['*44LNB'], ['*44LNB']])
  })
  test('fits wherever a run in the middle stands', () => assert.deepEqual([fitting('771'), fitting('A771'), fitting('AB771CD')], [['*771*'], ['*771*'], ['*771*']]))
  test('fits up to characters that look the same, and where the camera could not read', () => {
    assert.deepEqual([fitting('A81ZCDE'), fitting('A#12CDE'), fitting('A#13CDE')], [['AB12###'], ['AB12###'], []])
  })
  test('is a whole one where that is too long to be packed', () => assert.deepEqual([fitting('ABCDEFGHIJKLM'), fitting('ABCDEFGHIJKLX')], [['ABCDEFGHIJKLM'], []]))
})

const known = fc.array(fc.constantFrom(...'AB8K#*'), { minLength: 1, maxLength: 6 }).map((characters) => characters.join('').replaceAll(/\*+/g, '*'))
const reads = fc.array(fc.constantFrom(...'AB8K#'), { maxLength: 8 }).map((characters) => characters.join(''))

test('what fits is what a pattern written out fits, also after some were removed and the list has grown', () => {
  fc.assert(fc.property(fc.array(known, { minLength: 1, maxLength: 150 }), fc.array(fc.nat(149), { maxLength: 20 }), reads, (all, gone, read) => {
    const { parts, at, fitting } = listing(...all)
    for (const place of gone.filter((each) => at.has(each))) {
      removePart(parts, place)
      at.delete(place)
      const again = all[place % all.length] ?? ''
      at.set(addPart(parts, again), again)
    }
    assert.deepEqual(fitting(read), [...at.values()].filter((each) => writtenOut(each).test(read)).sort())
  }), { numRuns: 200, seed: 5 })
})

/** Every character as those of its class, and what the camera could not read. */
function writtenOut(pattern: string): RegExp {
  const sameAs = (character: string): string => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'].filter((other) => classOf[placeOf(other.charCodeAt(0))] === classOf[placeOf(character.charCodeAt(0))]).join('')
  const source = [...pattern].map((character) => (character === '*' ? '.*' : character === '#' ? '.' : `[${sameAs(character)}#]`)).join('')
  return new RegExp(`^${source}$`)
}

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { shapeSeenMin } from './limits.ts'
import { countShapes, rarityAmong, shapeCost } from './plate-shapes.ts'

describe('what countries issue', () => {
  test('makes a text of no country’s shape a hundred times rarer', () => assert.ok(shapeCost('AB12CD3') > shapeCost('AB12CDE') + 4))
  test('says nothing of a plate that is not known whole', () => assert.equal(shapeCost('A#12CD3'), 0))
})

describe('what passes', () => {
  const times = (count: number, plate: string): readonly string[] => Array.from({ length: count }, () => plate)
  const rarity = rarityAmong(countShapes([...times(900, 'AB12CDE'), ...times(100, 'ABC12'), ...times(shapeSeenMin - 1, 'A8I2CDE')]))
  test('makes a short plate likelier than a long one of a shape that passes more often: there are fewer of them', () => assert.ok(rarity('XYZ98') < rarity('XY98ZAB')))
  test('makes the rarest of what never passed, or so seldom that it was misread', () => {
    assert.ok(rarity('A8I2CDE') > rarity('AB12CDE') + 5)
    assert.equal(rarity('A8I2CDE'), rarity('B0O4CDE'))
  })
  test('is nothing for the average vehicle, so that what is sure enough stays so', () => {
    const average = 0.9 * rarity('AB12CDE') + 0.1 * rarity('ABC12')
    assert.ok(Math.abs(average) < 1e-9)
  })
  test('says nothing of a plate that is not known whole', () => assert.equal(rarity('A#12CDE'), 0))
})

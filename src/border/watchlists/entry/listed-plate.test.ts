import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { knownIn, listedPlate, runsIn } from './listed-plate.ts'

describe('a plate that a witness saw a part of', () => {
  test('keeps one mark for each character nobody knows, and one for any number', () => {
    assert.deepEqual(['ab12 ???', 'AB12...', '**44-lnb', 'KX…9', 'AB.12'].map(listedPlate), ['AB12###', 'AB12*', '*44LNB', 'KX*9', 'AB12'])
  })
  test('counts as known only what is known', () => {
    const plate = listedPlate('*44?B*')
    assert.deepEqual([knownIn(plate), runsIn(plate)], [3, 2])
  })
})

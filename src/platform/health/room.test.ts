import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judgeRoom, missingBytes, spareBytes } from './room.ts'

const held = (freeBytes: number) => ({ freeBytes, reserveBytes: 100, reserveHeld: true })
const givenUp = (freeBytes: number) => ({ freeBytes, reserveBytes: 100, reserveHeld: false })

describe('the room on a disk', () => {
  test('is short below two reserves, and only above three no longer', () => {
    assert.equal(judgeRoom(held(200), 'roomy'), 'roomy')
    assert.equal(judgeRoom(held(199), 'roomy'), 'short')
    assert.equal(judgeRoom(held(299), 'short'), 'short')
    assert.equal(judgeRoom(held(300), 'short'), 'roomy')
  })

  test('is full below a quarter of the reserve, and giving up the reserve does not make it less so', () => {
    assert.equal(judgeRoom(held(24), 'short'), 'full')
    assert.equal(judgeRoom(givenUp(124), 'full'), 'full')
    assert.equal(judgeRoom(givenUp(125), 'full'), 'short')
  })

  test('is had again when so much is freed, and what is freed for a reserve in use counts only beyond the reserve', () => {
    assert.deepEqual([missingBytes(held(120)), missingBytes(held(300)), missingBytes(givenUp(120))], [180, 0, 280])
    assert.equal(judgeRoom(held(120 + missingBytes(held(120))), 'short'), 'roomy')
  })

  test('is below nothing when some of the reserve is used', () => {
    assert.equal(spareBytes(givenUp(40)), -60)
  })
})

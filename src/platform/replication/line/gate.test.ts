import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Stream } from '../replicated-table.ts'
import { fullSpeed, openGate, type Gate } from './gate.ts'

/** Asks for a turn for each lane at once, and answers the order in which they went. */
async function orderOf(gate: Gate, lanes: readonly Stream[], bytes: number): Promise<readonly Stream[]> {
  const gone: Stream[] = []
  await Promise.all(lanes.map(async (lane) => {
    await gate.pass(lane, bytes)
    gone.push(lane)
  }))
  return gone
}

describe('the gate of a line', () => {
  test('lets everything through at once while nobody asks for anything else', () => {
    const gate = openGate()
    assert.equal(gate.pass('images', 1_000_000), undefined)
    assert.equal(gate.pass('alerts', 10), undefined)
  })

  test('lets alerts go first and pictures last when the line is narrow, whoever came first', async () => {
    const gate = openGate()
    gate.setPace({ ...fullSpeed, bytesPerSecond: 10_000 })
    await gate.pass('images', 100)
    assert.deepEqual(await orderOf(gate, ['images', 'rest', 'images', 'alerts'], 100), ['alerts', 'rest', 'images', 'images'])
  })

  test('keeps the order within a lane', async () => {
    const gate = openGate()
    gate.setPace({ ...fullSpeed, bytesPerSecond: 10_000 })
    const gone: number[] = []
    await Promise.all([1, 2, 3].map(async (number) => {
      await gate.pass('rest', 50)
      gone.push(number)
    }))
    assert.deepEqual(gone, [1, 2, 3])
  })

  test('holds a lane back while a better one has filled the line, and lets it go when that is over', async () => {
    const gate = openGate()
    gate.press('alerts')
    let went = false
    const turn = gate.pass('rest', 10)?.then(() => { went = true })
    await Promise.resolve()
    assert.equal(went, false)
    gate.relieve('alerts')
    await turn
    assert.equal(went, true)
  })

  test('does not hold a lane back for one that comes after it', () => {
    const gate = openGate()
    gate.press('images')
    assert.equal(gate.pass('alerts', 10), undefined)
  })

  test('moves a lane on in the end when the better one is stuck', async () => {
    const gate = openGate()
    gate.press('alerts')
    await gate.pass('rest', 10)
    assert.notEqual(gate.pass('rest', 10), undefined)
    gate.relieve('alerts')
  })

  test('moves nothing while it is frozen, and everything afterwards', async () => {
    const gate = openGate()
    gate.setPace({ ...fullSpeed, frozen: true })
    let went = false
    const turn = gate.pass('alerts', 10)?.then(() => { went = true })
    await new Promise((resolve) => setImmediate(resolve))
    assert.equal(went, false)
    gate.setPace(fullSpeed)
    await turn
    assert.equal(went, true)
  })
})

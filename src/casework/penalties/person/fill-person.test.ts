import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aDriver, anOwner } from '#test/penalties'
import { fillPerson } from './fill-person.ts'

const lane = [{ capacity: 'driver', name: 'Andrei Popescu', company: null }, { capacity: 'owner', name: 'Manager', company: 'Example Haulage SRL' }] as const

describe('a form about a further person', () => {
  test('begins with the owner whom the lane named, then with the driver, then with nobody', () => {
    assert.deepEqual(fillPerson(lane, [], {}).values, { capacity: 'owner', name: 'Manager', company: 'Example Haulage SRL' })
    assert.deepEqual(fillPerson(lane, [anOwner()], {}).values, { capacity: 'driver', name: 'Andrei Popescu', company: '' })
    assert.deepEqual(fillPerson(lane, [anOwner(), aDriver()], {}), { named: undefined, left: [], values: {} })
  })
  test('takes whom it is asked to take, or nobody', () => {
    assert.equal(fillPerson(lane, [], { scene: 0 }).named?.name, 'Andrei Popescu')
    assert.deepEqual(fillPerson(lane, [], { scene: 'nobody' }).values, {})
  })
  test('takes an address of the case with where it came from', () => {
    const owner = anOwner()
    assert.partialDeepStrictEqual(fillPerson([], [owner], { addressOf: owner.id }).values, { addressLines: '12 Example Street\nExampletown', addressSource: 'Driving licence shown' })
  })
})

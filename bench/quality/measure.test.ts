import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { heldOutModel, statedModel } from './cameras.ts'
import { chance } from './chance.ts'
import { poissonInterval, shareInterval } from './intervals.ts'
import { measure, type Result } from './measure.ts'
import { passageOf } from './passages.ts'
import { anythingNear, commercialRule, exactRule, listOf, ourPolicy } from './policies.ts'
import { aVehicle } from './traffic.ts'

const by = chance(7)
const onList = Array.from({ length: 3_000 }, () => aVehicle(by))
const set = listOf(onList)
const plates = new Set(onList.map(({ plate }) => plate))
const policies = [exactRule(plates), commercialRule(plates), ourPolicy('ours', set)]
const sizes = { innocent: 2_000, listed: 600 }
const anyNear = (reads: Parameters<typeof anythingNear>[1]): boolean => anythingNear(set, reads)

describe('the measurement, small', () => {
  for (const errors of [statedModel, heldOutModel]) {
    const results = measure({ name: errors.name, cameras: { errors, shared: 0 }, policies, onList, anyNear, sizes, by: chance(11) })
    const recall = (policy: string, reads: number, wanted: Result['wanted']): number => results.find((one) => one.policy === policy && one.reads === reads && one.wanted === wanted)?.recall ?? 0

    test(`finds more by two reads than the commercial rule, with cameras as ${errors.name}`, () => {
      assert.ok(recall('ours', 2, 1000) > recall('commercial default on any read', 2, 'as it is'))
      assert.ok(recall('ours', 2, 1000) > 0.99)
    })
    test(`finds more the more is let through and the more reads there are, with cameras as ${errors.name}`, () => {
      assert.ok(recall('ours', 1, 10) <= recall('ours', 1, 1000))
      assert.ok(recall('ours', 1, 1000) <= recall('ours', 2, 1000) && recall('ours', 2, 1000) <= recall('ours', 3, 1000))
    })
    test(`is the same on every run, with cameras as ${errors.name}`, () => {
      assert.deepEqual(measure({ name: errors.name, cameras: { errors, shared: 0 }, policies, onList, anyNear, sizes, by: chance(11) }), results)
    })
  }
})

describe('the cameras of the measurement', () => {
  const misread = (shared: number, agree: boolean): number => {
    const draw = chance(3)
    const passages = Array.from({ length: 6_000 }, () => {
      const vehicle = aVehicle(draw)
      return { vehicle, reads: passageOf(vehicle, { errors: statedModel, shared }, draw) }
    })
    return passages.filter(({ vehicle, reads: [one, other] }) => one?.plate !== vehicle.plate && (!agree || one?.plate === other?.plate)).length / passages.length
  }
  test('misread about 12% of plates, however much of it is shared', () => {
    for (const shared of [0, 0.3, 0.7]) assert.ok(Math.abs(misread(shared, false) - 0.12) < 0.02, `${shared}: ${misread(shared, false)}`)
  })
  test('agree on a misread about as often as its cause is shared', () => {
    assert.ok(misread(0, true) < 0.01)
    assert.ok(Math.abs(misread(0.7, true) / misread(0.7, false) - 0.7) < 0.1)
  })
})

test('intervals are those of the books', () => {
  const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.1
  const [low, high] = poissonInterval(10)
  assert.ok(near(low, 4.8) && near(high, 18.4))
  assert.deepEqual(poissonInterval(0)[0], 0)
  const [from, to] = shareInterval(90, 100)
  assert.ok(Math.abs(from - 0.826) < 0.002 && Math.abs(to - 0.945) < 0.002)
})

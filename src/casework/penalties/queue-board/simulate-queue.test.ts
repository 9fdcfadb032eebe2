import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day, daysAfter, seededRandom } from '#values'
import { forecastOf } from './forecast.ts'
import { modelOf, type QueueModel } from './queue-history.ts'
import { playQueue } from './simulate-queue.ts'
import { isWorkingDay, workingDaysBetween } from './working-days.ts'

const idle: QueueModel = { waiting: new Map(), waitingFree: 0, arrivalsByDay: [], allowances: [], outputs: [], people: 0 }
const play = (model: QueueModel, people: number, seed = 1, workingDays = 10) => playQueue(model, { people, peopleCompared: 8, workingDays, mostArrivals: 500 }, { chance: seededRandom(seed), crew: seededRandom(seed + 1) })

const models = fc.record({
  waiting: fc.array(fc.tuple(fc.integer({ min: -5, max: 30 }), fc.integer({ min: 1, max: 8 })), { maxLength: 8 }).map((entries) => new Map(entries)),
  waitingFree: fc.integer({ min: 0, max: 10 }),
  arrivalsByDay: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 10 }),
  allowances: fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 10 }),
  outputs: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 10 }),
  people: fc.constant(1),
})
const startOf = (model: QueueModel): number => model.waitingFree + [...model.waiting.values()].reduce((sum, count) => sum + count, 0)

describe('a queue that is played through', () => {
  test('stays as it is when nothing comes and nobody works, and what is due is missed on the day after', () => {
    const { waitingByDay, breachesByDay } = play({ ...idle, waiting: new Map([[-2, 1], [0, 2], [3, 4]]), waitingFree: 5 }, 0)
    assert.deepEqual(waitingByDay, Array.from({ length: 10 }, () => 12))
    assert.deepEqual(breachesByDay.slice(0, 5), [2, 0, 0, 4, 0])
  })
  test('is worked off the most urgent first', () => {
    const { breachesByDay, waitingByDay } = play({ ...idle, waiting: new Map([[1, 2], [9, 4]]), outputs: [1] }, 1)
    assert.deepEqual([breachesByDay.reduce((sum, each) => sum + each, 0), waitingByDay.at(5)], [0, 0])
  })
  test('loses nothing: what was there and what came is done or waits', () => {
    fc.assert(fc.property(models, fc.integer({ min: 0, max: 6 }), fc.integer(), (model, people, seed) => {
      const { arrived, done, waitingByDay } = play(model, people, seed)
      assert.equal(startOf(model) + arrived, done + (waitingByDay.at(-1) ?? 0))
    }))
  })
  test('is never longer with one person more', () => {
    fc.assert(fc.property(models, fc.double({ min: 0, max: 5, noNaN: true }), fc.integer(), (model, people, seed) => {
      const [few, more] = [play(model, people, seed), play(model, people + 1, seed)]
      few.waitingByDay.forEach((waiting, at) => assert.ok((more.waitingByDay[at] ?? 0) <= waiting))
    }))
  })
  test('comes out the same for the same seed', () => {
    fc.assert(fc.property(models, fc.integer(), (model, seed) => {
      const asked = { people: 2, peopleCompared: 2, workingDays: 10, mostArrivals: 100, runs: 5, seed }
      assert.deepEqual(forecastOf(model, asked), forecastOf(model, asked))
    }), { numRuns: 20 })
  })
  test('takes no more arrivals than it was told to', () => {
    assert.equal(playQueue({ ...idle, arrivalsByDay: [1000], allowances: [null] }, { people: 0, peopleCompared: 0, workingDays: 40, mostArrivals: 500 }, { chance: seededRandom(1), crew: seededRandom(2) }).arrived, 500)
  })
})

describe('what a queue did', () => {
  const monday = day('2026-03-02')
  const model = modelOf({
    code: 'decide',
    waiting: [{ byOn: day('2026-03-20'), count: 2, oldestOn: monday }, { byOn: null, count: 1, oldestOn: monday }],
    arrivals: [{ on: day('2026-03-07'), count: 3 }, { on: monday, count: 1 }],
    finished: [{ on: monday, by: 'ines', count: 4, daysWaited: 3 }, { on: monday, by: null, count: 9, daysWaited: 1 }],
    allowances: [14, null],
  }, { from: monday, today: day('2026-03-16') })
  test('counts what came at a weekend on the Monday after it', () => assert.deepEqual(model.arrivalsByDay, [1, 0, 0, 0, 0, 3, 0, 0, 0, 0]))
  test('takes what a day ended for nobody’s work', () => assert.deepEqual([model.outputs, model.people], [[4], 0.1]))
  test('counts last days in working days', () => assert.deepEqual([[...model.waiting], model.waitingFree, model.allowances], [[[4, 2]], 1, [10, null]]))
})

test('working days between two days are those that are counted one by one', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 60 }), (start, length) => {
    const from = daysAfter(start, day('2026-01-01'))
    const counted = Array.from({ length }, (_, place) => daysAfter(place + 1, from)).filter(isWorkingDay).length
    assert.equal(workingDaysBetween(from, daysAfter(length, from)), counted)
  }))
})

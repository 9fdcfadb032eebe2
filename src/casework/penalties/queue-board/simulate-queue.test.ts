import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day, seededRandom } from '#values'
import { forecastOf } from './forecast.ts'
import { modelOf, startOf, type QueueModel, type Start } from './queue-history.ts'
import { playQueue } from './simulate-queue.ts'
import { workingDaysAhead, workingDaysBetween } from './working-days.ts'

const idle: QueueModel = { arrivalsByDay: [], allowances: [], outputs: [], people: 0, present: [] }
const nothing: Start = { due: new Map(), free: 0 }
const play = (model: QueueModel, people: number, { start = nothing, seed = 1 } = {}) => playQueue(model, start, { people, peopleCompared: 8, workingDays: 10, mostArrivals: 500 }, { chance: seededRandom(seed), crew: seededRandom(seed + 1) })

const starts = fc.record({
  due: fc.array(fc.tuple(fc.integer({ min: -5, max: 30 }), fc.integer({ min: 1, max: 8 })), { maxLength: 8 }).map((entries) => new Map(entries)),
  free: fc.integer({ min: 0, max: 10 }),
})
const models = fc.record({
  arrivalsByDay: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 10 }),
  allowances: fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 10 }),
  outputs: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 10 }),
  people: fc.constant(1),
  present: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 10 }),
})
const waitingIn = ({ due, free }: Start): number => free + [...due.values()].reduce((sum, count) => sum + count, 0)

describe('a queue that is played through', () => {
  test('stays as it is when nothing comes and nobody works, and what is due is missed on the day after', () => {
    const { waitingByDay, breachesByDay } = play(idle, 0, { start: { due: new Map([[-2, 1], [0, 2], [3, 4]]), free: 5 } })
    assert.deepEqual(waitingByDay, Array.from({ length: 10 }, () => 12))
    assert.deepEqual(breachesByDay.slice(0, 5), [2, 0, 0, 4, 0])
  })
  test('is worked off the most urgent first', () => {
    const { breachesByDay, waitingByDay } = play({ ...idle, outputs: [1] }, 1, { start: { due: new Map([[1, 2], [9, 4]]), free: 0 } })
    assert.deepEqual([breachesByDay.reduce((sum, each) => sum + each, 0), waitingByDay.at(5)], [0, 0])
  })
  test('loses nothing: what was there and what came is done or waits', () => {
    fc.assert(fc.property(models, starts, fc.integer({ min: 0, max: 6 }), fc.integer(), (model, start, people, seed) => {
      const { arrived, done, waitingByDay } = play(model, people, { start, seed })
      assert.equal(waitingIn(start) + arrived, done + (waitingByDay.at(-1) ?? 0))
    }))
  })
  test('is never longer with one person more', () => {
    fc.assert(fc.property(models, starts, fc.double({ min: 0, max: 5, noNaN: true }), fc.integer(), (model, start, people, seed) => {
      const [few, more] = [play(model, people, { start, seed }), play(model, people + 1, { start, seed })]
      few.waitingByDay.forEach((waiting, at) => assert.ok((more.waitingByDay[at] ?? 0) <= waiting))
    }))
  })
  test('comes out the same for the same seed', () => {
    fc.assert(fc.property(models, starts, fc.integer(), (model, start, seed) => {
      const asked = { people: 2, peopleCompared: 2, workingDays: 10, mostArrivals: 100, runs: 5, seed }
      assert.deepEqual(forecastOf(model, start, asked), forecastOf(model, start, asked))
    }), { numRuns: 20 })
  })
  test('stands still on a day on which everybody is away', () => {
    const { waitingByDay } = play({ ...idle, outputs: [2], present: [1, 0, 0.5, 1] }, 2, { start: { due: new Map(), free: 40 } })
    assert.deepEqual(waitingByDay.slice(0, 4), [36, 36, 34, 30])
  })
  test('takes no more arrivals than it was told to', () => {
    assert.equal(playQueue({ ...idle, arrivalsByDay: [1000], allowances: [null] }, nothing, { people: 0, peopleCompared: 0, workingDays: 40, mostArrivals: 500 }, { chance: seededRandom(1), crew: seededRandom(2) }).arrived, 500)
  })
})

describe('what a queue did', () => {
  const monday = day('2026-03-02')
  const record = {
    code: 'decide',
    arrivals: [{ on: day('2026-03-07'), count: 3 }, { on: monday, count: 1 }],
    finished: [{ on: monday, by: 'ines', count: 4, daysWaited: 3 }, { on: monday, by: null, count: 9, daysWaited: 1 }],
    allowances: [14, null],
  }
  const past = workingDaysBetween(monday, day('2026-03-16'))
  const ahead = workingDaysAhead(3, day('2026-03-16'))
  const model = modelOf(record, { past, ahead, team: [] })
  test('counts what came at a weekend on the Monday after it', () => assert.deepEqual(model.arrivalsByDay, [1, 0, 0, 0, 0, 3, 0, 0, 0, 0]))
  test('takes what a day ended for nobody’s work', () => assert.deepEqual([model.outputs, model.people, model.present], [[4], 0.1, [1, 1, 1]]))
  test('counts allowances in working days', () => assert.deepEqual(model.allowances, [10, null]))
  test('reckons somebody by the days they were there, and not on the days they will be away', () => {
    const absences = [['2026-03-03', '2026-03-13'], ['2026-03-17', '2026-03-17']].map(([from = '', to = ''], place) => ({ id: `${place}`, fromOn: day(from), toOn: day(to), why: 'Leave' }))
    assert.partialDeepStrictEqual(modelOf(record, { past, ahead, team: [{ id: 'ines', absences }] }), { people: 1, present: [1, 0, 1] })
  })
})

describe('what waits', () => {
  const ahead = workingDaysAhead(4, day('2026-04-01'))
  const dueOn = (on: string) => [...startOf([{ byOn: day(on), count: 2, oldestOn: day('2026-03-02') }], ahead).due.keys()]
  test('is due on the last working day before its last day, Good Friday and Easter Monday being none', () => {
    assert.deepEqual(ahead, ['2026-04-01', '2026-04-02', '2026-04-07', '2026-04-08'])
    assert.deepEqual(['2026-03-31', '2026-04-01', '2026-04-06', '2026-04-07', '2026-04-08', '2026-04-09'].map(dueOn), [[-1], [0], [1], [2], [3], [4]])
  })
  test('is free where nothing sets a day', () => assert.equal(startOf([{ byOn: null, count: 3, oldestOn: day('2026-03-02') }], ahead).free, 3))
})

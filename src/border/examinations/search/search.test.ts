import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant, plate } from '#values'
import { isRefused, type Decision, type Happening } from '#platform/decisions'
import { endSearch } from './end-search.ts'
import { openSearch } from './open-search.ts'
import { recordTechnique } from './record-technique.ts'
import { evolveSearch, type NewStep, type Search, type SearchOpening } from './search.ts'
import { withdrawTechnique } from './withdraw-technique.ts'

const opening: SearchOpening = {
  id: '0191', site: 'calais', tractorPlate: plate('AB12 CDE'), trailerPlate: null, country: 'GB', layer: 'shed', lane: '4',
  officers: ['Test officer'], crossingId: null, hitId: null, openedAt: instant('2026-03-10T02:00:00Z'), openedBy: 'Test officer',
}
const open = evolveSearch(undefined, { type: 'search-opened', ...opening })
const aStep = (change: Partial<NewStep> = {}): NewStep => ({
  id: 's1', technique: 'dog', result: 'nothing', minutes: 2, obstacle: null, note: null,
  recordedAt: instant('2026-03-10T02:03:00Z'), recordedBy: 'Test officer', ...change,
})
const withSteps = (...steps: readonly NewStep[]): Search => steps.reduce((search, step) => evolveSearch(search, { type: 'technique-recorded', step }), open)
const end = { note: null, endedAt: instant('2026-03-10T02:30:00Z') }

function refusal<Event extends Happening>(decision: Decision<Event>): string | undefined {
  return isRefused(decision) ? decision.refused : undefined
}

describe('opening a search', () => {
  test('twice with the same id opens it once', () => {
    assert.deepEqual(openSearch(open, opening), { events: [] })
  })
  test('needs a plate, or a crossing the camera saw without one', () => {
    assert.equal(refusal(openSearch(undefined, { ...opening, tractorPlate: null })), 'plate-or-crossing-needed')
    assert.equal(refusal(openSearch(undefined, { ...opening, tractorPlate: null, crossingId: 'c1' })), undefined)
  })
  test('takes place at a port, with somebody there', () => {
    assert.equal(refusal(openSearch(undefined, { ...opening, site: 'centre' })), 'searches-take-place-at-ports')
    assert.equal(refusal(openSearch(undefined, { ...opening, officers: [] })), 'officers-needed')
  })
})

describe('a technique', () => {
  test('pressed twice is recorded once', () => {
    assert.deepEqual(recordTechnique(withSteps(aStep()), aStep()), { events: [] })
  })
  test('that could not be done says why', () => {
    assert.equal(refusal(recordTechnique(open, aStep({ result: 'not-done' }))), 'obstacle-needed')
    assert.equal(refusal(recordTechnique(open, aStep({ result: 'not-done', obstacle: 'weather' }))), undefined)
  })
  test('that was done has no obstacle, whatever was ticked', () => {
    const decision = recordTechnique(open, aStep({ obstacle: 'weather' }))
    assert.partialDeepStrictEqual(decision, { events: [{ step: { obstacle: null } }] })
  })
  test('takes between no time and a shift', () => {
    for (const minutes of [-1, 1.5, 721]) assert.equal(refusal(recordTechnique(open, aStep({ minutes }))), 'minutes-out-of-range')
    for (const minutes of [0, 720]) assert.equal(refusal(recordTechnique(open, aStep({ minutes }))), undefined)
  })
  test('recorded by mistake is struck through and stays', () => {
    const search = evolveSearch(withSteps(aStep()), { type: 'technique-withdrawn', stepId: 's1', because: 'wrong button' })
    assert.partialDeepStrictEqual(search.steps, [{ id: 's1', withdrawnBecause: 'wrong button' }])
    assert.deepEqual(withdrawTechnique(search, 's1', 'again'), { events: [] })
    assert.equal(refusal(withdrawTechnique(search, 's2', 'wrong')), 'no-such-step')
  })
})

describe('ending a search', () => {
  test('with nothing found needs a technique that was carried out', () => {
    const notDone = withSteps(aStep({ result: 'not-done', obstacle: 'weather' }))
    assert.equal(refusal(endSearch(notDone, { outcome: 'nothing-found', ...end })), 'nothing-was-searched')
    const struck = evolveSearch(withSteps(aStep()), { type: 'technique-withdrawn', stepId: 's1', because: 'wrong button' })
    assert.equal(refusal(endSearch(struck, { outcome: 'nothing-found', ...end })), 'nothing-was-searched')
    assert.equal(refusal(endSearch(withSteps(aStep()), { outcome: 'nothing-found', ...end })), undefined)
  })
  test('early says why', () => {
    assert.equal(refusal(endSearch(open, { outcome: 'released', ...end })), 'say-why-released')
    assert.equal(refusal(endSearch(open, { outcome: 'released', ...end, note: 'ferry loading' })), undefined)
  })
  test('twice with the same outcome is once, and with another is refused', () => {
    const ended = evolveSearch(open, { type: 'search-ended', outcome: 'people-found', ...end })
    assert.deepEqual(endSearch(ended, { outcome: 'people-found', ...end }), { events: [] })
    assert.equal(refusal(endSearch(ended, { outcome: 'nothing-found', ...end })), 'search-has-ended')
    assert.equal(refusal(recordTechnique(ended, aStep())), 'search-has-ended')
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { epochMsOf, instant, instantOfEpochMs, plate, type Site } from '#values'
import { cameraClockErrorMs } from '../limits.ts'
import { impossibleJourney, leastRoadMs, type Sighting } from './impossible-journey.ts'

const at = instant('2026-03-10T02:00:00Z')
const seen = (site: Site, laterMs = 0, change: Partial<Sighting> = {}): Sighting => ({ site, seenAt: instantOfEpochMs(epochMsOf(at) + laterMs), plate: plate('B84KLG'), country: 'RO', confidence: 0.95, ...change })
const roadMs = Math.floor(leastRoadMs('calais', 'dunkerque') ?? 0)
const longestGapMs = roadMs - 2 * cameraClockErrorMs

describe('one plate at two ports', () => {
  test('closer in time than the road allows may be a copy, whichever came first', () => {
    for (const laterMs of [60_000, -60_000, 0]) assert.equal(impossibleJourney(seen('calais'), seen('dunkerque', laterMs))?.elsewhere.site, 'dunkerque')
  })
  test('is possible as soon as both clocks could explain it', () => {
    assert.ok(impossibleJourney(seen('calais'), seen('dunkerque', longestGapMs - 1)))
    assert.equal(impossibleJourney(seen('calais'), seen('dunkerque', longestGapMs + 1)), undefined)
  })
  test('says nothing unless both reads are sure', () => {
    for (const change of [{ confidence: 0.8 }, { confidence: null }, { plate: plate('B84KL?') }]) assert.equal(impossibleJourney(seen('calais'), seen('dunkerque', 0, change)), undefined)
  })
  test('is no warning for two countries, another plate or one port', () => {
    assert.equal(impossibleJourney(seen('calais'), seen('dunkerque', 0, { country: 'PL' })), undefined)
    assert.ok(impossibleJourney(seen('calais'), seen('dunkerque', 0, { country: null })))
    assert.equal(impossibleJourney(seen('calais'), seen('dunkerque', 0, { plate: plate('B84KLH') })), undefined)
    assert.equal(impossibleJourney(seen('calais'), seen('calais')), undefined)
  })
  test('takes as long one way as the other', () => {
    for (const [one, other] of [['calais', 'coquelles'], ['calais', 'dunkerque'], ['coquelles', 'dunkerque']] as const) assert.equal(leastRoadMs(one, other), leastRoadMs(other, one))
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant, instantOfEpochMs, epochMsOf, type Instant } from '#values'
import { judgeLink, type LinkFacts } from './judge-link.ts'
import type { Beat } from './link-facts.store.ts'
import type { Stream } from './replicated-table.ts'

const now = instant('2026-11-22T02:14:07Z')
const secondsAgo = (seconds: number): Instant => instantOfEpochMs(epochMsOf(now) - seconds * 1000)

function aBeat(stream: Stream, arrivedSecondsAgo: number, changes: Partial<Beat> = {}): Beat {
  return { site: 'centre', stream, beat: 7, at: secondsAgo(arrivedSecondsAgo), arrivedAt: secondsAgo(arrivedSecondsAgo), historyMissing: null, incarnation: 1, page: 0, heard: {}, ...changes }
}

const nothing: LinkFacts = { here: 'calais', now, beats: [], slots: [], receiving: [], proofs: [], bad: [] }

function conditionAt(changes: Partial<LinkFacts>): string {
  return judgeLink('centre', { ...nothing, ...changes }).condition
}

const roomy = { keptBytes: 0, limitBytes: null, idleSeconds: null }

describe('the link from Calais to the centre', () => {
  test('has never been made while nothing has arrived', () => {
    assert.equal(conditionAt({}), 'never-met')
  })

  test('is being copied once the sites have met, and says how far that is', () => {
    const receiving = [{ name: 'juxta_centre_to_calais_alerts', enabled: true, running: true, tables: 16, tablesCopied: 7, applyErrors: 0, conflicts: 0 }, { name: 'juxta_centre_to_calais_rest', enabled: true, running: true, tables: 7, tablesCopied: 7, applyErrors: 0, conflicts: 0 }]
    const { condition, streams } = judgeLink('centre', { ...nothing, beats: [aBeat('rest', 1)], receiving })
    assert.deepEqual([condition, streams.map(({ copied }) => copied)], ['copying', [{ tables: 7, of: 16 }, undefined, undefined]])
    assert.equal(conditionAt({ beats: [aBeat('rest', 1)], receiving: receiving.map((each) => ({ ...each, running: false })) }), 'never-met')
  })

  test('is joined while heartbeats arrive on both streams', () => {
    assert.equal(conditionAt({ beats: [aBeat('alerts', 1), aBeat('rest', 1)] }), 'joined')
  })

  test('is late at five seconds and cut at nine', () => {
    assert.equal(conditionAt({ beats: [aBeat('alerts', 4), aBeat('rest', 4)] }), 'joined')
    assert.equal(conditionAt({ beats: [aBeat('alerts', 5), aBeat('rest', 5)] }), 'late')
    assert.equal(conditionAt({ beats: [aBeat('alerts', 8), aBeat('rest', 8)] }), 'late')
    assert.equal(conditionAt({ beats: [aBeat('alerts', 9), aBeat('rest', 9)] }), 'cut')
  })

  test('is stuck, not cut, when one stream stands still while the other flows', () => {
    assert.equal(conditionAt({ beats: [aBeat('alerts', 1), aBeat('rest', 60)] }), 'stuck')
  })

  test('is joined however late pictures are, because nothing waits for them', () => {
    assert.equal(conditionAt({ beats: [aBeat('alerts', 1), aBeat('rest', 1), aBeat('images', 60)] }), 'joined')
  })

  test('catches up while heartbeats arrive that were sent long before', () => {
    const old = { at: secondsAgo(90) }
    assert.equal(conditionAt({ beats: [aBeat('alerts', 1, old), aBeat('rest', 1, old)] }), 'catching-up')
  })

  test('misses rows when a place in the log was given up, however well it flows', () => {
    const slots = [{ name: 'juxta_calais_to_centre_rest', active: false, walStatus: 'lost', lagBytes: 0, restored: false, ...roomy }]
    assert.equal(conditionAt({ beats: [aBeat('alerts', 1), aBeat('rest', 1)], slots }), 'rows-missing')
  })

  test('misses rows when the other end has read further than this database reaches', () => {
    const slots = [{ name: 'juxta_calais_to_centre_alerts', active: true, walStatus: 'reserved', lagBytes: 0, restored: true, ...roomy }]
    assert.equal(conditionAt({ beats: [aBeat('alerts', 1), aBeat('rest', 1)], slots }), 'rows-missing')
  })

  test('misses rows when a heartbeat speaks of more history than has arrived', () => {
    assert.equal(conditionAt({ beats: [aBeat('alerts', 1), aBeat('rest', 1, { historyMissing: 3 })] }), 'rows-missing')
  })

  test('misses rows while a number is missing or a range differs, though every heartbeat arrives', () => {
    const beats = [aBeat('alerts', 1), aBeat('rest', 1)]
    const proof = { site: 'centre', lane: 'alerts', provenTo: 4, provenAt: null, readTo: 4, writtenTo: 6, gapFrom: null, gapTo: null } as const
    assert.equal(conditionAt({ beats, proofs: [proof] }), 'joined')
    assert.equal(conditionAt({ beats, proofs: [{ ...proof, gapFrom: 5, gapTo: 6 }] }), 'rows-missing')
    const range = { site: 'dunkerque', lane: 'alerts', table: 'arrivals.hit', range: 7, words: '', verdict: 'altered', rowsHere: 1, rowsThere: 1, page: 3 } as const
    assert.equal(conditionAt({ beats, bad: [range] }), 'rows-missing', 'what Dunkerque wrote comes to Calais by the centre')
  })
})

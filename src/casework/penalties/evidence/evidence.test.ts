import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/identity'
import { aCase, caseworker, eventsOf } from '#test/penalties'
import { day, instant } from '#values'
import { addEvidence, type Adding } from './add-evidence.ts'
import { compareLines, isDifferent } from './compare-lines.ts'
import { withdrawEvidence } from './describe-evidence.ts'
import { evolveEvidence, outwardOf, twinIsDue, type Evidence, type EvidenceEvent, type RedactedTwin } from './evidence.ts'
import { redactEvidence, setDisclosure } from './redact-evidence.ts'

const today = day('2024-02-01')
const hash = (digit: string) => digit.repeat(64)
const adding = (change: Partial<Adding> = {}): Adding => ({
  evidenceId: newId(), title: 'Driver’s checklist', kind: 'checklist', personId: null,
  file: { sha256: hash('a'), contentType: 'image/png', sizeBytes: 100 },
  provenance: { suppliedBy: 'Andrei Popescu', road: 'at-the-scene', receivedOn: day('2024-01-10'), seenAtScene: 'seen', note: '' },
  transcript: 'Seal 1234', versionOf: null, disclosure: 'as-it-is', addedBy: caseworker, addedAt: instant('2024-01-11T10:00:00Z'), ...change,
})
const folded = (item: Evidence | undefined, events: readonly EvidenceEvent[]): Evidence => events.reduce<Evidence | undefined>(evolveEvidence, item) ?? assert.fail()
const anItem = (change: Partial<Adding> = {}): Evidence => folded(undefined, eventsOf(addEvidence(aCase(), [], adding(change), today)))
const twin: RedactedTwin = { sha256: hash('b'), contentType: 'image/png', sizeBytes: 90, covers: 'the name of another driver', reasons: 'He is no part of this', redactedBy: caseworker, redactedAt: instant('2024-01-12T10:00:00Z') }
const redacted = (item: Evidence): Evidence => folded(item, eventsOf(redactEvidence(item, twin)))

describe('a piece of evidence', () => {
  test('says who supplied it and when, never after today', () => {
    assert.deepEqual(addEvidence(aCase(), [], adding({ provenance: { ...adding().provenance, suppliedBy: ' ' } }), today), { refused: 'evidence-from-nobody' })
    assert.deepEqual(addEvidence(aCase(), [], adding({ provenance: { ...adding().provenance, receivedOn: day('2024-02-02') } }), today), { refused: 'evidence-from-the-future' })
  })
  test('stands in a case once, and again when the first was withdrawn', () => {
    const first = anItem()
    assert.deepEqual(addEvidence(aCase(), [first], adding(), today), { refused: 'evidence-there-already' })
    const gone = folded(first, eventsOf(withdrawEvidence(first, { reasons: 'The wrong case', by: caseworker, on: today })))
    assert.equal(eventsOf(addEvidence(aCase(), [gone], adding(), today)).length, 1)
  })
  test('is another version only of something in the same case', () => {
    assert.deepEqual(addEvidence(aCase(), [], adding({ versionOf: newId() }), today), { refused: 'no-such-evidence' })
  })
})

describe('what leaves the office', () => {
  test('is the original while it may leave as it is', () => {
    assert.deepEqual(outwardOf(anItem()), { bytes: anItem().file, transcript: 'Seal 1234', withheldBecause: null })
  })
  test('is nothing while the twin is due, and then the twin without the words typed from the original', () => {
    const due = anItem({ disclosure: 'redacted-only' })
    assert.deepEqual([twinIsDue(due), outwardOf(due).bytes, outwardOf(due).transcript], [true, null, ''])
    assert.deepEqual([outwardOf(redacted(due)).bytes?.sha256, outwardOf(redacted(due)).transcript], [twin.sha256, ''])
  })
  test('is never the original once somebody has redacted it, unless somebody says so with reasons', () => {
    const item = redacted(anItem())
    assert.equal(outwardOf(item).bytes?.sha256, twin.sha256)
    assert.deepEqual(setDisclosure(item, 'as-it-is', ' '), { refused: 'reasons-needed' })
    assert.equal(outwardOf(folded(item, eventsOf(setDisclosure(item, 'as-it-is', 'He agreed')))).bytes?.sha256, item.file.sha256)
  })
  test('is nothing of what was withdrawn', () => {
    const gone = folded(anItem(), eventsOf(withdrawEvidence(anItem(), { reasons: 'The wrong case', by: caseworker, on: today })))
    assert.deepEqual([outwardOf(gone).bytes, twinIsDue(gone)], [null, false])
    assert.deepEqual(redactEvidence(gone, twin), { refused: 'evidence-withdrawn' })
  })
  test('is not the original under the name of a twin', () => {
    assert.deepEqual(redactEvidence(anItem(), { ...twin, sha256: anItem().file.sha256 }), { refused: 'twin-is-the-original' })
    assert.deepEqual(redactEvidence(anItem(), { ...twin, covers: '' }), { refused: 'say-what-is-covered' })
  })
})

describe('two versions beside each other', () => {
  test('the line that was changed stands in one row, and what was added stands alone', () => {
    assert.deepEqual(compareLines('Calais 09:10\nSeal 1234\nRoof looked at', 'Calais 09:10\nSeal 1243\nRoof looked at\nAxles looked at'), [
      { one: 'Calais 09:10', other: 'Calais 09:10' },
      { one: 'Seal 1234', other: 'Seal 1243' },
      { one: 'Roof looked at', other: 'Roof looked at' },
      { one: null, other: 'Axles looked at' },
    ])
  })
  test('differ neither by spaces nor by capitals', () => {
    assert.deepEqual(compareLines('SEAL  1234', 'Seal 1234').map(isDifferent), [false])
  })
  test('keep every line of both, in order', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(fc.property(lines, lines, (one, other) => {
      const rows = compareLines(one.join('\n'), other.join('\n'))
      assert.deepEqual(rows.flatMap((row) => row.one ?? []), one)
      assert.deepEqual(rows.flatMap((row) => row.other ?? []), other)
    }))
  })
})

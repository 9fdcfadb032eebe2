import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { caseworker } from '#test/penalties'
import { day, instant } from '#values'
import { outwardOf, type Evidence } from '../evidence/evidence.ts'
import type { Dispatch } from '../service/dispatch.ts'
import type { ManifestLine, OfferedItem } from './bundle.ts'
import { chooseItems, proposedKeys } from './choose-items.ts'
import { whatChanged, whatMoved } from './what-changed.ts'
import { writeEvidence, type Supplied } from './write-evidence.ts'
import { writeDispatches } from './write-dispatches.ts'

const item = (key: string, change: Partial<OfferedItem> = {}): OfferedItem => ({ key, title: `The ${key}`, on: null, from: 'The case', sha256: `hash of ${key}`, hashOf: 'the text', blocks: [], outBecause: null, isBarred: false, sizeBytes: 0, ...change })
const offered = [item('find'), item('hiding-place', { outBecause: 'It may show people.' }), item('letter'), item('welfare', { outBecause: 'It protects people.', isBarred: true })]
const refusalOf = (chosen: readonly string[], whyRest = '', among = offered): string => {
  const contents = chooseItems(among, { chosen, whyRest })
  return 'refused' in contents ? contents.refused : 'chosen'
}
const whyOut = (chosen: readonly string[], whyRest: string) => {
  const contents = chooseItems(offered, { chosen, whyRest })
  assert.ok(!('refused' in contents))
  return contents.manifest.map(({ outBecause }) => outBecause)
}

describe('what goes into a bundle', () => {
  test('is proposed without what may show people', () => assert.deepEqual(proposedKeys(offered), ['find', 'letter']))
  test('is in the order offered, whatever the order of the ticks', () => {
    const contents = chooseItems(offered, { chosen: ['letter', 'find'], whyRest: '' })
    assert.deepEqual('refused' in contents ? [] : contents.items.map(({ key }) => key), ['find', 'letter'])
  })
  test('is something', () => assert.equal(refusalOf([]), 'bundle-of-nothing'))
  test('is never what no court is given, even when it is asked for', () => {
    assert.equal(refusalOf(['welfare']), 'bundle-of-nothing')
    assert.deepEqual(whyOut(['find', 'letter', 'welfare'], '')[3], 'It protects people.')
  })
  test('leaves nothing out in silence', () => {
    assert.equal(refusalOf(['find']), 'say-why-left-out')
    assert.deepEqual(whyOut(['find'], ' It repeats the find. '), [null, 'It may show people.', 'It repeats the find.', 'It protects people.'])
  })
  test('has no more photographs than a court’s mailbox takes', () => {
    const large = [item('one', { sizeBytes: 20 * 1024 * 1024 }), item('two', { sizeBytes: 20 * 1024 * 1024 }), item('three', { sizeBytes: 1 })]
    assert.equal(refusalOf(['one', 'two'], 'Too large', large), 'chosen')
    assert.equal(refusalOf(['one', 'two', 'three'], '', large), 'too-many-pictures')
  })
})

describe('since the bundle before', () => {
  const line = (key: string, change: Partial<ManifestLine> = {}): ManifestLine => ({ key, title: `The ${key}`, sha256: '1', outBecause: null, ...change })
  const before = [line('find'), line('account'), line('photograph', { outBecause: 'People' })]
  test('nothing has moved when every record says the same', () => assert.deepEqual(whatMoved(before, before), []))
  test('what is new, what says something else and what is gone is told', () => {
    assert.deepEqual(whatMoved(before, [line('find'), line('account', { sha256: '2' }), line('letter')]), ['New: The letter', 'Changed: The account', 'No longer there: The photograph'])
  })
  test('what was put in or taken out is told', () => {
    assert.deepEqual(whatChanged(before, [line('find', { outBecause: 'Twice' }), line('account'), line('photograph')]), ['Put in: The photograph', 'Taken out: The find'])
  })
})

describe('what was supplied', () => {
  const file = { sha256: 'a'.repeat(64), contentType: 'image/png', sizeBytes: 10 } as const
  const supplied = (change: Partial<Evidence> = {}): Supplied => {
    const evidence: Evidence = {
      id: 'e', caseId: 'c', title: 'Checklist', kind: 'checklist', personId: null, file, transcript: 'Seal 4471 whole', versionOf: null, disclosure: 'as-it-is', twins: [], withdrawn: null,
      provenance: { suppliedBy: 'The owner', road: 'post', receivedOn: day('2024-03-05'), seenAtScene: 'not-seen', note: '' }, addedBy: caseworker, addedAt: instant('2024-03-05T09:00:00Z'), ...change,
    }
    return { ...evidence, outward: outwardOf(evidence) }
  }
  const kinds = (item: Supplied) => writeEvidence([item], 'owner').map(({ blocks }) => blocks.map(({ kind }) => kind))
  test('goes in with where it came from, its hash and its words', () => {
    assert.partialDeepStrictEqual(writeEvidence([supplied()], 'owner'), [{ sha256: file.sha256, hashOf: 'the file as it came', sizeBytes: 10, outBecause: null }])
    assert.match(writeEvidence([supplied()], 'owner')[0]?.from ?? '', /The owner, by post, received on Tuesday 5 March 2024/)
    assert.deepEqual(kinds(supplied()), [['picture', 'heading', 'paragraph']])
  })
  test('goes in redacted only where it may leave only so, and its words stay behind', () => {
    const twin = { sha256: 'b'.repeat(64), contentType: 'image/png', sizeBytes: 8, covers: 'A face', reasons: 'A child', redactedBy: caseworker, redactedAt: instant('2024-03-06T09:00:00Z') } as const
    const redacted = supplied({ disclosure: 'redacted-only', twins: [twin] })
    assert.partialDeepStrictEqual(writeEvidence([redacted], 'owner'), [{ sha256: twin.sha256, hashOf: 'the redacted copy' }])
    assert.deepEqual(kinds(redacted), [['picture']])
  })
  test('stays out while it waits to be redacted, and the bundle says so', () => {
    assert.partialDeepStrictEqual(writeEvidence([supplied({ disclosure: 'redacted-only' })], 'owner'), [{ isBarred: true, outBecause: 'It may leave only redacted, and nobody has redacted it yet.' }])
  })
  test('about another person is no part of this appeal', () => assert.deepEqual(writeEvidence([supplied({ personId: 'driver' })], 'owner'), []))
  test('that is no picture goes beside the bundle, and its words are in it', () => {
    assert.deepEqual(kinds(supplied({ file: { ...file, contentType: 'application/pdf' } })), [['paragraph', 'heading', 'paragraph']])
  })
})

describe('the service of a letter', () => {
  const sent = (change: Partial<Dispatch> = {}): Dispatch => ({
    id: 'd', caseId: 'c', penaltyId: 'p', documentId: 'l', purpose: 'penalty-notice', channel: 'post', because: 'Their address', plannedBy: caseworker, plannedOn: day('2024-03-01'), insteadOf: null,
    to: { name: 'Example Haulage SRL', lines: ['9 Example Street'], country: 'Romania', email: null, source: 'Licence', asOf: day('2024-01-10') },
    stage: 'sent', withheld: null, carrier: null, sent: { on: day('2024-03-01'), evidence: 'Tray 7, 16:20', by: caseworker }, failed: null, outcomes: [], ...change,
  })
  const told = (dispatch: Dispatch) => writeDispatches([dispatch]).flatMap((block) => (block.kind === 'rows' ? block.rows.flat() : []))
  test('gives its proof of posting, and never takes silence for delivery', () => assert.deepEqual(told(sent()).slice(2), ['Friday 1 March 2024', 'Tray 7, 16:20. Sent, nothing heard']))
  test('tells what was heard of it, and when', () => {
    const returned = sent({ stage: 'returned', outcomes: [{ code: 'moved', at: instant('2024-03-20T09:00:00Z'), evidence: 'Envelope', recordedBy: caseworker }] })
    assert.match(told(returned)[3] ?? '', /Tray 7, 16:20\. Moved away, Wednesday 20 March 2024 \(Envelope\)/)
  })
  test('is not told of what has not left', () => assert.deepEqual(told(sent({ stage: 'planned', sent: null })), []))
})

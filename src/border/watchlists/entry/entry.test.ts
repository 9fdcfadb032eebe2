import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused, type Decision } from '#platform/decisions'
import { day, instant, plate } from '#values'
import { addEntry } from './add-entry.ts'
import { confirmEntry } from './confirm-entry.ts'
import { alerts, evolveEntry, handlingInForce, type Entry, type EntryEvent, type NewEntry } from './entry.ts'
import { reviewEntry } from './review-entry.ts'
import { withdrawEntry } from './withdraw-entry.ts'

const today = day('2026-03-10')

function adding(change: Partial<NewEntry> = {}): NewEntry {
  return {
    id: '1', site: 'centre', listId: '2', plate: plate('B84KLG'), country: 'RO', reasonEn: 'Eight found', reasonFr: 'Huit trouvés', handling: 'check', markers: [],
    ports: ['calais'], startsOn: today, lastDayOn: day('2026-06-01'), reviewOn: day('2026-04-01'), addedBy: 'ada', ...change,
  }
}

function anEntry(change: Partial<Entry> = {}): Entry {
  return { ...adding(), status: 'active', confirmedBy: null, withdrawnAt: null, ...change }
}

const codeOf = (decision: Decision<EntryEvent>): string => (isRefused(decision) ? decision.refused : decision.events.map(({ type }) => type).join())
const add = (change: Partial<NewEntry>) => codeOf(addEntry(undefined, adding(change), today))

describe('a vehicle is listed', () => {
  test('at the centre, for at least one port', () => {
    assert.equal(add({}), 'entry-added')
    assert.equal(add({ site: 'calais' }), 'lists-are-kept-at-the-centre')
    assert.equal(add({ ports: [] }), 'no-port-chosen')
  })
  test('with four known characters, not with three', () => {
    assert.equal(add({ plate: plate('AB1#2') }), 'entry-added')
    assert.equal(add({ plate: plate('AB##1') }), 'too-few-known-characters')
  })
  test('for 365 days, not for 366', () => {
    assert.equal(add({ lastDayOn: day('2027-03-10') }), 'entry-added')
    assert.equal(add({ lastDayOn: day('2027-03-11') }), 'listed-for-too-long')
  })
  test('until today or later, with its review on or before the last day', () => {
    assert.equal(add({ startsOn: day('2026-03-01'), lastDayOn: today, reviewOn: today }), 'entry-added')
    assert.equal(add({ startsOn: day('2026-03-01'), lastDayOn: day('2026-03-09'), reviewOn: day('2026-03-09') }), 'ends-before-it-begins')
    assert.equal(add({ reviewOn: day('2026-06-02') }), 'review-after-the-end')
  })
  test('once, however often the form is sent', () => assert.equal(codeOf(addEntry(anEntry(), adding(), today)), ''))
})

describe('an entry alerts', () => {
  const on = (text: string, change: Partial<Entry> = {}): boolean => alerts(anEntry(change), 'calais', day(text))
  test('from its first day to its last, at its ports', () => {
    assert.deepEqual(['2026-03-09', '2026-03-10', '2026-06-01', '2026-06-02'].map((text) => on(text)), [false, true, true, false])
    assert.equal(alerts(anEntry(), 'dunkerque', today), false)
  })
  test('no longer once it is withdrawn', () => assert.equal(on('2026-03-11', { status: 'withdrawn' }), false))
})

describe('a stop', () => {
  const stop = anEntry({ handling: 'stop' })
  test('is only a check until a second person agrees', () => {
    assert.equal(handlingInForce(stop), 'check')
    const decision = confirmEntry(stop, 'ben')
    assert.equal(codeOf(decision), 'entry-confirmed')
    assert.equal(handlingInForce(evolveEntry(stop, { type: 'entry-confirmed', confirmedBy: 'ben' })), 'stop')
  })
  test('is never agreed to by the person who asked for it', () => assert.equal(codeOf(confirmEntry(stop, 'ada')), 'second-person-must-be-another'))
  test('needs no agreement twice, nor does anything but a stop', () => {
    assert.equal(codeOf(confirmEntry({ ...stop, confirmedBy: 'ben' }, 'cy')), 'no-second-person-needed')
    assert.equal(codeOf(confirmEntry(anEntry(), 'ben')), 'no-second-person-needed')
  })
})

describe('an entry that was withdrawn', () => {
  const gone = anEntry({ status: 'withdrawn' })
  test('cannot be withdrawn, reviewed or confirmed again', () => {
    const days = { lastDayOn: day('2026-06-01'), reviewOn: day('2026-04-01') }
    assert.deepEqual([withdrawEntry(gone, instant('2026-03-10T12:00:00Z')), reviewEntry(gone, days, today), confirmEntry(gone, 'ben')].map(codeOf), Array(3).fill('entry-withdrawn-already'))
  })
})

test('a review gives new days, counted from today', () => {
  const keep = (lastDayOn: string) => codeOf(reviewEntry(anEntry(), { lastDayOn: day(lastDayOn), reviewOn: day('2026-04-01') }, today))
  assert.deepEqual(['2027-03-10', '2027-03-11', '2026-03-09'].map(keep), ['entry-reviewed', 'listed-for-too-long', 'ends-before-it-begins'])
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#platform/identity'
import { aCaseFile } from '#test/a-case-file'
import { aCase, aDriver, caseworker, eventsOf } from '#test/penalties'
import { day } from '#values'
import { letterFacts } from '../notice/gather-letter-facts.ts'
import { destinationOf } from '../service/plan-channels.ts'
import { addresseeOf, inOneLine } from './addressee.ts'
import { appointRepresentative, endRepresentation, type Appointing } from './appoint-representative.ts'
import { evolveRepresentative, speaksOn, type Representative, type RepresentativeEvent } from './representative.ts'

const today = day('2024-03-01')
const driver = aDriver()
const appointing = (change: Partial<Appointing> = {}): Appointing => ({
  representativeId: newId(), personId: driver.id, kind: 'solicitor', name: 'Carter and Co', scope: ['letters'],
  address: { lines: ['2 Law Lane'], country: 'United Kingdom', email: null },
  authority: { signedOn: day('2024-02-01'), evidenceId: null, described: 'A signed letter' },
  fromOn: day('2024-02-10'), untilOn: day('2024-04-10'), recordedBy: caseworker, ...change,
})
const folded = (state: Representative | undefined, events: readonly RepresentativeEvent[]): Representative => events.reduce<Representative | undefined>(evolveRepresentative, state) ?? assert.fail()
const someone = (change: Partial<Appointing> = {}): Representative => folded(undefined, eventsOf(appointRepresentative(aCase(), [], appointing(change), today)))
const ended = folded(someone(), eventsOf(endRepresentation(someone(), { on: day('2024-03-20'), reasons: 'The driver wrote', by: caseworker })))

describe('a representative', () => {
  test('speaks from the first day to the last', () => {
    assert.deepEqual(['2024-02-09', '2024-02-10', '2024-04-10', '2024-04-11'].map((on) => speaksOn(someone(), day(on))), [false, true, true, false])
  })
  test('speaks no more from the day on which it was ended', () => {
    assert.deepEqual(['2024-03-19', '2024-03-20'].map((on) => speaksOn(ended, day(on))), [true, false])
  })
  test('has an authority that was shown, signed before they speak', () => {
    const authority = { signedOn: day('2024-02-01'), evidenceId: null, described: '' }
    assert.deepEqual(appointRepresentative(aCase(), [], appointing({ authority }), today), { refused: 'authority-not-shown' })
    assert.deepEqual(appointRepresentative(aCase(), [], appointing({ fromOn: day('2024-01-31') }), today), { refused: 'speaks-before-authority' })
    assert.deepEqual(appointRepresentative(aCase(), [], appointing({ scope: [] }), today), { refused: 'authority-for-nothing' })
  })
  test('is one at a time for each thing, and the next may begin on the day the last was ended', () => {
    assert.deepEqual(appointRepresentative(aCase(), [someone()], appointing({ fromOn: day('2024-04-10'), untilOn: null }), today), { refused: 'represented-already' })
    assert.equal(eventsOf(appointRepresentative(aCase(), [someone()], appointing({ fromOn: day('2024-04-11'), untilOn: null }), today)).length, 1)
    assert.equal(eventsOf(appointRepresentative(aCase(), [ended], appointing({ fromOn: day('2024-03-20'), untilOn: null }), today)).length, 1)
    assert.equal(eventsOf(appointRepresentative(aCase(), [someone()], appointing({ scope: ['payment'] }), today)).length, 1)
  })
})

describe('a letter to somebody who is represented', () => {
  test('is to the person, in care of who has authority for letters', () => {
    assert.equal(inOneLine(addresseeOf(driver, [someone()], today)), 'Andrei Popescu, c/o Carter and Co, 2 Law Lane, United Kingdom')
  })
  test('goes to the person’s own address once that is over, or where the authority is for something else', () => {
    const own = 'Andrei Popescu, 12 Example Street, Exampletown, Romania'
    assert.equal(inOneLine(addresseeOf(driver, [ended], day('2024-03-20'))), own)
    assert.equal(inOneLine(addresseeOf(driver, [someone({ scope: ['payment'] })], today)), own)
  })
  test('of any kind is printed and sent so', () => {
    const file = aCaseFile()
    const reader = file.persons[0] ?? assert.fail()
    const speaker = someone({ personId: reader.id, fromOn: day('2024-02-10'), untilOn: null })
    const represented = { ...file, on: today, representatives: [speaker] }
    const facts = letterFacts(represented, reader, { section: '32', entrants: 8 })
    assert.deepEqual([facts.recipient.name, facts.recipient.lines, facts.recipient.country], ['Test Driver Ștefănescu', ['c/o Carter and Co', '2 Law Lane'], 'United Kingdom'])
    assert.partialDeepStrictEqual(destinationOf(reader, [speaker], today), { lines: ['c/o Carter and Co', '2 Law Lane'], source: 'Authority for Carter and Co', email: null })
    assert.deepEqual(letterFacts({ ...represented, on: day('2024-02-09') }, reader, { section: '32', entrants: 8 }).recipient.lines, reader.identity.address.lines)
  })
})

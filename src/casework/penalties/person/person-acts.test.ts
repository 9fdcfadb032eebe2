import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aCase, aDriver, anIdentity, anOwner, personFacts } from '#test/penalties'
import { addPerson } from './add-person.ts'
import { correctPerson } from './correct-person.ts'
import type { Person } from './person.ts'

const asNew = ({ id, partyId, capacity, identity, facts }: Person) => ({ personId: id, partyId, capacity, identity, facts })

describe('adding a person', () => {
  test('a lorry has a driver, an owner and a hirer', () => {
    assert.partialDeepStrictEqual(addPerson(aCase(), [], asNew(aDriver())), { events: [{ type: 'person-added', capacity: 'driver' }] })
    assert.deepEqual(addPerson(aCase(), [], { ...asNew(aDriver()), capacity: 'operator' }), { refused: 'capacity-not-for-this-transporter' })
  })
  test('a detached trailer has an operator and no driver', () => {
    const trailer = aCase({ transporter: 'detached-trailer' })
    assert.deepEqual(addPerson(trailer, [], asNew(aDriver())), { refused: 'capacity-not-for-this-transporter' })
    assert.partialDeepStrictEqual(addPerson(trailer, [], { ...asNew(aDriver()), capacity: 'operator' }), { events: [{ capacity: 'operator' }] })
  })
  test('an owner-driver answers once in each capacity and never twice in one', () => {
    const asOwner = { ...asNew(anOwner()), partyId: aDriver().partyId }
    assert.partialDeepStrictEqual(addPerson(aCase(), [aDriver()], asOwner), { events: [{ type: 'person-added' }] })
    assert.deepEqual(addPerson(aCase(), [aDriver()], asNew(aDriver())), { refused: 'already-in-this-capacity' })
  })
  test('a driver works for an owner or hirer who is on the case', () => {
    const employed = asNew(aDriver({ underContractWith: anOwner().partyId }))
    assert.deepEqual(addPerson(aCase(), [], employed), { refused: 'contract-with-nobody' })
    assert.partialDeepStrictEqual(addPerson(aCase(), [anOwner()], employed), { events: [{ type: 'person-added' }] })
    assert.deepEqual(addPerson(aCase(), [aDriver()], asNew(anOwner({ underContractWith: aDriver().partyId }))), { refused: 'contract-with-nobody' })
  })
  test('nobody joins a case that is decided or closed', () => {
    assert.deepEqual(addPerson({ ...aCase(), stage: 'decided' }, [], asNew(aDriver())), { refused: 'already-decided' })
    assert.deepEqual(addPerson({ ...aCase(), stage: 'closed' }, [], asNew(aDriver())), { refused: 'case-closed' })
  })
})

describe('correcting a person', () => {
  const finding = { found: true, evidence: 'Checklist of 22 February', reasons: 'Signed at each stop.' }
  const correction = { identity: anIdentity(), facts: personFacts({ complied: finding }), reasons: 'The checklist arrived with the objection.' }

  test('is allowed after a decision, because an objection brings new facts', () => {
    assert.partialDeepStrictEqual(correctPerson(aDriver(), { ...aCase(), stage: 'decided' }, [], correction), { events: [{ type: 'person-corrected', facts: { complied: finding } }] })
  })
  test('needs its reasons', () => {
    assert.deepEqual(correctPerson(aDriver(), aCase(), [], { ...correction, reasons: '  ' }), { refused: 'reasons-needed' })
  })
  test('says so when nothing is different, whatever order the database keeps it in', () => {
    const reordered = Object.fromEntries(Object.entries(aDriver().identity).toReversed()) as unknown as typeof correction.identity
    assert.deepEqual(correctPerson(aDriver(), aCase(), [], { identity: reordered, facts: personFacts(), reasons: 'Looked again.' }), { refused: 'nothing-changed' })
  })
  test('is refused once the case is closed', () => {
    assert.deepEqual(correctPerson(aDriver(), { ...aCase(), stage: 'closed' }, [], correction), { refused: 'case-closed' })
  })
})

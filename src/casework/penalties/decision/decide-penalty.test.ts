import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, pence, pounds } from '#values'
import { aCase, aDriver, anOwner, aPenaltyDecided, aPenaltyProposed, caseworker, deciding } from '#test/penalties'
import { decideNoPenalty } from './decide-no-penalty.ts'
import { decidePenalty } from './decide-penalty.ts'
import { noteDecisions } from './note-decisions.ts'

describe('deciding a penalty for 2 entrants', () => {
  test('the code figure is decided with its reasons and the provision it rests on', () => {
    assert.partialDeepStrictEqual(decidePenalty(aPenaltyProposed(), deciding()), {
      events: [{ type: 'penalty-decided', amountPence: 1_200_000, departsFromCode: false, under: [{ cite: 'Immigration and Asylum Act 1999 s.32(2)' }, {}] }],
    })
  })
  test('another amount is said to depart from the code', () => {
    assert.partialDeepStrictEqual(decidePenalty(aPenaltyProposed(), deciding({ amountPence: pounds(3000) })), { events: [{ departsFromCode: true }] })
  })
  test('never without reasons', () => {
    assert.deepEqual(decidePenalty(aPenaltyProposed(), deciding({ reasons: ' ' })), { refused: 'reasons-needed' })
  })
  test('never by the person who proposed it', () => {
    assert.deepEqual(decidePenalty(aPenaltyProposed(), deciding({ decidedBy: caseworker })), { refused: 'proposed-by-the-same-person' })
  })
  test('never twice', () => {
    assert.deepEqual(decidePenalty(aPenaltyDecided(), deciding()), { refused: 'already-decided' })
  })
  test('the maximum for one person is £10,000 for each entrant, and a penny more is refused', () => {
    assert.partialDeepStrictEqual(decidePenalty(aPenaltyProposed(), deciding({ amountPence: pounds(20_000) })), { events: [{ type: 'penalty-decided' }] })
    assert.partialDeepStrictEqual(decidePenalty(aPenaltyProposed(), deciding({ amountPence: pence(2_000_001) })), { refused: 'above-the-maximum' })
  })
  test('with the others the maximum is £20,000 for each entrant, and a penny more is refused', () => {
    const others = { othersPence: [pounds(20_000), pounds(8000)] }
    assert.partialDeepStrictEqual(decidePenalty(aPenaltyProposed(), deciding(others)), { events: [{ type: 'penalty-decided' }] })
    assert.partialDeepStrictEqual(decidePenalty(aPenaltyProposed(), deciding({ ...others, amountPence: pence(1_200_001) })), { refused: 'above-the-aggregate' })
  })
  test('nothing is not a penalty', () => {
    assert.deepEqual(decidePenalty(aPenaltyProposed(), deciding({ amountPence: pounds(0) })), { refused: 'nothing-is-no-penalty' })
  })
  test('nobody is penalised under both sections for the same circumstances', () => {
    assert.partialDeepStrictEqual(decidePenalty(aPenaltyProposed(), deciding({ isBarred: true })), { refused: 'penalised-under-other-section', under: [{ cite: 'Immigration and Asylum Act 1999 s.32(6B)' }] })
  })
  test('a person who is not liable cannot be penalised', () => {
    const finding = { found: true, evidence: 'Police report', reasons: 'Threatened with a knife.' }
    assert.deepEqual(decidePenalty(aPenaltyProposed(aDriver({ duress: finding })), deciding()), { refused: 'not-liable' })
  })
})

describe('before 13 February 2023', () => {
  const legacy = aPenaltyProposed(aDriver(), aCase({ occurredOn: day('2022-06-01') }))
  test('no figure is computed, and the old maximum of £2,000 for each entrant holds', () => {
    assert.equal(legacy.proposal.codeFigurePence, null)
    assert.partialDeepStrictEqual(decidePenalty(legacy, deciding({ amountPence: pounds(4000) })), { events: [{ departsFromCode: true }] })
    assert.partialDeepStrictEqual(decidePenalty(legacy, deciding({ amountPence: pounds(4001) })), { refused: 'above-the-maximum' })
  })
})

describe('a driver who raised the alarm', () => {
  const reported = aCase({ selfReport: { raisedBy: 'driver', firstSuspectedAt: null, reportedAt: null } })
  const penalty = aPenaltyProposed(aDriver(), reported)

  test('cannot be penalised without a reason of its own', () => {
    assert.partialDeepStrictEqual(decidePenalty(penalty, deciding()), { refused: 'driver-reported', under: [{ cite: 'ICIBI, inspection of clandestine entrants (2025), drivers who report people in their vehicle' }] })
    assert.partialDeepStrictEqual(decidePenalty(penalty, deciding({ selfReportOverride: '  ' })), { refused: 'driver-reported' })
  })
  test('can be with one, which is kept', () => {
    const selfReportOverride = 'Reported only after the dog had indicated.'
    assert.partialDeepStrictEqual(decidePenalty(penalty, deciding({ selfReportOverride })), { events: [{ selfReportOverride }] })
  })
  test('does not shield the owner', () => {
    assert.partialDeepStrictEqual(decidePenalty(aPenaltyProposed(anOwner(), reported), deciding()), { events: [{ type: 'penalty-decided', selfReportOverride: null }] })
  })
})

describe('where the law can be read two ways', () => {
  const finding = { found: true, evidence: 'Checklist', reasons: 'Complete.' }
  const both = aPenaltyProposed(anOwner({ complied: finding, accreditedAtIncident: true }))

  test('two discounts leave nothing or a quarter, and somebody has to choose', () => {
    assert.equal(both.proposal.codeFigurePence, 0)
    assert.deepEqual(decidePenalty(both, deciding({ amountPence: pounds(3000) })), { refused: 'choose-a-reading' })
    assert.deepEqual(decidePenalty(both, deciding({ amountPence: pounds(3000), readings: [{ point: 'C1', reading: 'NEITHER' }] })), { refused: 'choose-a-reading' })
  })
  test('the reading chosen is the measure of whether the amount departs from the code', () => {
    const readAs = (reading: string) => deciding({ amountPence: pounds(3000), readings: [{ point: 'C1', reading }] })
    assert.partialDeepStrictEqual(decidePenalty(both, readAs('MULTIPLICATIVE')), { events: [{ departsFromCode: false }] })
    assert.partialDeepStrictEqual(decidePenalty(both, readAs('ADDITIVE')), { events: [{ departsFromCode: true }] })
  })
  test('full compliance in 2026 asks for a reading', () => {
    const penalty = aPenaltyProposed(anOwner({ complied: finding }), aCase({ occurredOn: day('2026-02-01') }))
    assert.deepEqual(decidePenalty(penalty, deciding({ amountPence: pounds(6000) })), { refused: 'choose-a-reading' })
    assert.partialDeepStrictEqual(decidePenalty(penalty, deciding({ amountPence: pounds(6000), readings: [{ point: 'C5', reading: 'READING_A' }] })), { events: [{ departsFromCode: false }] })
  })
})

describe('deciding that there is no penalty', () => {
  const { reasons, readings, decidedBy, decidedOn } = deciding()
  const none = { reasons, readings, decidedBy, decidedOn }
  test('is always open, with reasons', () => {
    assert.partialDeepStrictEqual(decideNoPenalty(aPenaltyProposed(), none), { events: [{ type: 'no-penalty-decided', under: [{ cite: 'Immigration and Asylum Act 1999 s.32(2)' }] }] })
    assert.deepEqual(decideNoPenalty(aPenaltyProposed(), { ...none, reasons: '' }), { refused: 'reasons-needed' })
  })
  test('is for another officer than the one who proposed', () => {
    assert.deepEqual(decideNoPenalty(aPenaltyProposed(), { ...none, decidedBy: caseworker }), { refused: 'proposed-by-the-same-person' })
  })
})

describe('the case leaves the deciders', () => {
  const proposed = { ...aCase(), stage: 'proposed' } as const
  test('with the last person decided, not before', () => {
    assert.deepEqual(noteDecisions(proposed, [aPenaltyDecided(), aPenaltyProposed(anOwner())]), { events: [{ type: 'case-partly-decided' }] })
    assert.deepEqual(noteDecisions(proposed, [aPenaltyDecided()]), { events: [{ type: 'case-decided' }] })
  })
})

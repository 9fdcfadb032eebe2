import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#values'
import { assess } from './assess.ts'
import type { AssessedPerson, Assessment, ChosenSettings, EarlierPenalty, Incident } from '../assessment.ts'

const carrying = (entrants: number, occurredOn = '2024-06-01'): Incident => ({ occurredOn: day(occurredOn), transporter: 'goods-vehicle', section: '32', entrants })
const exposures = ({ persons }: Assessment): object => persons.map(({ exposurePence }) => exposurePence)

describe('the exposure of section 9.2', () => {
  test('J01: the owner answers for the driver as well, the driver for the driver alone', () => {
    const persons: readonly AssessedPerson[] = [{ id: 'd', capacity: 'driver', underContractWith: 'o' }, { id: 'o', capacity: 'owner', accredited: true }]
    const answer = assess({ incident: carrying(13), persons })
    assert.deepEqual(exposures(answer), [7_800_000, 11_700_000])
    assert.deepEqual(answer.persons.map(({ answersFor }) => answersFor), [[], ['d']])
  })

  test('J02: nothing is owed where both are nil', () => {
    const persons: readonly AssessedPerson[] = [
      { id: 'd', capacity: 'driver', underContractWith: 'o', employedByAccredited: true, complied: true },
      { id: 'o', capacity: 'owner', accredited: true, complied: true },
    ]
    assert.deepEqual(exposures(assess({ incident: carrying(6, '2026-01-10'), persons })), [0, 0])
  })

  test('without a contract nobody answers for another', () => {
    assert.deepEqual(exposures(assess({ incident: carrying(1), persons: [{ id: 'd', capacity: 'driver' }, { id: 'o', capacity: 'owner' }] })), [600_000, 600_000])
  })

  test('J05: an owner who is not liable still answers for the driver, and so may object', () => {
    const persons: readonly AssessedPerson[] = [{ id: 'd', capacity: 'driver', underContractWith: 'o' }, { id: 'o', capacity: 'owner', complied: true }]
    const { persons: [, owner] } = assess({ incident: { ...carrying(0), section: '31A' }, persons })
    assert.deepEqual([owner?.liable, owner?.totalPence, owner?.exposurePence, owner?.answersFor], [false, 0, 150_000, ['d']])
  })

  test('V22: one person in two capacities owes both', () => {
    const persons: readonly AssessedPerson[] = [{ id: 'x', capacity: 'driver' }, { id: 'x', capacity: 'owner' }]
    assert.deepEqual(exposures(assess({ incident: carrying(1), persons })), [1_200_000, 1_200_000])
  })

  test('a contract with someone not in the assessment is said, not lost', () => {
    const { flags } = assess({ incident: carrying(1), persons: [{ id: 'd', capacity: 'driver', underContractWith: 'elsewhere' }] })
    assert.deepEqual(flags, ['JOINT_LIABILITY_NOT_LISTED'])
  })

  test('above the cap, the exposure after the cut is shown beside the uncut one', () => {
    const earlierPenalties: readonly EarlierPenalty[] = [{ section: '32', issuedOn: day('2023-06-01') }]
    const persons: readonly AssessedPerson[] = [
      { id: 'd', capacity: 'driver', underContractWith: 'h', earlierPenalties },
      { id: 'o', capacity: 'owner', earlierPenalties },
      { id: 'h', capacity: 'hirer', earlierPenalties },
    ]
    const answer = assess({ incident: carrying(1), persons })
    assert.deepEqual(answer.persons.map(({ exposurePence, cappedExposurePence }) => [exposurePence, cappedExposurePence]), [
      [1_000_000, 666_667],
      [1_000_000, 666_667],
      [2_000_000, 1_333_333],
    ])
    assert.equal(answer.cappedAggregatePence, 2_000_000)
  })
})

describe('the record of the last five years', () => {
  const startWith = (penalty: { issuedOn: string; section?: '32' | '31A'; status?: EarlierPenalty['status'] }, settings: ChosenSettings = {}): Assessment =>
    assess({
      incident: carrying(1),
      persons: [{ id: 'o', capacity: 'owner', earlierPenalties: [{ section: penalty.section ?? '32', issuedOn: day(penalty.issuedOn), status: penalty.status }] }],
      settings,
    })
  const starts = (answer: Assessment): unknown => answer.persons[0]?.startingPointPence

  test('reaches back to the same day five years earlier and no further', () => {
    assert.equal(starts(startWith({ issuedOn: '2019-05-31' })), 600_000)
    assert.equal(starts(startWith({ issuedOn: '2019-06-01' })), 1_000_000)
  })
  test('its first day is an unsettled edge, so it is flagged', () => {
    assert.ok(startWith({ issuedOn: '2019-06-01' }).flags.includes('PRIOR_ON_WINDOW_EDGE'))
  })
  test('ends on the day before the incident', () => {
    assert.equal(starts(startWith({ issuedOn: '2024-05-31' })), 1_000_000)
    assert.equal(starts(startWith({ issuedOn: '2024-06-01' })), 600_000)
  })
  test('L16: a cancelled penalty does not count', () => {
    assert.equal(starts(startWith({ issuedOn: '2023-06-01', status: 'cancelled' })), 600_000)
  })
  test('a challenged penalty counts once final, and the other reading is shown', () => {
    const answer = startWith({ issuedOn: '2023-06-01', status: 'challenged' })
    assert.equal(starts(answer), 600_000)
    assert.deepEqual(answer.flags, ['PRIOR_CHALLENGED'])
    assert.deepEqual(answer.alternatives.map(({ point, aggregatePence }) => [point, aggregatePence]), [['C3-challenged', 1_000_000]])
  })
  test('a penalty from before the reform counts, and the other reading is shown', () => {
    const answer = startWith({ issuedOn: '2022-06-01' })
    assert.equal(starts(answer), 1_000_000)
    assert.deepEqual(answer.alternatives.map(({ point, aggregatePence }) => [point, aggregatePence]), [['C3-2023', 600_000]])
  })
  test('several entrants in one incident do not make each other a second offence', () => {
    assert.equal(assess({ incident: carrying(8), persons: [{ id: 'o', capacity: 'owner' }] }).persons[0]?.startingPointPence, 600_000)
  })
})

describe('means', () => {
  const owing = (facts: Partial<AssessedPerson>): Assessment => assess({ incident: carrying(8), persons: [{ id: 'd', capacity: 'driver', ...facts }] })

  test('an individual’s assessed amount is for each entrant', () => assert.equal(owing({ meansAmountPence: 3_600 }).aggregatePence, 28_800))
  test('a person must look at it', () => assert.deepEqual(owing({ meansAmountPence: 3_600 }).flags, ['INDIVIDUAL_MEANS_REVIEW']))
  test('it may equal what remains', () => assert.equal(owing({ meansAmountPence: 600_000 }).aggregatePence, 4_800_000))
  test('above what remains it is not applied', () => {
    const answer = owing({ meansAmountPence: 600_001 })
    assert.equal(answer.aggregatePence, 4_800_000)
    assert.deepEqual(answer.persons[0]?.flags, ['MEANS_ABOVE_LEVEL'])
  })
})

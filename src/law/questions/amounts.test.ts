import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#values'
import { assess } from './assess.ts'
import type { AssessedPerson, AssessmentInput, Capacity, ChosenSettings, EarlierPenalty, Incident } from '../assessment.ts'

const prior = (section: EarlierPenalty['section'], issuedOn = '2023-06-01'): EarlierPenalty => ({ section, issuedOn: day(issuedOn) })
const person = (capacity: Capacity, facts: Partial<AssessedPerson> = {}): AssessedPerson => ({ id: capacity, capacity, ...facts })
const carrying = (entrants: number, occurredOn = '2024-06-01', incident: Partial<Incident> = {}): Incident => ({
  occurredOn: day(occurredOn), place: 'calais', transporter: 'goods-vehicle', section: '32', entrants, ...incident,
})
const insecure = (): Incident => ({ occurredOn: day('2024-06-01'), place: 'calais', transporter: 'goods-vehicle', section: '31A' })

interface Vector {
  readonly id: string
  readonly facts: string
  readonly incident: Incident
  readonly persons: readonly AssessedPerson[]
  readonly settings?: ChosenSettings
  /** Pounds for each person in turn, then the aggregate. */
  readonly pounds: readonly number[]
  readonly aggregatePounds: number
  readonly flags?: readonly string[]
  readonly cappedPence?: readonly number[]
}

const complied = { complied: true }
const onePrior32 = { earlierPenalties: [prior('32')] }
const onePrior31A = { earlierPenalties: [prior('31A')] }
const twoPriors31A = { earlierPenalties: [prior('31A'), prior('31A', '2024-01-10')] }
const employed = { employedByAccredited: true, underContractWith: 'owner' }

const vectors: readonly Vector[] = [
  {
    id: 'V01', facts: 'KLG at the notice: 8 entrants, medium owner, compliance not accepted',
    incident: carrying(8, '2023-02-23'), persons: [person('driver'), person('owner', { businessSize: 'medium' })],
    pounds: [48_000, 36_000], aggregatePounds: 84_000,
  },
  {
    id: 'V02', facts: 'KLG on appeal: the owner’s compliance accepted',
    incident: carrying(8, '2023-02-23'), persons: [person('owner', { businessSize: 'medium', ...complied })], pounds: [18_000], aggregatePounds: 18_000,
  },
  { id: 'V03', facts: '13 entrants, company accredited', incident: carrying(13), persons: [person('driver'), person('owner', { accredited: true })], pounds: [78_000, 39_000], aggregatePounds: 117_000 },
  { id: 'V05', facts: '2 entrants, company with one earlier penalty', incident: carrying(2), persons: [person('owner', onePrior32)], pounds: [20_000], aggregatePounds: 20_000 },
  { id: 'V08', facts: 'a car’s trailer, one entrant', incident: carrying(1, '2024-06-01', { transporter: 'other-vehicle' }), persons: [person('driver')], pounds: [6_000], aggregatePounds: 6_000 },
  { id: 'V09', facts: 'one entrant, no priors', incident: carrying(1), persons: [person('driver'), person('owner')], pounds: [6_000, 6_000], aggregatePounds: 12_000, flags: [] },
  { id: 'V10', facts: 'one entrant, one prior each', incident: carrying(1), persons: [person('driver', onePrior32), person('owner', onePrior32)], pounds: [10_000, 10_000], aggregatePounds: 20_000, flags: [] },
  { id: 'V12', facts: '4 entrants, both comply', incident: carrying(4), persons: [person('driver', complied), person('owner', complied)], pounds: [12_000, 12_000], aggregatePounds: 24_000 },
  { id: 'V13', facts: '5 entrants, micro owner', incident: carrying(5), persons: [person('driver'), person('owner', { businessSize: 'micro' })], pounds: [30_000, 7_500], aggregatePounds: 37_500 },
  { id: 'V15', facts: 'one entrant, accredited micro owner', incident: carrying(1), persons: [person('owner', { accredited: true, businessSize: 'micro' })], pounds: [750], aggregatePounds: 750 },
  { id: 'V17a', facts: 'accredited and complied, additive', incident: carrying(2), persons: [person('owner', { accredited: true, ...complied })], pounds: [0], aggregatePounds: 0, flags: ['TWO_DISCOUNTS'] },
  {
    id: 'V17b', facts: 'accredited and complied, multiplicative', settings: { discountCombination: 'MULTIPLICATIVE' },
    incident: carrying(2), persons: [person('owner', { accredited: true, ...complied })], pounds: [3_000], aggregatePounds: 3_000,
  },
  {
    id: 'V18', facts: 'January 2026, accredited company, employed driver, both complied', incident: carrying(6, '2026-01-10'),
    persons: [person('driver', { ...employed, ...complied }), person('owner', { accredited: true, ...complied })], pounds: [0, 0], aggregatePounds: 0,
  },
  {
    id: 'V20', facts: 'January 2026, not accredited, both complied', incident: carrying(3, '2026-01-10'),
    persons: [person('driver', complied), person('owner', complied)], pounds: [9_000, 9_000], aggregatePounds: 18_000, flags: ['FULL_COMPLIANCE_REVIEW'],
  },
  {
    id: 'V21', facts: 'December 2025: an employer’s membership does not reach the driver', incident: carrying(1, '2025-12-31'),
    persons: [person('driver', employed), person('owner', { accredited: true })], pounds: [6_000, 3_000], aggregatePounds: 9_000,
  },
  {
    id: 'V22', facts: 'an owner-driver in both capacities', incident: carrying(1),
    persons: [{ id: 'sole-trader', capacity: 'driver' }, { id: 'sole-trader', capacity: 'owner' }], pounds: [6_000, 6_000], aggregatePounds: 12_000,
  },
  {
    id: 'V23', facts: 'owner, hirer and driver: above the tier, under the cap', incident: carrying(1),
    persons: [person('driver'), person('owner'), person('hirer')], pounds: [6_000, 6_000, 6_000], aggregatePounds: 18_000, flags: ['TIER_CAP'],
  },
  {
    id: 'V24', facts: 'owner, hirer and driver with one prior each: above the cap', incident: carrying(1),
    persons: [person('driver', onePrior32), person('owner', onePrior32), person('hirer', onePrior32)], pounds: [10_000, 10_000, 10_000], aggregatePounds: 30_000,
    flags: ['AGGREGATE_CAP', 'TIER_CAP'], cappedPence: [666_667, 666_667, 666_666],
  },
  { id: 'V26', facts: 'a prior under the other section', incident: carrying(2), persons: [person('driver', onePrior31A)], pounds: [12_000], aggregatePounds: 12_000, flags: ['PRIOR_OTHER_SECTION'] },
  {
    id: 'V26 other reading', facts: 'a prior under any section counts', settings: { priorScope: 'ANY_SECTION' },
    incident: carrying(2), persons: [person('driver', onePrior31A)], pounds: [20_000], aggregatePounds: 20_000,
  },
  { id: 'V30', facts: 's.31A, no priors', incident: insecure(), persons: [person('driver'), person('owner')], pounds: [1_500, 1_500], aggregatePounds: 3_000, flags: [] },
  { id: 'V31', facts: 's.31A, one prior each', incident: insecure(), persons: [person('driver', onePrior31A), person('owner', onePrior31A)], pounds: [3_000, 3_000], aggregatePounds: 6_000 },
  { id: 'V32', facts: 's.31A, two priors each', incident: insecure(), persons: [person('driver', twoPriors31A), person('owner', twoPriors31A)], pounds: [6_000, 6_000], aggregatePounds: 12_000, flags: [] },
  {
    id: 'V34', facts: 's.31A, the owner with one prior and accredited', incident: insecure(),
    persons: [person('driver'), person('owner', { ...onePrior31A, accredited: true })], pounds: [1_500, 1_500], aggregatePounds: 3_000,
  },
  {
    id: 'V35', facts: 's.31A, two priors, accredited, absent and acted', incident: insecure(),
    persons: [person('owner', { ...twoPriors31A, accredited: true, absentAndActedToComply: true })], pounds: [0], aggregatePounds: 0,
  },
  {
    id: 'V35 other reading', facts: 'multiplicative', settings: { discountCombination: 'MULTIPLICATIVE' }, incident: insecure(),
    persons: [person('owner', { ...twoPriors31A, accredited: true, absentAndActedToComply: true })], pounds: [1_500], aggregatePounds: 1_500,
  },
  { id: 'V37', facts: 's.31A, two priors, small owner', incident: insecure(), persons: [person('owner', { ...twoPriors31A, businessSize: 'small' })], pounds: [3_000], aggregatePounds: 3_000 },
  {
    id: 'V39', facts: 's.31A, three persons with two priors each: above the cap', incident: insecure(),
    persons: [person('driver', twoPriors31A), person('owner', twoPriors31A), person('hirer', twoPriors31A)], pounds: [6_000, 6_000, 6_000], aggregatePounds: 18_000,
    flags: ['AGGREGATE_CAP', 'TIER_CAP'], cappedPence: [400_000, 400_000, 400_000],
  },
]

const asked = ({ incident, persons, settings }: Vector): AssessmentInput => ({ incident, persons, settings })

describe('the amounts of section 9.1', () => {
  for (const vector of vectors) {
    test(`${vector.id}: ${vector.facts}`, () => {
      const answer = assess(asked(vector))
      assert.deepEqual(answer.persons.map(({ totalPence }) => totalPence), vector.pounds.map((each) => each * 100))
      assert.equal(answer.aggregatePence, vector.aggregatePounds * 100)
      if (vector.flags !== undefined) assert.deepEqual(answer.flags, vector.flags)
      if (vector.cappedPence !== undefined) assert.deepEqual(answer.persons.map(({ cappedTotalPence }) => cappedTotalPence), vector.cappedPence)
      assert.equal(answer.caps.exceeded, vector.cappedPence !== undefined)
    })
  }

  test('odd pence are kept, not rounded: a micro, accredited owner that left a trailer open', () => {
    const { persons } = assess({ incident: insecure(), persons: [person('owner', { accredited: true, businessSize: 'micro' })] })
    assert.equal(persons[0]?.totalPence, 18_750)
  })
})

describe('what the decider sees of an unsettled point', () => {
  const alternativesOf = (id: string): ReturnType<typeof assess>['alternatives'] => {
    const vector = vectors.find((each) => each.id === id)
    assert.ok(vector)
    return assess(asked(vector)).alternatives
  }
  const shown = (id: string): object => alternativesOf(id).map(({ point, other, aggregatePence }) => [point, other, aggregatePence])

  test('C1 shows half of the half beside nothing', () => assert.deepEqual(shown('V17a'), [['C1', 'MULTIPLICATIVE', 300_000]]))
  test('C1 shows nothing beside half of the half', () => assert.deepEqual(shown('V17b'), [['C1', 'ADDITIVE', 0]]))
  test('C2 shows the tier as a hard cap', () => assert.deepEqual(shown('V23'), [['C2', 'HARD', 1_200_000]]))
  test('C3 shows the earlier penalty of the other section counted', () => assert.deepEqual(shown('V26'), [['C3', 'ANY_SECTION', 2_000_000]]))
  test('C5 shows full compliance taken to nil', () => assert.deepEqual(shown('V20'), [['C5', 'READING_B', 0]]))
  test('C5 shows the 2026 practice read by the date of decision', () => assert.deepEqual(shown('V21'), [['C5-date', 'BY_DECISION_DATE', 600_000]]))
  test('a point that changes nothing is not shown', () => assert.deepEqual(shown('V09'), []))
})

describe('KLG Trucking, step by step', () => {
  const ladder = (facts: Partial<AssessedPerson>): object => {
    const { persons } = assess({ incident: carrying(8, '2023-02-23'), persons: [person('owner', { businessSize: 'medium', ...facts })] })
    return persons.flatMap(({ steps }) => steps.filter(({ amountPence }) => amountPence !== null).map(({ rule, amountPence, applied }) => [rule, amountPence, applied]))
  }

  test('at the notice: £6,000, a quarter off for means, eight times: £36,000', () => {
    assert.deepEqual(ladder({}), [
      ['starting-point', 600_000, true],
      ['DSC-1', 600_000, false],
      ['DSC-2', 600_000, false],
      ['means', 450_000, true],
      ['per-entrant', 3_600_000, true],
      ['maximum', 3_600_000, true],
      ['discretion', 3_600_000, true],
    ])
  })

  test('once its compliance is accepted: halved first, then a quarter off: £18,000', () => {
    assert.deepEqual(ladder({ complied: true }), [
      ['starting-point', 600_000, true],
      ['DSC-1', 600_000, false],
      ['DSC-2', 300_000, true],
      ['means', 225_000, true],
      ['per-entrant', 1_800_000, true],
      ['maximum', 1_800_000, true],
      ['discretion', 1_800_000, true],
    ])
  })
})

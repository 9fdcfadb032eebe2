import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day, daysAfter, pence } from '#values'
import { assess } from './assess.ts'
import { cutProRata } from './aggregate-cap.ts'
import { businessSizes, capacities, sections, transporters, type AssessedPerson, type Assessment, type AssessmentInput } from '../assessment.ts'

const reform = day('2023-02-13')
const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => daysAfter(days, reform))

const anyPerson: fc.Arbitrary<AssessedPerson> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  capacity: fc.constantFrom(...capacities),
  complied: fc.boolean(),
  accredited: fc.boolean(),
  employedByAccredited: fc.boolean(),
  absentAndActedToComply: fc.boolean(),
  underContractWith: fc.constantFrom('a', 'b', null),
  businessSize: fc.constantFrom(...businessSizes, null),
  earlierPenalties: fc.array(
    fc.record({ section: fc.constantFrom(...sections), issuedOn: anyDay, status: fc.constantFrom('final', 'cancelled', 'challenged') }),
    { maxLength: 3 },
  ),
})

const anyInput: fc.Arbitrary<AssessmentInput> = fc.record({
  incident: fc.record({ occurredOn: anyDay, transporter: fc.constantFrom(...transporters), section: fc.constantFrom(...sections), entrants: fc.integer({ min: 0, max: 40 }) }),
  persons: fc.uniqueArray(anyPerson, { minLength: 1, maxLength: 5, selector: ({ id, capacity }) => `${id} ${capacity}` }),
  settings: fc.record({ discountCombination: fc.constantFrom('ADDITIVE', 'MULTIPLICATIVE'), priorScope: fc.constantFrom('SAME_SECTION', 'ANY_SECTION') }),
})

const amounts = ({ persons }: Assessment): readonly number[] => persons.map(({ totalPence }) => totalPence ?? 0)
const holds = (rule: (input: AssessmentInput) => void): void => fc.assert(fc.property(anyInput, rule), { numRuns: 100 })
const changeFirst = (input: AssessmentInput, facts: Partial<AssessedPerson>): AssessmentInput => ({
  ...input,
  persons: input.persons.map((person, place) => (place === 0 ? { ...person, ...facts } : person)),
})
const withIncident = (input: AssessmentInput, facts: Partial<AssessmentInput['incident']>): AssessmentInput => ({ ...input, incident: { ...input.incident, ...facts } })

describe('the properties of section 9.5', () => {
  test('no person is above the statutory maximum, the cut total is within the aggregate, and nothing is below zero', () =>
    holds((input) => {
      const { persons, caps } = assess(input)
      for (const { totalPence, perEntrantPence } of persons) {
        assert.ok((totalPence ?? 0) >= 0)
        assert.ok((perEntrantPence ?? 0) <= caps.perPersonPence)
      }
      const after = persons.reduce((sum, { cappedTotalPence, totalPence }) => sum + (cappedTotalPence ?? totalPence ?? 0), 0)
      assert.ok(after <= caps.statutoryPence)
    }))

  for (const discount of ['complied', 'accredited', 'employedByAccredited', 'absentAndActedToComply'] as const) {
    test(`showing "${discount}" never raises an amount`, () =>
      holds((input) => {
        const [without] = amounts(assess(changeFirst(input, { [discount]: false })))
        const [with_] = amounts(assess(changeFirst(input, { [discount]: true })))
        assert.ok((with_ ?? 0) <= (without ?? 0))
      }))
  }

  test('a smaller business never pays more', () =>
    holds((input) => {
      const rising = businessSizes.map((businessSize) => amounts(assess(changeFirst(input, { businessSize })))[0] ?? 0)
      assert.deepEqual(rising, rising.toSorted((one, other) => one - other))
    }))

  test('one more entrant never lowers a total, and a section 32 total is the amount for one times the entrants', () =>
    holds((input) => {
      const one = assess(withIncident(input, { section: '32', entrants: 1 }))
      const many = assess(withIncident(input, { section: '32', entrants: 7 }))
      assert.deepEqual(amounts(many), amounts(one).map((each) => each * 7))
    }))

  test('a section 31A amount does not depend on how many were found', () =>
    holds((input) => {
      const few = assess(withIncident(input, { section: '31A', entrants: 0 }))
      assert.deepEqual(amounts(assess(withIncident(input, { section: '31A', entrants: 9 }))), amounts(few))
    }))

  test('one person’s record, compliance or means never changes what another owes', () =>
    holds((input) => {
      const changed = changeFirst(input, { complied: true, businessSize: 'micro', earlierPenalties: [] })
      assert.deepEqual(amounts(assess(changed)).slice(1), amounts(assess(input)).slice(1))
    }))

  test('at 1 January 2026 only the reach of an employer’s membership changes an amount', () =>
    holds((input) => {
      const persons = input.persons.map((person) => ({ ...person, employedByAccredited: false, earlierPenalties: [] }))
      const before = assess(withIncident({ ...input, persons }, { occurredOn: day('2025-12-31') }))
      const after = assess(withIncident({ ...input, persons }, { occurredOn: day('2026-01-01') }))
      assert.deepEqual(amounts(after), amounts(before))
    }))

  test('every step names its provision and where to read it, in both languages', () =>
    holds((input) => {
      for (const { text, textFr, cite, url } of assess(input).persons.flatMap(({ steps }) => steps)) {
        assert.ok(text.endsWith('.') && textFr.endsWith('.') && cite.length > 0 && url.startsWith('https://'))
      }
    }))
})

describe('a cut in proportion', () => {
  test('uses the whole cap to the penny and raises nobody', () => {
    const anyAmounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }).map(pence), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(anyAmounts, fc.integer({ min: 0, max: 2_000_000 }).map(pence), (uncut, cap) => {
        const shares = cutProRata(uncut, cap)
        const total = uncut.reduce<number>((sum, each) => sum + each, 0)
        assert.equal(shares.reduce<number>((sum, each) => sum + each, 0), Math.min(cap, total))
        assert.ok(shares.every((share, place) => share <= (uncut[place] ?? 0)))
      }),
    )
  })
})

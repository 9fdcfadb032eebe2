import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#values'
import type { AssessedPerson, AssessmentInput, Capacity, Incident } from '../assessment.ts'
import { assess } from './assess.ts'
import { nearestFacts } from './nearest-facts.ts'

const person = (capacity: Capacity, facts: Partial<AssessedPerson> = {}): AssessedPerson => ({ id: capacity, capacity, ...facts })
const incident = (change: Partial<Incident> = {}): Incident => ({ occurredOn: day('2023-02-23'), place: 'calais', transporter: 'goods-vehicle', section: '32', entrants: 8, ...change })

/** What each fact would come to in pounds, for one person. */
const pounds = (input: AssessmentInput, of: Capacity): Readonly<Record<string, number | null>> =>
  Object.fromEntries(nearestFacts(input).filter(({ capacity }) => capacity === of).map(({ fact, totalPence }) => [fact, totalPence === null ? null : totalPence / 100]))

describe('what would change the KLG penalties of 23 February 2023', () => {
  const klg: AssessmentInput = { incident: incident(), persons: [person('driver'), person('owner', { businessSize: 'medium' })] }

  test('for the owner: compliance and membership halve 36,000, a smaller business pays less, a large one more', () => {
    const { complied, accredited, duress, ...sizes } = pounds(klg, 'owner')
    assert.deepEqual({ complied, accredited, duress }, { complied: 18_000, accredited: 18_000, duress: null })
    assert.deepEqual([sizes['businessSize:micro'], sizes['businessSize:small'], sizes['businessSize:large']], [12_000, 24_000, 48_000])
  })
  test('for the driver no size of business is tried, and an employer’s membership came only in 2026', () => {
    const facts = Object.keys(pounds(klg, 'driver'))
    assert.ok(facts.includes('complied'))
    assert.ok(!facts.some((fact) => fact.startsWith('businessSize') || fact === 'employedByAccredited'))
  })
  test('in 2026 an employer’s membership would halve the driver’s', () => {
    const { employedByAccredited } = pounds({ ...klg, incident: incident({ occurredOn: day('2026-01-01') }) }, 'driver')
    assert.equal(employedByAccredited, 24_000)
  })
  test('each is exactly what the law answers on the facts so changed', () => {
    for (const { capacity, fact, liable, totalPence } of nearestFacts(klg).filter((each) => !each.fact.includes(':'))) {
      const persons = klg.persons.map((each) => (each.capacity === capacity ? { ...each, [fact]: true } : each))
      const answer = assess({ ...klg, persons }).persons.find((each) => each.capacity === capacity)
      assert.deepEqual([liable, totalPence], [answer?.liable, answer?.liable === true ? answer.totalPence : null], fact)
    }
  })
  test('the lowest amount comes first', () => {
    const amounts = nearestFacts(klg).filter(({ capacity }) => capacity === 'owner').map(({ totalPence }) => totalPence ?? 0)
    assert.deepEqual(amounts, amounts.toSorted((one, other) => one - other))
  })
})

test('not securing: that the vehicle was secured would free everybody, and an earlier penalty is what raised it', () => {
  const input: AssessmentInput = {
    incident: { occurredOn: day('2024-06-01'), place: 'calais', transporter: 'goods-vehicle', section: '31A' },
    persons: [person('owner', { earlierPenalties: [{ section: '31A', issuedOn: day('2024-01-10') }] })],
  }
  const { adequatelySecured, earlierPenalties, complied } = pounds(input, 'owner')
  assert.deepEqual({ adequatelySecured, earlierPenalties, complied }, { adequatelySecured: null, earlierPenalties: 1_500, complied: null })
})

test('nothing is tried under the law before 2023', () => {
  assert.deepEqual(nearestFacts({ incident: incident({ occurredOn: day('2020-01-01') }), persons: [person('driver')] }), [])
})

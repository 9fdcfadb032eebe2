import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#values'
import { assess } from './assess.ts'
import { firstDayToApplyForSale } from './first-day-to-apply-for-sale.ts'
import { membershipUnderReview } from './membership-under-review.ts'
import { noticeMayBeFixedTo } from './notice-on-trailer.ts'
import { reasonNeededAgainstReporter } from './self-report.ts'
import { meansMustBe, sizeOfBusiness, sizeTestsOn } from './size-of-business.ts'
import { standardChecksOn } from './standard-checks.ts'
import { whenDeemedReceived } from './when-deemed-received.ts'

const on = day('2024-03-01')

describe('a document sent abroad', () => {
  test('by post is taken to be received on the fourth day, by fax and e-mail on the day itself', () => {
    assert.deepEqual((['post', 'fax', 'email'] as const).map((by) => whenDeemedReceived(on, by).value), ['2024-03-05', '2024-03-01', '2024-03-01'])
  })
  test('could not be sent by e-mail before 13 February 2023', () => {
    assert.deepEqual(['2023-02-12', '2023-02-13'].map((sent) => whenDeemedReceived(day(sent), 'email').value), [null, '2023-02-13'])
  })
})

describe('a business', () => {
  const size = (staff: number, turnoverEuros?: number, balanceSheetEuros?: number) => sizeOfBusiness({ staff, turnoverEuros, balanceSheetEuros }, on).value
  test('is micro with 9 people and 2 million, small with 10', () => assert.deepEqual([size(9, 2_000_000), size(10, 2_000_000)], ['micro', 'small']))
  test('needs one of the two sums, not both', () => assert.deepEqual([size(9, 2_000_001, 2_000_000), size(9, 2_000_001, 2_000_001)], ['micro', 'small']))
  test('is medium up to 249 people, then large whatever it turns over', () => assert.deepEqual([size(249, 50_000_000), size(250, 1)], ['medium', 'large']))
  test('each size takes its own share off what remains, the smallest the most', () => {
    assert.deepEqual(sizeTestsOn(on).value.map(({ size: each, percent }) => [each, percent]), [['micro', 75], ['small', 50], ['medium', 25], ['large', 0]])
  })
  test('has to ask, and to show it: means are never looked at by themselves', () => assert.deepEqual(meansMustBe(on).value.map(({ id }) => id), ['asked', 'shown', 'translated']))
  test('that shows neither sum is large', () => assert.equal(size(3), 'large'))
})

test('a notice may be fixed to a detached trailer and to nothing else', () => {
  assert.deepEqual((['detached-trailer', 'goods-vehicle', 'bus'] as const).map((transporter) => noticeMayBeFixedTo(transporter, on).value), [true, false, false])
})

test('leave to sell may be asked for 21 days after the notice of the sale', () => {
  assert.equal(firstDayToApplyForSale(on).value, '2024-03-22')
})

describe('a membership', () => {
  const days = (...texts: readonly string[]) => texts.map(day)
  const today = day('2026-06-30')
  test('is looked at on the third detection in twelve months, not on the second', () => {
    assert.equal(membershipUnderReview({ detectionsOn: days('2026-01-01', '2026-06-30'), unsecuredOn: [] }, today).value, false)
    assert.equal(membershipUnderReview({ detectionsOn: days('2025-07-01', '2026-01-01', '2026-06-30'), unsecuredOn: [] }, today).value, true)
    assert.equal(membershipUnderReview({ detectionsOn: days('2025-06-30', '2026-01-01', '2026-06-30'), unsecuredOn: [] }, today).value, false)
  })
  test('was not looked at by number before 2026', () => {
    assert.equal(membershipUnderReview({ detectionsOn: days('2025-01-01', '2025-02-01', '2025-03-01'), unsecuredOn: [] }, day('2025-12-31')).value, false)
  })
})

test('there are twelve standard checks since the reform', () => assert.equal(standardChecksOn(day('2023-02-13')).value.length, 12))

describe('an owner-driver', () => {
  const incident = { occurredOn: day('2024-06-01'), place: 'calais', transporter: 'goods-vehicle', section: '32', entrants: 1 } as const
  const rulesOf = (persons: Parameters<typeof assess>[0]['persons']): readonly (readonly string[])[] => assess({ incident, persons }).persons.map(({ steps }) => steps.map(({ rule }) => rule))
  test('is told in each capacity that a separate penalty may be imposed', () => {
    assert.ok(rulesOf([{ id: 'a', capacity: 'driver' }, { id: 'a', capacity: 'owner' }]).every((rules) => rules.includes('separate-capacities')))
  })
  test('and nobody else is', () => {
    assert.ok(!rulesOf([{ id: 'a', capacity: 'driver' }, { id: 'b', capacity: 'owner' }]).flat().includes('separate-capacities'))
  })
})

test('before 2023 the ladder says that the old defence is for a person to look at', () => {
  const [driver] = assess({ incident: { occurredOn: day('2020-01-01'), place: 'calais', transporter: 'goods-vehicle', section: '32', entrants: 1 }, persons: [{ id: 'a', capacity: 'driver' }] }).persons
  assert.partialDeepStrictEqual(driver?.steps.find(({ rule }) => rule === 'effective-system'), { applied: false, cite: 'Immigration and Asylum Act 1999 s.34(3)' })
})

test('before 2023 a member is told that owners and hirers who kept to the scheme were not fined, and its driver is not', () => {
  const incident = { occurredOn: day('2020-01-01'), place: 'calais', transporter: 'goods-vehicle', section: '32', entrants: 1 } as const
  const rules = assess({ incident, persons: [{ id: 'a', capacity: 'owner', accredited: true }, { id: 'b', capacity: 'driver', accredited: true }] }).persons.map(({ steps }) => steps.some(({ rule }) => rule === 'member-before-2023'))
  assert.deepEqual(rules, [true, false])
})

describe('the ladder says', () => {
  const stepsOf = (section: '32' | '31A', transporter: 'goods-vehicle' | 'detached-trailer') => assess({
    incident: { occurredOn: on, place: 'calais', transporter, section, entrants: 2 },
    persons: [{ id: 'a', capacity: transporter === 'goods-vehicle' ? 'driver' : 'operator', underContractWith: 'b' }, { id: 'b', capacity: 'owner' }],
  }).persons.flatMap(({ steps }) => steps)
  const citeOf = (section: '32' | '31A', rule: string, transporter: 'goods-vehicle' | 'detached-trailer' = 'goods-vehicle') => stepsOf(section, transporter).find((step) => step.rule === rule)?.cite.split(' ').at(-1)

  test('that knowledge does not matter, under its own subsection', () => assert.equal(citeOf('32', 'knowledge'), 's.32(7)'))
  test('that nobody need have been found, where the vehicle was not secured', () => assert.equal(citeOf('31A', 'per-entrant'), 's.31A(3)'))
  test('under which words an owner answers for a driver, and for the operator of a trailer', () => {
    assert.deepEqual([citeOf('32', 'joint-liability'), citeOf('32', 'joint-liability', 'detached-trailer')], ['s.32(4)', 's.32(4A)'])
    assert.deepEqual([citeOf('31A', 'joint-liability'), citeOf('31A', 'joint-liability', 'detached-trailer')], ['s.31A(12)', 's.31A(13)'])
  })
})

test('a person who reported is penalised only for a reason of its own', () => {
  assert.deepEqual([true, false].map((reported) => reasonNeededAgainstReporter(reported, on).value), [true, false])
})

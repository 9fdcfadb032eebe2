import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#values'
import { insecurities, securityConditionsOn } from './adequate-security.ts'
import { assess } from './assess.ts'
import { carriesPenalty, isClandestineEntrant } from './clandestine-entrant.ts'
import { isGoodsVehicle } from './goods-vehicle.ts'
import { complianceOf } from './compliance.ts'
import { actionsAsked } from './own-actions.ts'
import type { AssessedPerson, AssessmentInput, Incident, PersonAssessment } from '../assessment.ts'

const on = day('2024-06-01')
const insecure: Incident = { occurredOn: on, place: 'calais', transporter: 'goods-vehicle', section: '31A' }
const carrying: Incident = { ...insecure, section: '32', entrants: 1 }
const driver: AssessedPerson = { id: 'driver', capacity: 'driver' }
const owner: AssessedPerson = { id: 'owner', capacity: 'owner' }
const hirer: AssessedPerson = { id: 'hirer', capacity: 'hirer' }

function verdicts(input: AssessmentInput): object {
  return assess(input).persons.map(({ liable, reasonCode }: PersonAssessment) => (liable ? 'liable' : reasonCode))
}

describe('the liability and bars of section 9.3', () => {
  test('L01: a private car with its boot unlocked and nobody inside is reached by neither section', () => {
    assert.equal(isGoodsVehicle({ on, isForGoods: false, isUsedCommercially: false }).value, false)
    assert.deepEqual(verdicts({ incident: { ...insecure, transporter: 'other-vehicle' }, persons: [driver] }), ['not-a-goods-vehicle'])
    assert.deepEqual(verdicts({ incident: { ...carrying, transporter: 'other-vehicle', entrants: 0 }, persons: [driver] }), ['no-clandestine-entrant'])
  })

  test('L01: nor is a private van in private use, or a coach, a goods vehicle', () => {
    assert.equal(isGoodsVehicle({ on, isForGoods: true, isUsedCommercially: false }).value, false)
    assert.equal(isGoodsVehicle({ on, isForGoods: true, isUsedCommercially: true }).value, true)
    assert.deepEqual(verdicts({ incident: { ...insecure, transporter: 'bus' }, persons: [driver] }), ['not-a-goods-vehicle'])
  })

  test('L02: an empty trailer left unsealed, the last check skipped: both limbs, so liable', () => {
    const question = { transporter: 'goods-vehicle', capacity: 'driver', isHired: false, on } as const
    const shown = actionsAsked(question).value.map(({ id }) => id).filter((id) => id !== '2C(5)')
    assert.deepEqual(complianceOf(question, shown.map((id) => ({ id, standing: 'shown' }))).value.notShown.map(({ id }) => id), ['2C(5)'])
    assert.deepEqual(insecurities({ on, longestUnrepairedDamageMm: 0, broken: ['b'] }).value.map(({ id }) => id), ['b'])
    assert.deepEqual(verdicts({ incident: insecure, persons: [driver] }), ['liable'])
  })

  test('L03: insecure, but the driver took every action: the second limb fails', () => {
    assert.deepEqual(verdicts({ incident: insecure, persons: [{ ...driver, complied: true }] }), ['took-own-actions'])
  })

  test('an adequately secured vehicle fails the first limb', () => {
    assert.deepEqual(verdicts({ incident: { ...insecure, adequatelySecured: true }, persons: [driver, owner] }), ['adequately-secured', 'adequately-secured'])
  })

  test('L05: no second penalty for the same journey', () => {
    assert.deepEqual(verdicts({ incident: { ...insecure, place: 'Dover' }, persons: [{ ...driver, penalisedAtControl: true }] }), ['penalised-at-control'])
  })

  test('L06: a section 32 penalty bars section 31A for that person only', () => {
    const persons = [{ ...driver, penalisedUnderOtherSection: true }, owner]
    assert.deepEqual(verdicts({ incident: insecure, persons }), ['penalised-under-other-section', 'liable'])
  })

  test('L06: and a section 31A penalty bars section 32', () => {
    assert.deepEqual(verdicts({ incident: carrying, persons: [{ ...driver, penalisedUnderOtherSection: true }] }), ['penalised-under-other-section'])
  })

  test('L06: the bar is on the person, so an owner-driver is barred in both capacities by a penalty in one', () => {
    const persons = [{ id: 'a', capacity: 'driver', penalisedUnderOtherSection: true }, { id: 'a', capacity: 'owner' }, hirer] as const
    assert.deepEqual(verdicts({ incident: insecure, persons }), ['penalised-under-other-section', 'penalised-under-other-section', 'liable'])
  })

  test('L07: duress of the driver excuses owner and hirer too when entrants were carried', () => {
    const persons = [{ ...driver, duress: true }, owner, hirer]
    assert.deepEqual(verdicts({ incident: carrying, persons }), ['duress', 'duress-of-another', 'duress-of-another'])
  })

  test('L08: duress excuses that person alone when the vehicle was not secured', () => {
    assert.deepEqual(verdicts({ incident: insecure, persons: [{ ...driver, duress: true }, owner] }), ['duress', 'liable'])
  })

  const found = { on, route: 'b', claimsAsylum: true, evadesControl: false, isCarriageShown: true } as const

  test('L09: a concealed person who claims asylum at Coquelles is a clandestine entrant', () => {
    assert.equal(isClandestineEntrant(found).value, true)
    assert.equal(isClandestineEntrant({ ...found, claimsAsylum: false }).value, false)
    assert.equal(isClandestineEntrant({ ...found, claimsAsylum: false, evadesControl: true }).value, true)
  })

  test('L10: a concealed child who claims nothing carries a penalty of its own', () => {
    const child = { ...found, claimsAsylum: false, isConcealedWithEntrant: true }
    assert.equal(isClandestineEntrant(child).value, false)
    assert.equal(carriesPenalty(child).value, true)
  })

  test('L11: people seen near a lorry, with no proof that it carried them, carry none', () => {
    assert.equal(carriesPenalty({ ...found, isCarriageShown: false }).value, false)
  })

  test('the route by ship inside a vehicle is open only since 13 February 2023', () => {
    assert.equal(isClandestineEntrant({ ...found, route: 'c', on: day('2023-02-12') }).value, false)
    assert.equal(isClandestineEntrant({ ...found, route: 'c', on: day('2023-02-13') }).value, true)
  })

  test('L12: a tear of 25.0 cm is within the length, one of 25.1 cm is beyond it', () => {
    assert.deepEqual(insecurities({ on, longestUnrepairedDamageMm: 250, broken: [] }).value, [])
    assert.deepEqual(insecurities({ on, longestUnrepairedDamageMm: 251, broken: [] }).value.map(({ id }) => id), ['a'])
  })

  test('somebody found inside is enough for a vehicle not to have been secured', () => {
    assert.deepEqual(insecurities({ on, longestUnrepairedDamageMm: 0, broken: [], peopleAboard: true }).value.map(({ id }) => id), ['k'])
  })

  test('nothing is looked at before the section existed', () => {
    assert.deepEqual(['2023-02-12', '2023-02-13'].map((each) => securityConditionsOn(day(each)).length), [0, 11])
  })

  test('L14: 12 and 13 February 2023', () => {
    const before = { ...carrying, occurredOn: day('2023-02-12') }
    const since = { ...carrying, occurredOn: day('2023-02-13') }
    assert.equal(assess({ incident: before, persons: [driver] }).caps.perPersonPence, 200_000)
    assert.equal(assess({ incident: since, persons: [driver] }).caps.perPersonPence, 1_000_000)
    assert.deepEqual(verdicts({ incident: { ...before, section: '31A' }, persons: [driver] }), ['section-not-in-force'])
    assert.deepEqual(verdicts({ incident: { ...since, section: '31A' }, persons: [driver] }), ['liable'])
  })
})

describe('who is responsible', () => {
  test('a driver is not responsible for a detached trailer, nor an operator for a lorry', () => {
    const operator: AssessedPerson = { id: 'operator', capacity: 'operator' }
    assert.deepEqual(verdicts({ incident: { ...carrying, transporter: 'detached-trailer' }, persons: [driver, operator] }), ['not-responsible-in-this-capacity', 'liable'])
    assert.deepEqual(verdicts({ incident: carrying, persons: [operator] }), ['not-responsible-in-this-capacity'])
  })

  test('where there is a hirer, the keeper’s duties are the hirer’s', () => {
    const ids = (capacity: 'owner' | 'hirer', isHired: boolean): readonly string[] =>
      actionsAsked({ transporter: 'goods-vehicle', capacity, isHired, on }).value.map(({ id }) => id)
    assert.ok(ids('owner', false).includes('2B(2)'))
    assert.ok(!ids('owner', true).includes('2B(2)'))
    assert.ok(ids('hirer', true).includes('2B(2)'))
  })

  test('a driver’s missing check is never among the owner’s duties', () => {
    const asked = actionsAsked({ transporter: 'goods-vehicle', capacity: 'owner', isHired: false, on }).value.map(({ id }) => id)
    assert.ok(!asked.includes('2C(2)') && !asked.includes('2E(3)'))
  })
})

describe('before 13 February 2023', () => {
  const answer = assess({ incident: { ...carrying, occurredOn: day('2022-05-01'), entrants: 21 }, persons: [owner, driver] })

  test('only the bounds are given: £2,000 for one person and £4,000 in all, for each entrant', () => {
    assert.equal(answer.regime, 'PRE_2023')
    assert.equal(answer.caps.perPersonPence, 200_000)
    assert.equal(answer.caps.statutoryPence, 21 * 400_000)
    assert.deepEqual(answer.flags, ['PRE_2023_BOUNDS'])
  })

  test('no amount is computed', () => {
    assert.equal(answer.aggregatePence, null)
    assert.deepEqual(answer.persons.map(({ startingPointPence, totalPence }) => [startingPointPence, totalPence]), [[null, null], [null, null]])
  })
})

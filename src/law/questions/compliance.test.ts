import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#values'
import { assess } from './assess.ts'
import { complianceOf, type ActionFound, type ActionStanding } from './compliance.ts'
import { nearestFacts } from './nearest-facts.ts'
import { actionsAsked, areActionsAsked, type DutyQuestion } from './own-actions.ts'
import type { AssessedPerson, Capacity, Transporter } from '../assessment.ts'

const on = day('2024-06-01')
const asks = (capacity: Capacity, { transporter = 'goods-vehicle', isHired = false }: Partial<DutyQuestion> = {}): DutyQuestion => ({ transporter, capacity, isHired, on })
const idsFor = (question: DutyQuestion): readonly string[] => actionsAsked(question).value.map(({ id }) => id)
const all = (question: DutyQuestion, standing: ActionStanding, except: Readonly<Record<string, ActionStanding>> = {}): readonly ActionFound[] =>
  idsFor(question).map((id) => ({ id, standing: except[id] ?? standing }))
const missing = (question: DutyQuestion, found: readonly ActionFound[]): readonly string[] => complianceOf(question, found).value.notShown.map(({ id }) => id)

describe('whether one person complied', () => {
  test('is judged on every action asked of that person', () => {
    const driver = asks('driver')
    assert.deepEqual(complianceOf(driver, all(driver, 'shown')).value, { complied: true, notShown: [] })
    assert.deepEqual(missing(driver, all(driver, 'shown', { '2C(2)': 'not-shown' })), ['2C(2)'])
  })
  test('what nobody looked at is not shown: the person has to be able to show it', () => {
    assert.deepEqual(missing(asks('owner'), []), idsFor(asks('owner')))
  })
  test('an action without occasion is no failure, but the last check before the control always has one', () => {
    const driver = asks('driver')
    assert.deepEqual(missing(driver, all(driver, 'shown', { '2C(4)': 'did-not-arise', '2C(5)': 'did-not-arise' })), ['2C(5)'])
  })
  test('KLG: the driver’s stop checks and records are no action of the owner’s', () => {
    const owner = asks('owner')
    assert.equal(complianceOf(owner, all(owner, 'shown', { '2C(2)': 'not-shown', '2E(3)': 'not-shown' })).value.complied, true)
    assert.ok(complianceOf(owner, []).under.some(({ cite }) => cite.startsWith('KLG Trucking')))
  })
})

describe('what is asked of whom', () => {
  test('with a hirer, what is asked of the keeper is asked of the hirer, and what is asked of both of both', () => {
    const bus = (capacity: Capacity, isHired: boolean): readonly string[] => idsFor(asks(capacity, { transporter: 'bus', isHired }))
    assert.ok(bus('owner', false).includes('3B(2)') && !bus('owner', true).includes('3B(2)') && bus('hirer', true).includes('3B(2)'))
    assert.ok(bus('owner', true).includes('3B(3)') && bus('hirer', true).includes('3B(3)'))
  })
  test('the list of passengers is the bus driver’s', () => {
    assert.ok(idsFor(asks('driver', { transporter: 'bus' })).includes('3E, passenger list'))
    assert.ok(!idsFor(asks('owner', { transporter: 'bus' })).includes('3E, passenger list'))
  })
  test('the operator of a detached trailer stands in the driver’s place', () => {
    assert.deepEqual(idsFor(asks('operator', { transporter: 'detached-trailer' })), idsFor(asks('driver')))
  })
  test('a car’s people keep no records', () => {
    assert.ok(!idsFor(asks('driver', { transporter: 'other-vehicle' })).some((id) => /2E|3E/.test(id)))
  })
  test('nothing is asked in this way before 13 February 2023', () => {
    const asked = (transporter: Transporter) => ['2023-02-12', '2023-02-13'].map((each) => areActionsAsked(transporter, day(each)))
    for (const transporter of ['goods-vehicle', 'bus', 'other-vehicle'] as const) assert.deepEqual(asked(transporter), [false, true])
  })
})

describe('actions that were not shown', () => {
  const incident = { occurredOn: on, place: 'calais', transporter: 'goods-vehicle', entrants: 2 } as const
  const driver: AssessedPerson = { id: 'a', capacity: 'driver', complied: false, actionsNotShown: ['2C(2)', '2E(3)'] }

  test('are named where the reduction is refused, and under section 31A where the second limb is met', () => {
    const stepOf = (section: '32' | '31A', rule: string) => assess({ incident: { ...incident, section }, persons: [driver] }).persons[0]?.steps.find((step) => step.rule === rule)
    assert.match(stepOf('32', 'DSC-2')?.text ?? '', /reg\. 3A\): 2C\(2\); 2E\(3\)\.$/)
    assert.match(stepOf('31A', 'second-limb')?.textFr ?? '', /2C\(2\); 2E\(3\)/)
  })
  test('are what would change the result, by name', () => {
    const complied = nearestFacts({ incident: { ...incident, section: '32' }, persons: [driver] }).find(({ fact }) => fact === 'complied')
    assert.match(complied?.text ?? '', /Shown as well.*: 2C\(2\); 2E\(3\)$/)
    assert.equal(complied?.totalPence, 600_000)
  })
  test('move no amount by themselves', () => {
    const total = (facts: Partial<AssessedPerson>) => assess({ incident: { ...incident, section: '32' }, persons: [{ ...driver, ...facts }] }).aggregatePence
    assert.equal(total({}), total({ actionsNotShown: undefined }))
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { actionsAsked } from '#law'
import { aCase, aDriver, anOwner, caseworker } from '#test/penalties'
import { day } from '#values'
import { assessmentInput } from '../assessment/assessment-input.ts'
import type { Person } from '../person/person.ts'
import { compliedFinding, dutiesOf } from './compliance-of.ts'
import { judgeActions } from './judge-actions.ts'
import type { JudgedAction, JudgedActions } from './judged-actions.ts'

const owner = anOwner()
const asked = (person: Person, persons: readonly Person[] = [person]) => actionsAsked(dutiesOf(aCase(), person, persons)).value
const allShown = (person: Person): readonly JudgedAction[] => asked(person).map(({ id }) => ({ id, standing: 'shown', evidence: 'Checklist of 9 January' }))
const judging = (found: readonly JudgedAction[]): JudgedActions => ({ found, reasons: 'Read one by one.', judgedBy: caseworker, judgedOn: day('2024-02-01') })
const judgedSo = (person: Person, found: readonly JudgedAction[]): Person => ({ ...person, facts: { ...person.facts, actions: judging(found) } })
const except = (found: readonly JudgedAction[], change: Readonly<Record<string, Partial<JudgedAction>>>): readonly JudgedAction[] => found.map((each) => ({ ...each, ...change[each.id] }))

describe('judging the actions of one person', () => {
  test('keeps findings about that person’s own actions and about nobody else’s', () => {
    const foreign: JudgedAction = { id: '2C(2)', standing: 'not-shown', evidence: '' }
    const decision = judgeActions(owner, aCase(), [owner], judging([...allShown(owner), foreign]))
    assert.partialDeepStrictEqual(decision, { events: [{ type: 'actions-judged', actions: { found: allShown(owner) } }] })
  })
  test('needs evidence for what is shown and none for what is not', () => {
    assert.partialDeepStrictEqual(judgeActions(owner, aCase(), [owner], judging(except(allShown(owner), { '2B(2)': { evidence: ' ' } }))), { refused: 'evidence-needed' })
    assert.partialDeepStrictEqual(judgeActions(owner, aCase(), [owner], judging(except(allShown(owner), { '2B(2)': { standing: 'not-shown', evidence: '' } }))), { events: [{}] })
  })
  test('does not take it that the last check before the control had no occasion', () => {
    const driver = aDriver()
    assert.partialDeepStrictEqual(judgeActions(driver, aCase(), [driver], judging(except(allShown(driver), { '2C(5)': { standing: 'did-not-arise' } }))), { refused: 'always-has-occasion' })
    assert.partialDeepStrictEqual(judgeActions(driver, aCase(), [driver], judging(except(allShown(driver), { '2C(4)': { standing: 'did-not-arise' } }))), { events: [{}] })
  })
  test('is refused without reasons, without a finding, on a closed case and for conduct before the reform', () => {
    const refusedFor = (found = aCase(), judged = judging(allShown(owner))) => judgeActions(owner, found, [owner], judged)
    assert.deepEqual(refusedFor(aCase(), { ...judging(allShown(owner)), reasons: ' ' }), { refused: 'reasons-needed' })
    assert.deepEqual(refusedFor(aCase(), judging([])), { refused: 'nothing-judged' })
    assert.deepEqual(refusedFor({ ...aCase(), stage: 'closed' }), { refused: 'case-closed' })
    assert.deepEqual(refusedFor(aCase({ occurredOn: day('2023-02-12') })), { refused: 'no-actions-before-2023' })
  })
})

describe('what the law is told', () => {
  const told = (person: Person, persons: readonly Person[] = [person]) => assessmentInput(aCase(), persons, { section: '32' }).persons.find(({ id }) => id === person.partyId)

  test('is that a person complied once every action was shown or had no occasion', () => {
    assert.partialDeepStrictEqual(told(judgedSo(owner, allShown(owner))), { complied: true })
  })
  test('names the actions that were not', () => {
    const missed = except(allShown(owner), { '2E(2)': { standing: 'not-shown' } })
    assert.partialDeepStrictEqual(told(judgedSo(owner, missed)), { complied: false, actionsNotShown: ['2E(2)'] })
  })
  test('goes by the actions even where somebody had judged the whole otherwise', () => {
    const complied = { found: true, evidence: 'A letter', reasons: 'It says so.' }
    const person = judgedSo(anOwner({ complied }), except(allShown(owner), { '2B(3)': { standing: 'not-shown' } }))
    assert.equal(told(person)?.complied, false)
    assert.equal(compliedFinding(aCase(), person, [person])?.found, false)
  })
  test('follows when a hirer joins the case and takes the keeper’s actions over', () => {
    const person = judgedSo(owner, except(allShown(owner), { '2B(2)': { standing: 'not-shown' } }))
    const hirer: Person = { ...anOwner(), id: 'hirer', partyId: 'hirer', capacity: 'hirer' }
    assert.equal(told(person)?.complied, false)
    assert.equal(told(person, [person, hirer])?.complied, true)
  })
})

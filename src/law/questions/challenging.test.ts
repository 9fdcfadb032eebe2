import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '#values'
import { appealMayEndIn, codesWeighedOnAppeal, courtFor, groundsToChallenge, objectionMayEndIn } from './challenging.ts'
import { accruesInterest, isRecoverable } from './debt.ts'
import { mayServeBy, noticeMustSay } from './notice-content.ts'
import { capacitiesAnswering, capacityMeanings } from './capacities.ts'
import { barOfOtherSection, maximumAsked, powerToPenalise } from './decision-rests-on.ts'
import { isControlZone, powerToHandOver } from './places.ts'
import { termsOn } from './standard-checks.ts'
import { logging } from './what-is-logged.ts'
import { heardBeforeDecision, neededToDecide } from './who-decides.ts'

const on = day('2024-06-01')
const [lastOfOld, firstOfNew] = [day('2023-02-12'), day('2023-02-13')]

describe('challenging a penalty', () => {
  test('is for want of liability or for the amount', () => assert.deepEqual(groundsToChallenge(on).value, ['not-liable', 'amount-too-high']))
  test('before us may end in an increase, before the court never', () => {
    assert.ok(objectionMayEndIn(on).value.includes('increase'))
    assert.ok(objectionMayEndIn(on).under.some(({ cite }) => cite.endsWith('s.35(7)(b)')))
    assert.deepEqual(appealMayEndIn(on).value, ['cancel', 'reduce', 'dismiss'])
  })
  test('goes to the sheriff in Scotland and to a county court elsewhere', () => {
    assert.deepEqual((['england-and-wales', 'northern-ireland', 'scotland'] as const).map((nation) => courtFor(nation, on).value), ['county-court', 'county-court', 'sheriff'])
  })
  test('is weighed by the code in effect at the hearing', () => {
    assert.deepEqual([lastOfOld, firstOfNew].map((each) => codesWeighedOnAppeal(each).value), [{ onAmounts: null, onPrevention: true }, { onAmounts: 'S.I. 2023/30', onPrevention: false }])
  })
})

describe('a notice', () => {
  test('says four things, and since the reform is issued in time as well', () => {
    assert.deepEqual([lastOfOld, firstOfNew].map((each) => noticeMustSay(each).value.map(({ id }) => id).join('')), ['abcd', 'abcde'])
  })
  test('may go by e-mail only since the reform', () => {
    assert.deepEqual([lastOfOld, firstOfNew].map((each) => mayServeBy('email', each).value), [false, true])
    assert.equal(mayServeBy('post', lastOfOld).value, true)
  })
})

describe('a penalty as a debt', () => {
  test('is recoverable from the day after the last day to pay, and never while that day is open', () => {
    assert.deepEqual([isRecoverable(on, on).value, isRecoverable(on, day('2024-06-02')).value, isRecoverable(null, day('2030-01-01')).value], [false, true, false])
  })
  test('bears no interest until a court has given judgment', () => {
    assert.deepEqual([accruesInterest(null, on).value, accruesInterest(day('2024-06-02'), on).value, accruesInterest(on, on).value], [false, false, true])
  })
})

describe('who answers, and as what', () => {
  test('a detached trailer has an operator where a vehicle has a driver', () => {
    assert.ok(capacitiesAnswering('detached-trailer', on).value.includes('operator') && !capacitiesAnswering('detached-trailer', on).value.includes('driver'))
  })
  test('under hire-purchase the owner is whoever has possession', () => {
    assert.match(capacityMeanings(on).value.find(({ id }) => id === 'owner')?.words.en ?? '', /hire-purchase, whoever has possession/)
  })
})

describe('what a decision rests on', () => {
  test('a power, a maximum and a bar for each section', () => {
    assert.deepEqual((['32', '31A'] as const).map((section) => [powerToPenalise(section).cite, maximumAsked(section)[0]?.cite, barOfOtherSection(section).cite].map((cite) => cite?.split(' ').at(-1))), [['s.32(2)', '3', 's.32(6B)'], ['s.31A(1)', '2F', 's.31A(11)']])
  })
  test('a named officer with reasons who was shown the facts: never a computation alone', () => {
    assert.deepEqual(neededToDecide(on).value.map(({ id }) => id), ['named-officer', 'reasons', 'inputs-shown'])
  })
})

describe('places', () => {
  test('Calais became a control zone on 1 March 2004; Dover is none', () => {
    assert.deepEqual(['2004-02-29', '2004-03-01'].map((each) => isControlZone('Calais', day(each)).value), [false, true])
    assert.equal(isControlZone('Dover', on).value, false)
  })
  test('the power to hand people over is that of the ports, not of Coquelles', () => {
    assert.deepEqual([powerToHandOver('coquelles').length, powerToHandOver('calais').length > 0], [0, true])
  })
})

test('logs hold six kinds of acts, a look says why, and they have four uses', () => {
  const { acts, reasonNeeded, onlyFor } = logging(on).value
  assert.deepEqual([acts.length, reasonNeeded, onlyFor.length], [6, true, 4])
})

test('the words of the regulations are explained since the reform', () => assert.ok(termsOn(firstOfNew).value.some(({ id }) => id === 'optimal-method')))

test('before anybody decides, driver and company are asked, and nobody has to answer an officer', () => {
  const heard = heardBeforeDecision(day('2024-06-01')).value
  assert.deepEqual(heard.map(({ id }) => id), ['interview', 'papers', 'letter'])
  assert.match(heard[0]?.words.en ?? '', /need not answer/)
})

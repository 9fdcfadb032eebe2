import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#platform/identity'
import { aCase, aPenaltyIssuedOn, caseworker, eventsOf, seniorOfficer } from '#test/penalties'
import { day } from '#values'
import { closeByItself, closeCase } from '../case/close-case.ts'
import { actionsInFile } from '../file/actions-in-file.ts'
import { emptyFile } from '../file/file-of-case.ts'
import { evolveFlag, flagsThatStop, standsOn, stopsAutomaticSteps, type Flag, type FlagEvent } from './flag.ts'
import { lowerFlag, raiseFlag, reviewFlag, type Raising } from './raise-flag.ts'

const raising = (change: Partial<Raising> = {}): Raising => ({
  flagId: newId(), kind: 'vulnerability', personId: null, reasons: 'She is in hospital', fromOn: day('2024-05-01'), untilOn: null, reviewOn: day('2024-05-29'), raisedBy: caseworker, ...change,
})
const aFlag = (change: Partial<Raising> = {}): Flag => folded(undefined, eventsOf(raiseFlag(aCase(), [], raising(change))))
const folded = (flag: Flag | undefined, events: readonly FlagEvent[]): Flag => events.reduce<Flag | undefined>(evolveFlag, flag) ?? assert.fail()

describe('a flag', () => {
  test('stands from its first day to its last, and no longer', () => {
    const flag = aFlag({ untilOn: day('2024-05-31') })
    assert.deepEqual(['2024-04-30', '2024-05-01', '2024-05-31', '2024-06-01'].map((on) => standsOn(flag, day(on))), [false, true, true, false])
  })
  test('needs reasons, and a later day within half a year on which somebody looks again', () => {
    assert.deepEqual(raiseFlag(aCase(), [], raising({ reasons: ' ' })), { refused: 'reasons-needed' })
    for (const reviewOn of ['2024-05-01', '2024-11-01']) assert.deepEqual(raiseFlag(aCase(), [], raising({ reviewOn: day(reviewOn) })), { refused: 'flag-needs-a-review' })
    assert.equal(eventsOf(raiseFlag(aCase(), [], raising({ reviewOn: day('2024-10-31') }))).length, 1)
  })
  test('stands once of a kind for a person', () => {
    assert.deepEqual(raiseFlag(aCase(), [aFlag()], raising()), { refused: 'flag-stands-already' })
    assert.equal(eventsOf(raiseFlag(aCase(), [aFlag()], raising({ kind: 'press' }))).length, 1)
  })
  test('is asked for on the day of its review, and not the day before', () => {
    const asked = (on: string) => actionsInFile(aCase(), { ...emptyFile, flags: [aFlag()] }, day(on)).map(({ code }) => code)
    assert.deepEqual([asked('2024-05-28'), asked('2024-05-29')], [[], ['review-flag']])
    const looked = folded(aFlag(), eventsOf(reviewFlag(aFlag(), { on: day('2024-05-29'), reasons: 'Still there', reviewOn: day('2024-06-20'), by: seniorOfficer })))
    assert.deepEqual([looked.reviewOn, looked.reviews.length], ['2024-06-20', 1])
  })
  test('for a vulnerable person is lowered by another officer than the one who raised it', () => {
    const lowering = (by: typeof caseworker) => ({ on: day('2024-05-10'), reasons: 'She is home', by })
    assert.deepEqual(lowerFlag(aFlag(), lowering(caseworker)), { refused: 'flag-raised-by-the-same-person' })
    assert.equal(eventsOf(lowerFlag(aFlag({ kind: 'hold' }), lowering(caseworker))).length, 1)
    const down = folded(aFlag(), eventsOf(lowerFlag(aFlag(), lowering(seniorOfficer))))
    assert.equal(standsOn(down, day('2024-05-10')), false)
    assert.deepEqual(lowerFlag(down, lowering(seniorOfficer)), { refused: 'flag-is-down' })
  })
})

describe('while a flag stands', () => {
  const issued = aPenaltyIssuedOn('2024-03-01')
  const today = day('2024-05-10')
  test('nobody it is about is chased, and others are', () => {
    const other = { id: 'other', personId: 'somebody-else' }
    assert.deepEqual([issued, other].filter((penalty) => flagsThatStop([aFlag({ personId: issued.personId })], penalty, today).length > 0).map(({ id }) => id), [issued.id])
    assert.deepEqual([issued, other].filter((penalty) => flagsThatStop([aFlag({ kind: 'hold' })], penalty, today).length > 0).map(({ id }) => id), [issued.id, 'other'])
  })
  test('press and safety warn without stopping recovery', () => {
    assert.deepEqual([issued].filter((penalty) => flagsThatStop([aFlag({ kind: 'press' }), aFlag({ kind: 'safety' })], penalty, today).length > 0).map(({ id }) => id), [])
    assert.equal(stopsAutomaticSteps([aFlag({ kind: 'press' })], today), true)
  })
  test('the case does not close by itself, and a person may still close it', () => {
    const ended = { ...issued, stage: 'cancelled' as const }
    const standing = { penalties: [ended], isUnderAppeal: false, isVehicleHeld: false, isFlagged: true }
    assert.deepEqual(closeByItself({ ...aCase(), stage: 'decided' }, standing, day('2024-06-01')), { refused: 'flag-stops-automatic-steps' })
    assert.equal(eventsOf(closeCase({ ...aCase(), stage: 'decided' }, standing, day('2024-06-01'))).length, 1)
  })
})

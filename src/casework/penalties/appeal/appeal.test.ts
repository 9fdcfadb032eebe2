import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused, type Decision, type Happening } from '#platform/decisions'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { aDatabase } from '#test/database'
import { aPenaltyDecided, aPenaltyIssuedOn, seniorOfficer } from '#test/penalties'
import { day, noPence, pounds, type CalendarDate } from '#values'
import { caseStateOf } from '../case/case-state.store.ts'
import { readCase } from '../case/case.store.ts'
import { closeCaseOf } from '../case/close-case.store.ts'
import { requiredActions } from '../case/required-actions.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import type { Appeal } from './appeal.ts'
import { appealsOfCase, appealThing, readAppeal } from './appeal.store.ts'
import { changeAppeal, concludeAppealOf, lodgeAppealOf } from './change-appeal.store.ts'
import { concludeAppeal, heardAgain, type Concluding } from './conclude-appeal.ts'
import { closeDiaryEntry, noteInDiary } from './keep-diary.ts'
import { lodgeAppeal, type Lodging } from './lodge-appeal.ts'

const today = day('2024-06-01')
const aPenaltyIssued = () => aPenaltyIssuedOn('2024-03-01')
const codeOf = (decision: Decision<Happening>): string => (isRefused(decision) ? decision.refused : decision.events.map(({ type }) => type).join())
const lodging = (change: Partial<Lodging> = {}): Lodging => ({
  appealId: newId(), court: 'county-court', courtName: 'County Court at Canterbury', claimNumber: 'K00CT123', appellant: 'A. Marin', grounds: 'both', summary: 'The checks were done',
  lodgedOn: day('2024-03-29'), servedOn: day('2024-04-02'), today, ...change,
})
const lodged = (on: string) => lodgeAppeal(aPenaltyIssued(), [], lodging({ lodgedOn: day(on), servedOn: day(on) }))

describe('an appeal against a notice of 1 March 2024', () => {
  test('is in time on the 28th day, and late the day after, recorded all the same', () => {
    assert.partialDeepStrictEqual(lodged('2024-03-29'), { events: [{ type: 'appeal-lodged' }] })
    assert.partialDeepStrictEqual(lodged('2024-03-30'), { events: [{ type: 'appeal-lodged', standing: 'late' }] })
  })
  test('is in time on one reading only after the 21st day, and the court decides', () => {
    assert.partialDeepStrictEqual(lodged('2024-03-22'), { events: [{ standing: 'in-time' }] })
    assert.partialDeepStrictEqual(lodged('2024-03-23'), { events: [{ standing: 'late-on-one-reading' }] })
  })
  test('needs a notice, and is the only one open', () => {
    assert.equal(codeOf(lodgeAppeal(aPenaltyDecided(), [], lodging())), 'nothing-to-appeal')
    const penalty = aPenaltyIssued()
    assert.equal(codeOf(lodgeAppeal(penalty, [{ penaltyId: penalty.id, conclusion: null } as Appeal], lodging())), 'appeal-already-open')
  })
  test('cannot have been served before it was lodged, nor tomorrow', () => {
    assert.equal(codeOf(lodgeAppeal(aPenaltyIssued(), [], lodging({ servedOn: day('2024-03-28') }))), 'served-before-lodged')
    assert.equal(codeOf(lodgeAppeal(aPenaltyIssued(), [], lodging({ servedOn: day('2024-06-02') }))), 'served-in-future')
  })
})

const appeal = (change: Partial<Appeal> = {}): Appeal => ({ ...lodging(), id: '1', caseId: '2', penaltyId: '3', standing: 'in-time', follows: null, diary: [], conclusion: null, costsWaiting: null, costsPaid: [], ...change })
const concluding = (change: Partial<Concluding> = {}): Concluding => ({
  outcome: 'dismissed', amountPence: null, on: day('2024-05-30'), reasons: 'The court found the checks were not shown', costs: { whoPays: 'nobody', pence: noPence }, concludedBy: seniorOfficer, today, ...change,
})

describe('what a court decided', () => {
  const first = (change: Partial<Appeal> = {}): Appeal => appeal({ penaltyId: aPenaltyIssued().id, conclusion: { outcome: 'dismissed', beforePence: pounds(12_000), amountPence: pounds(12_000), on: day('2024-05-01'), reasons: 'Not shown', costs: { whoPays: 'nobody', pence: noPence }, concludedBy: seniorOfficer }, ...change })
  const further = (change: Partial<Lodging> = {}, others = [first()]) => lodgeAppeal(aPenaltyIssued(), others, lodging({ court: 'high-court', courtName: 'High Court', follows: '1', lodgedOn: day('2024-05-20'), servedOn: day('2024-05-22'), ...change }))
  test('is taken further to a higher court, whose time limit is not ours to judge', () => assert.partialDeepStrictEqual(further(), { events: [{ standing: 'taken-further', follows: '1' }] }))
  test('is not taken further before it was decided, where nothing was, or to a higher court at once', () => {
    assert.equal(codeOf(further({ lodgedOn: day('2024-04-30') })), 'lodged-before-decision')
    assert.equal(codeOf(further({ follows: 'another' })), 'no-decision-to-take-further')
    assert.equal(codeOf(further({ follows: null })), 'not-a-first-court')
  })
  test('is taken further by us where it cancelled the penalty', () => {
    const cancelled = { ...aPenaltyIssued(), stage: 'cancelled' as const }
    assert.equal(codeOf(lodgeAppeal(cancelled, [first()], lodging({ court: 'high-court', follows: '1', appellant: 'The Secretary of State', lodgedOn: day('2024-05-20'), servedOn: day('2024-05-22') }))), 'appeal-lodged')
  })
  test('is sent back only by a court that hears the decision of another, and the first then hears it again', () => {
    assert.equal(codeOf(concludeAppeal(appeal(), aPenaltyIssued(), concluding({ outcome: 'remitted' }))), 'nothing-to-send-back')
    const higher = appeal({ id: '9', court: 'high-court', courtName: 'High Court', standing: 'taken-further', follows: '1' })
    assert.partialDeepStrictEqual(concludeAppeal(higher, aPenaltyIssued(), concluding({ outcome: 'remitted' })), { events: [{ conclusion: { amountPence: aPenaltyIssued().amountPence } }] })
    assert.partialDeepStrictEqual(heardAgain(first(), higher, { appealId: '10', on: day('2024-05-30'), reasons: 'Wrong test' }), { court: 'county-court', claimNumber: 'K00CT123', follows: '9', summary: 'Sent back by High Court: Wrong test' })
  })
})

describe('the court', () => {
  const outcome = (change: Partial<Concluding>) => concludeAppeal(appeal(), aPenaltyIssued(), concluding(change))
  test('cannot increase, nor reduce to what stands already', () => {
    const amount = aPenaltyIssued().amountPence ?? noPence
    assert.equal(codeOf(outcome({ outcome: 'reduced', amountPence: pounds(1_000_000) })), 'not-a-reduction')
    assert.equal(codeOf(outcome({ outcome: 'reduced', amountPence: amount })), 'not-a-reduction')
    assert.equal(codeOf(outcome({ outcome: 'reduced', amountPence: pounds(1) })), 'appeal-concluded')
  })
  test('is never said to have decided before the appeal, or tomorrow', () => {
    assert.equal(codeOf(outcome({ on: day('2024-03-28') })), 'concluded-before-lodged')
    assert.equal(codeOf(outcome({ on: day('2024-06-02') })), 'concluded-in-future')
  })
  test('orders costs with an amount, or none', () => {
    assert.equal(codeOf(outcome({ costs: { whoPays: 'we-pay', pence: noPence } })), 'costs-and-who-pays')
    assert.equal(codeOf(outcome({ costs: { whoPays: 'nobody', pence: pounds(10) } })), 'costs-and-who-pays')
    assert.equal(codeOf(outcome({ costs: { whoPays: 'we-pay', pence: pounds(10) } })), 'appeal-concluded')
  })
  test('decides once', () => assert.equal(codeOf(concludeAppeal(appeal({ conclusion: {} as Appeal['conclusion'] }), aPenaltyIssued(), concluding())), 'appeal-concluded-already'))
})

describe('the court diary', () => {
  const entry = { id: 'a', kind: 'hearing', what: 'Final hearing', on: day('2024-09-10'), time: '14:00', whose: 'court' } as const
  test('takes an entry once, and not for a day before the appeal', () => {
    assert.equal(codeOf(noteInDiary(appeal(), entry)), 'appeal-diary-noted')
    assert.equal(codeOf(noteInDiary(appeal({ diary: [{ ...entry, closed: null }] }), entry)), '')
    assert.equal(codeOf(noteInDiary(appeal(), { ...entry, on: day('2024-03-01') })), 'diary-before-appeal')
  })
  test('closes one with what proves it, once', () => {
    const closing = { entryId: 'a', as: 'done', on: today, proof: 'Receipt 77', by: seniorOfficer, today } as const
    const noted = appeal({ diary: [{ ...entry, closed: null }] })
    assert.equal(codeOf(closeDiaryEntry(noted, closing)), 'appeal-diary-closed')
    assert.equal(codeOf(closeDiaryEntry(noted, { ...closing, proof: ' ' })), 'say-what-proves-it')
    assert.equal(codeOf(closeDiaryEntry(appeal({ diary: [{ ...entry, closed: closing }] }), closing)), 'diary-entry-closed')
  })
})

describe('an appeal in the database', async () => {
  const db = await aDatabase()
  const caseId = await aProposedCase(db)
  const penaltyId = await penaltyFor(db, caseId, 'owner')
  await decide(db, penaltyId, pounds(12_000))
  await decide(db, await penaltyFor(db, caseId, 'driver'), pounds(12_000))
  await issue(db, penaltyId)
  const asked = async (on: CalendarDate) => {
    const found = await readCase(db, caseId)
    return found === undefined ? [] : requiredActions((await caseStateOf(db, found, on)).state).map(({ code }) => code)
  }
  const one = lodging()
  let heardAgainId = ''

  test('holds recovery while it is open, and keeps the case from closing', async () => {
    assert.equal(codeOf(await lodgeAppealOf(db, penaltyId, one, bySenior)), 'appeal-lodged')
    const actions = await asked(today)
    assert.ok(actions.includes('appeal') && actions.includes('on-hold') && !actions.includes('await-payment'))
    assert.ok(['penalties-still-open', 'appeal-open'].includes(codeOf(await closeCaseOf(db, { caseId, by: bySenior, closedOn: today }))))
  })
  test('is not lodged twice', async () => assert.equal(codeOf(await lodgeAppealOf(db, penaltyId, lodging(), bySenior)), 'appeal-already-open'))
  test('that is dismissed, taken further and sent back is heard again under the first court’s number, and recovery stands still for it', async () => {
    const higher = lodging({ court: 'high-court', courtName: 'High Court', claimNumber: 'KB-1', follows: one.appealId, lodgedOn: day('2024-05-20'), servedOn: day('2024-05-20') })
    assert.equal(codeOf(await concludeAppealOf(db, one.appealId, concluding({ on: day('2024-05-10') }), bySenior)), 'appeal-concluded')
    assert.equal(codeOf(await lodgeAppealOf(db, penaltyId, higher, bySenior)), 'appeal-lodged')
    assert.equal(codeOf(await concludeAppealOf(db, higher.appealId, concluding({ outcome: 'remitted' }), bySenior)), 'appeal-concluded')
    const again = (await appealsOfCase(db, caseId)).find(({ follows }) => follows === higher.appealId) ?? assert.fail('nobody hears it again')
    assert.deepEqual([again.claimNumber, again.conclusion], ['K00CT123', null])
    assert.ok((await asked(today)).includes('appeal'))
    assert.deepEqual(await foldHistory(db, appealThing, again.id), await readAppeal(db, again.id))
    heardAgainId = again.id
  })
  test('that is conceded cancels the penalty in the same act, with its reasons, and folds to its row', async () => {
    await changeAppeal(db, { id: heardAgainId, by: bySenior }, (current) => noteInDiary(current, { id: 'a', kind: 'hearing', what: 'Hearing', on: day('2024-09-10'), time: null, whose: 'court' }))
    assert.equal(codeOf(await concludeAppealOf(db, heardAgainId, concluding({ outcome: 'conceded', reasons: 'The record was found' }), bySenior)), 'appeal-concluded')
    assert.partialDeepStrictEqual(await readPenalty(db, penaltyId), { stage: 'cancelled', amountPence: 0, ended: { why: 'Appeal conceded: The record was found' } })
    assert.deepEqual(await foldHistory(db, appealThing, heardAgainId), await readAppeal(db, heardAgainId))
    assert.ok(!(await asked(today)).includes('appeal'))
  })
})

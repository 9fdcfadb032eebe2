import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { aDatabase } from '#test/database'
import { day, instant, pounds } from '#values'
import { caseStateOf } from '../case/case-state.store.ts'
import { readCase } from '../case/case.store.ts'
import { requiredActions } from '../case/required-actions.ts'
import { named } from '../penalty/penalty.ts'
import { draftNotice } from '../notice/draft-notice.store.ts'
import { issuePenaltyNotice } from '../notice/issue-penalty-notice.store.ts'
import { recordSent } from '../service/carry-dispatch.ts'
import { changeDispatch } from '../service/change-dispatch.store.ts'
import { dispatchesOfPenalty } from '../service/dispatch.store.ts'
import { recordOutcome } from '../service/record-outcome.ts'
import { linkedNotices } from './linked-notices.store.ts'
import { returnsOfCases } from './returned-letter.store.ts'
import { leaveReturn } from './serve-again.store.ts'

const db = await aDatabase()
const [here, elsewhere] = [await aProposedCase(db), await aProposedCase(db)]
const [owner, other] = [await penaltyFor(db, here, 'owner'), await penaltyFor(db, elsewhere, 'owner')]
for (const penaltyId of [owner, other]) await decide(db, penaltyId, pounds(9_000))
await issue(db, other)

const by = { ...bySenior, at: instant('2024-03-01T10:00:00Z') }
const writing = { penaltyId: owner, on: day('2024-03-01'), demonstration: true }
await issuePenaltyNotice(db, { penaltyId: owner, issuedOn: writing.on, demonstration: true, draftRead: (await draftNotice(db, writing))?.fingerprint ?? '', by })
const [post] = await dispatchesOfPenalty(db, owner)
const id = post?.id ?? assert.fail('no letter is on its way')
await changeDispatch(db, id, by, (dispatch) => recordSent(dispatch, { on: writing.on, evidence: 'Batch 1', by: named(by), today: writing.on }))
const back = instant('2024-03-12T12:00:00Z')

async function elsewhereNow() {
  const found = (await readCase(db, elsewhere)) ?? assert.fail()
  return (await caseStateOf(db, found, day('2024-05-20'))).state
}

const isToldThere = async () => requiredActions(await elsewhereNow()).some(({ code }) => code === 'address-doubted')
const isHeldThere = async () => (await elsewhereNow()).standstills?.has(other)

describe('another notice to the same party', () => {
  test('is left alone while its letters arrive', async () => assert.deepEqual([await isToldThere(), await isHeldThere()], [false, false]))

  test('is named beside a letter that came back, and whoever works on it is told and chases nobody', async () => {
    await changeDispatch(db, id, { ...by, at: back }, (dispatch) => recordOutcome(dispatch, { code: 'moved', at: back, evidence: 'Sticker', recordedBy: named(by) }, back))
    const [returned] = await returnsOfCases(db, [here])
    assert.deepEqual((await linkedNotices(db, returned ?? assert.fail())).map(({ penaltyId, sameAddress }) => [penaltyId, sameAddress]), [[other, true]])
    assert.deepEqual([await isToldThere(), await isHeldThere()], [true, true])
  })

  test('goes on once what came back has been settled', async () => {
    const [returned] = await returnsOfCases(db, [here])
    await leaveReturn(db, returned?.id ?? '', 'The company confirmed by telephone that it has the notice', { ...by, at: back })
    assert.deepEqual([await isToldThere(), await isHeldThere()], [false, false])
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aDatabase } from '#test/database'
import { aProposedCase, anOpenCase, bySenior, decide, penaltyFor, propose } from '#test/a-proposed-case'
import { aPenaltyDecided, aPenaltyProposed, after, caseworker, eventsOf, seniorOfficer } from '#test/penalties'
import { day, pounds } from '#values'
import { caseThing, readCase } from '../case/case.store.ts'
import { foldHistory } from '#platform/events'
import { decideNoneAsBarred } from '../decision/decide-none-as-barred.ts'
import { nearestDay } from '../deadline/current-clock.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penaltiesOfCase, penaltyThing, readPenalty } from '../penalty/penalty.store.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

const db = await aDatabase()
const withdrawing = { reasons: 'Wrong section', withdrawnBy: caseworker, withdrawnOn: day('2024-01-15') }
const withdraw = (penaltyId: string) => changePenalty(db, { penaltyId, by: bySenior }, (penalty) => withdrawProposal(penalty, withdrawing))

describe('withdrawing a proposal', () => {
  test('needs reasons, and comes before any decision', () => {
    assert.deepEqual(withdrawProposal(aPenaltyProposed(), { ...withdrawing, reasons: ' ' }), { refused: 'reasons-needed' })
    assert.deepEqual(withdrawProposal(aPenaltyDecided(), withdrawing), { refused: 'already-decided' })
  })
  test('is done once', () => {
    const withdrawn = after(aPenaltyProposed(), withdrawProposal(aPenaltyProposed(), withdrawing))
    assert.deepEqual(withdrawProposal(withdrawn, withdrawing), { refused: 'proposal-withdrawn' })
  })
  test('does not move the last day to issue the notice', () => {
    const proposed = aPenaltyProposed()
    assert.deepEqual(nearestDay([after(proposed, withdrawProposal(proposed, withdrawing))]), nearestDay([proposed]))
  })
  test('of everyone brings the case back to gathering facts, from where it is proposed again', async () => {
    const caseId = await aProposedCase(db)
    for (const capacity of ['driver', 'owner'] as const) eventsOf(await withdraw(await penaltyFor(db, caseId, capacity)))
    assert.equal((await readCase(db, caseId))?.stage, 'open')
    await propose(db, caseId)
    assert.equal((await readCase(db, caseId))?.stage, 'proposed')
    assert.deepEqual((await penaltiesOfCase(db, caseId)).map(({ stage }) => stage), ['proposed', 'proposed'])
  })
  test('of one, with the other decided, keeps the case from being decided', async () => {
    const caseId = await aProposedCase(db)
    await decide(db, await penaltyFor(db, caseId, 'driver'), pounds(12_000))
    eventsOf(await withdraw(await penaltyFor(db, caseId, 'owner')))
    assert.equal((await readCase(db, caseId))?.stage, 'part-decided')
    assert.deepEqual(await foldHistory(db, caseThing, caseId), await readCase(db, caseId))
  })
})

describe('both sections for the same circumstances', () => {
  const barred = { decidedBy: seniorOfficer, decidedOn: day('2024-02-20') }

  test('one decided, the other is decided as none in one step, with its provision', async () => {
    const caseId = await anOpenCase(db, { adequatelySecured: false })
    await propose(db, caseId, '31A')
    await propose(db, caseId, '32')
    const [under31A, under32] = [await penaltyFor(db, caseId, 'driver', '31A'), await penaltyFor(db, caseId, 'driver', '32')]
    const tooSoon = await changePenalty(db, { penaltyId: under31A, by: bySenior }, (penalty, others) => decideNoneAsBarred(penalty, others, barred))
    assert.deepEqual(tooSoon, { refused: 'not-barred' })
    await decide(db, under32, pounds(12_000))
    const decision = await changePenalty(db, { penaltyId: under31A, by: bySenior }, (penalty, others) => decideNoneAsBarred(penalty, others, barred))
    assert.deepEqual(eventsOf(decision).flatMap(({ under }) => under?.map(({ cite }) => cite) ?? []), ['Immigration and Asylum Act 1999 s.31A(1)', 'Immigration and Asylum Act 1999 s.31A(11)'])
    assert.partialDeepStrictEqual(await readPenalty(db, under31A), { stage: 'none', amountPence: 0 })
    assert.deepEqual(await foldHistory(db, penaltyThing, under31A), await readPenalty(db, under31A))
  })
  test('the other way round rests on section 32(6B), and needs another officer than the one who proposed', () => {
    const under32 = aPenaltyProposed()
    const other = { ...aPenaltyDecided(), section: '31A' } as const
    assert.partialDeepStrictEqual(decideNoneAsBarred(under32, [other], barred), { events: [{ under: [{}, { cite: 'Immigration and Asylum Act 1999 s.32(6B)' }] }] })
    assert.deepEqual(decideNoneAsBarred(under32, [other], { ...barred, decidedBy: caseworker }), { refused: 'proposed-by-the-same-person' })
  })
  test('a proposal withdrawn under one section leaves the case to the other', async () => {
    const caseId = await anOpenCase(db, { adequatelySecured: false })
    await propose(db, caseId, '31A')
    await propose(db, caseId, '32')
    for (const capacity of ['driver', 'owner'] as const) {
      eventsOf(await withdraw(await penaltyFor(db, caseId, capacity, '31A')))
      await decide(db, await penaltyFor(db, caseId, capacity, '32'), pounds(6000))
    }
    assert.equal((await readCase(db, caseId))?.stage, 'decided')
  })
})

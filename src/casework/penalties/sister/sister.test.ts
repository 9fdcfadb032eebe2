import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused, type Decision, type Happening } from '#platform/decisions'
import { aPenaltyIssuedOn, aPenaltyObjectedOn, after, secondSenior, seniorOfficer } from '#test/penalties'
import { day, noPence, pence, pounds } from '#values'
import type { Appeal } from '../appeal/appeal.ts'
import { answerSisters } from './answer-sisters.ts'
import { correctSister, type Correcting } from './correct-sister.ts'
import { proposeSisters, sameShare, shareOf, type Proposing } from './propose-sisters.ts'
import { evolveSisters, leftToCorrect, sisterStage, type SisterCorrection, type SisterEvent } from './sister-correction.ts'

const codeOf = (decision: Decision<Happening>): string => (isRefused(decision) ? decision.refused : decision.events.map(({ type }) => type).join())
const origin = aPenaltyIssuedOn('2024-03-01')
const proposing = (change: Partial<Proposing> = {}): Proposing => ({
  correctionId: 'c', cause: 'plate-misread', kind: 'cancel', reasons: 'The 8 was a B.', proposedBy: seniorOfficer, proposedOn: day('2024-05-01'),
  chosen: [{ penaltyId: 'a', caseId: '1', amountPence: pounds(6_000) }, { penaltyId: 'b', caseId: '2', amountPence: pounds(9_000) }], ...change,
})
const proposed = (change: Partial<Proposing> = {}): SisterCorrection => {
  const decision = proposeSisters(undefined, origin, null, proposing(change))
  assert.ok(!isRefused(decision))
  const state = decision.events.reduce<SisterCorrection | undefined>((before, event) => evolveSisters(before, event), undefined)
  assert.ok(state)
  return state
}
const answer = (by: typeof seniorOfficer, agreed = true, reasons = '') => ({ agreed, by, on: day('2024-05-02'), reasons })

describe('a correction of sister notices', () => {
  test('needs its reasons, and may say that nothing else shares the fault', () => {
    assert.equal(codeOf(proposeSisters(undefined, origin, null, proposing({ reasons: ' ' }))), 'reasons-needed')
    assert.equal(sisterStage(proposed({ chosen: [] })), 'none-needed')
  })
  test('is recorded once, however often the form is sent', () => assert.equal(codeOf(proposeSisters(proposed(), origin, null, proposing())), ''))
  test('takes the same share off each, and never a part of a penny', () => {
    assert.equal(sameShare(pence(100), { beforePence: pence(300), afterPence: pence(100) }), 33)
    assert.equal(codeOf(proposeSisters(undefined, origin, null, proposing({ kind: 'reduce' }))), 'no-reduction-to-follow')
    const share = { beforePence: pounds(12_000), afterPence: pounds(6_000) }
    assert.partialDeepStrictEqual(proposeSisters(undefined, origin, share, proposing({ kind: 'reduce' })), { events: [{ items: [{ toPence: pounds(3_000) }, { toPence: pounds(4_500) }] }] })
  })
  test('is agreed by another officer than the one who proposed it', () => {
    assert.equal(codeOf(answerSisters(proposed(), answer(seniorOfficer))), 'sisters-proposed-by-you')
    assert.equal(codeOf(answerSisters(proposed(), answer(secondSenior))), 'sister-correction-answered')
  })
  test('is sent back with reasons only, and answered once', () => {
    assert.equal(codeOf(answerSisters(proposed(), answer(secondSenior, false))), 'reasons-needed')
    const sentBack = evolveSisters(proposed(), { type: 'sister-correction-answered', answer: answer(secondSenior, false, 'Another plate') })
    assert.equal(codeOf(answerSisters(sentBack, answer(secondSenior))), 'no-sister-correction-waits')
  })
  test('that stopped in the middle is gone on with from there', () => {
    const events: readonly SisterEvent[] = [{ type: 'sister-correction-answered', answer: answer(secondSenior) }, { type: 'sister-corrected', result: { penaltyId: 'a', refused: null } }]
    const stopped = events.reduce(evolveSisters, proposed())
    assert.equal(sisterStage(stopped), 'unfinished')
    assert.deepEqual(leftToCorrect(stopped).map(({ penaltyId }) => penaltyId), ['b'])
    assert.equal(codeOf(answerSisters(stopped, answer(secondSenior))), '')
  })
})

describe('one sister notice', () => {
  const correcting = (change: Partial<Correcting> = {}): Correcting => ({ fromPence: pounds(12_000), toPence: noPence, reasons: 'The 8 was a B.', on: day('2024-05-02'), agreedById: secondSenior.officerId, isUnderAppeal: false, ...change })
  test('is cancelled, or reduced, with its reasons', () => {
    assert.partialDeepStrictEqual(after(origin, correctSister(origin, correcting())), { stage: 'cancelled', ended: { why: 'The 8 was a B.' } })
    assert.partialDeepStrictEqual(after(origin, correctSister(origin, correcting({ toPence: pounds(6_000) }))), { stage: 'issued', amountPence: pounds(6_000) })
  })
  test('is left alone where its amount has moved since', () => assert.equal(codeOf(correctSister(origin, correcting({ fromPence: pounds(9_000) }))), 'amount-has-moved'))
  test('is left to the objection or the court that has it', () => {
    assert.equal(codeOf(correctSister(aPenaltyObjectedOn('2024-03-20'), correcting())), 'objection-held-first')
    assert.equal(codeOf(correctSister(origin, correcting({ isUnderAppeal: true }))), 'appeal-first')
  })
  test('is not corrected by the officer who decided it', () => assert.equal(codeOf(correctSister(origin, correcting({ agreedById: seniorOfficer.officerId }))), 'decided-by-the-same-person'))
})

test('the share comes from the court before it comes from our own determination', () => {
  const concluded = { penaltyId: origin.id, conclusion: { beforePence: pounds(12_000), amountPence: pounds(3_000) } } as Appeal
  assert.deepEqual(shareOf(origin, [concluded]), { beforePence: pounds(12_000), afterPence: pounds(3_000) })
  assert.equal(shareOf(origin, []), null)
})

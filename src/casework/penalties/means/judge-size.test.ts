import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aCase, aDriver, anOwner, caseworker, eventsOf } from '#test/penalties'
import { day } from '#values'
import { assessmentInput } from '../assessment/assessment-input.ts'
import { evolvePerson } from '../person/evolve-person.ts'
import { judgeSize, type JudgingSize } from './judge-size.ts'
import { figuresInWords } from './judged-size.ts'

const judging = (change: Partial<JudgingSize> = {}): JudgingSize => ({ figures: { staff: 8, turnoverEuros: 1_200_000 }, evidence: 'Accounts of 2023, signed', reasons: 'Asked for with the objection.', judgedBy: caseworker, judgedOn: day('2024-02-01'), ...change })

describe('the size of a business', () => {
  test('is what the law makes of the figures it has shown, and reduces what remains', () => {
    const [event] = eventsOf(judgeSize(anOwner(), aCase(), judging()))
    assert.ok(event)
    const owner = evolvePerson(anOwner(), event)
    assert.deepEqual([owner.facts.businessSize, owner.facts.sizeShown?.size], ['micro', 'micro'])
    assert.equal(assessmentInput(aCase(), [owner], { section: '32' }).persons[0]?.businessSize, 'micro')
    assert.ok(event.under?.some(({ cite }) => cite.includes('sizes of business')))
  })
  test('without either sum is large, whatever the staff', () => {
    assert.partialDeepStrictEqual(judgeSize(anOwner(), aCase(), judging({ figures: { staff: 3 } })), { events: [{ size: { size: 'large' } }] })
  })
  test('is judged of a company, on evidence, with reasons, and not where no amount is computed', () => {
    assert.deepEqual(judgeSize(aDriver(), aCase(), judging()), { refused: 'no-business' })
    assert.deepEqual(judgeSize(anOwner(), aCase(), judging({ evidence: ' ' })), { refused: 'accounts-needed' })
    assert.deepEqual(judgeSize(anOwner(), aCase(), judging({ reasons: ' ' })), { refused: 'reasons-needed' })
    assert.deepEqual(judgeSize(anOwner(), { ...aCase(), stage: 'closed' }, judging()), { refused: 'case-closed' })
    assert.deepEqual(judgeSize(anOwner(), aCase({ occurredOn: day('2023-02-12') }), judging()), { refused: 'no-amounts-before-2023' })
  })
  test('is told with its figures', () => assert.equal(figuresInWords({ staff: 8, turnoverEuros: 1_200_000 }), '8 staff, turnover €1,200,000'))
})

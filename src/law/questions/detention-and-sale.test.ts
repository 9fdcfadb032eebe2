import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addPence, day, pence } from '#values'
import { saleClaims } from '../challenge.ts'
import { mayDetainAsSecurity, mayDetainInDefault, whileDetained, type AsSecurity, type InDefault } from './may-detain.ts'
import { mayAskToSell, maySell, type ToSell } from './may-sell.ts'
import { saleNoticeOn, shareProceeds } from './proceeds.ts'
import { groundsOfRelease, isPaidOut, maySecurityReplace } from './release.ts'
import { whenSaleNoticeReceived } from './when-deemed-received.ts'

const on = day('2024-06-01')
const unmet = (judged: { readonly conditions: readonly { readonly isMet: boolean; readonly cite: string }[] }): readonly string[] => judged.conditions.filter(({ isMet }) => !isMet).map(({ cite }) => cite.replace('Immigration and Asylum Act 1999 ', ''))

describe('a vehicle held as security', () => {
  const facts: AsSecurity = { conductOn: on, noticeIssued: true, bySeniorOfficer: true, riskOfNonPayment: true, securityGiven: false, tie: 'contract' }
  test('may be, when every condition is met', () => assert.equal(mayDetainAsSecurity(facts).value, true))
  for (const [name, change, cite] of [
    ['before a notice', { noticeIssued: false }, 's.36(1)'],
    ['by an officer below chief immigration officer', { bySeniorOfficer: false }, 's.43(1), senior officer'],
    ['without a significant risk of non-payment', { riskOfNonPayment: false }, 's.36(2)'],
    ['once satisfactory security is given', { securityGiven: true }, 's.36(2)'],
    ['where the driver has nothing to do with owner or hirer', { tie: 'none' }, 's.36(2A)'],
  ] as const) {
    test(`may not be ${name}`, () => assert.deepEqual(unmet(mayDetainAsSecurity({ ...facts, ...change })), [cite]))
  }
  test('until the reform only an employed driver was a tie', () => {
    const before = { ...facts, conductOn: day('2023-02-12') }
    assert.equal(mayDetainAsSecurity(before).value, false)
    assert.equal(mayDetainAsSecurity({ ...before, tie: 'employed' }).value, true)
    assert.equal(mayDetainAsSecurity({ ...before, tie: 'owner-or-hirer-has-notice' }).value, true)
  })
  test('freight may be taken out meanwhile; of vehicles held in default the reform says so too', () => {
    const held = (power: '36' | '36A') => [day('2023-02-12'), on].map((each) => whileDetained(power, each).value.length)
    assert.deepEqual([held('36'), held('36A')], [[2, 2], [0, 1]])
  })
})

describe('a vehicle held because a penalty was not paid', () => {
  const facts: InDefault = { conductOn: on, isUnpaid: true, usedInBusiness: true, tie: 'is-owner-or-hirer', appealOpen: false }
  test('may be, owned or not, when it is used in the business', () => assert.equal(mayDetainInDefault(facts).value, true))
  test('may not be while an appeal is open, before the last day, or for another business', () => {
    const may = (change: Partial<InDefault>): boolean => mayDetainInDefault({ ...facts, ...change }).value
    assert.deepEqual([may({ appealOpen: true }), may({ isUnpaid: false }), may({ usedInBusiness: false }), may({ tie: 'none' })], [false, false, false, false])
  })
})

describe('leave to sell', () => {
  const facts: ToSell = {
    power: '36A', conductOn: on, detainedOn: on, on: day('2024-07-01'), appealOpen: false, noticeGivenOn: day('2024-06-05'), shown: ['due', 'unpaid', 'liable-to-sale'],
  }
  test('may be asked for when the period has run, notice was given and all can be shown', () => assert.equal(mayAskToSell(facts).value, true))
  test('from the sixteenth day of default, not from the fifteenth', () => {
    const noticeGivenOn = day('2024-05-01')
    assert.deepEqual(unmet(mayAskToSell({ ...facts, noticeGivenOn, on: day('2024-06-15') })), ['S.I. 2002/2817 reg. 12'])
    assert.equal(mayAskToSell({ ...facts, noticeGivenOn, on: day('2024-06-16') }).value, true)
  })
  test('not after the power has lapsed, 80 days on', () => {
    assert.equal(mayAskToSell({ ...facts, on: day('2024-09-04') }).value, true)
    assert.deepEqual(unmet(mayAskToSell({ ...facts, on: day('2024-09-05') })), ['S.I. 2002/2817 reg. 11'])
  })
  test('not within 21 days of the notice, nor without one', () => {
    assert.deepEqual(unmet(mayAskToSell({ ...facts, noticeGivenOn: day('2024-06-11') })), ['S.I. 2002/2817 reg. 9'])
    assert.deepEqual(unmet(mayAskToSell({ ...facts, noticeGivenOn: null })), ['S.I. 2002/2817 reg. 9'])
  })
  test('not while an appeal is open, nor with a part of the proof', () => {
    assert.deepEqual(unmet(mayAskToSell({ ...facts, appealOpen: true, shown: ['due'] })), ['s.37(5A)', 'Sch. 1 para. 1', 'Sch. 1 para. 1'])
  })
  test('its notice has a place, a time and content of its own', () => assert.equal(saleNoticeOn(on).value.length, 7))
  test('the notice is taken to arrive in two days by post at home, in four abroad', () => {
    assert.deepEqual((['post-in-uk', 'post', 'fax', 'email'] as const).map((by) => whenSaleNoticeReceived(on, by).value), ['2024-06-03', '2024-06-05', '2024-06-01', '2024-06-01'])
  })
})

describe('a sale', () => {
  const time = { power: '36A', conductOn: on, detainedOn: on, appealOpen: false } as const
  const leave = { askedOn: day('2024-07-01'), answeredOn: day('2024-07-11') }
  test('is never without leave, nor while an appeal is open', () => {
    assert.deepEqual(unmet(maySell({ ...time, on: day('2024-07-12'), leave: null })), ['Sch. 1 para. 1'])
    assert.deepEqual(unmet(maySell({ ...time, on: day('2024-07-12'), leave, appealOpen: true })), ['s.37(5A)'])
  })
  test('has as many days more as the court took to answer', () => {
    assert.equal(maySell({ ...time, on: day('2024-09-14'), leave }).value, true)
    assert.deepEqual(unmet(maySell({ ...time, on: day('2024-09-15'), leave })), ['S.I. 2002/2817 reg. 11'])
  })
})

describe('release without a court', () => {
  test('is due once penalties and expenses are paid, and not before both are', () => {
    const left = (owed: number, expenses: number) => unmet(isPaidOut('36', { owedPence: pence(owed), expensesPence: pence(expenses) })).length
    assert.deepEqual([left(0, 0), left(1, 0), left(0, 1), left(1, 1)], [0, 1, 1, 2])
  })
  test('for other security is for a vehicle that is itself security', () => {
    assert.deepEqual([maySecurityReplace('36').value, maySecurityReplace('36A').value], [true, false])
  })
})

describe('release by the court', () => {
  const ids = (power: '36' | '36A', isOwnerWithoutNotice: boolean): readonly string[] => groundsOfRelease(power, isOwnerWithoutNotice, on).value.map(({ id }) => id)
  test('is for security, for want of risk or for doubt', () => assert.deepEqual(ids('36', false), ['security', 'no-risk', 'doubt']))
  test('of a vehicle held in default only when that was unlawful', () => assert.deepEqual(ids('36A', false), ['unlawful']))
  test('for an owner without a notice hardship and responsibility are weighed as well', () => {
    assert.deepEqual(ids('36A', true), ['unlawful', 'hardship', 'responsibility', 'other'])
  })
})

describe('what a sale brings', () => {
  test('goes to expenses, then penalties, then duties, and the rest back', () => {
    const { value } = shareProceeds(pence(10_000_00), { penalties: pence(6_000_00), expenses: pence(1_500_00), duties: pence(500_00) }, on)
    assert.deepEqual(value.paid.map(({ pence: each }) => each), [1_500_00, 6_000_00, 500_00, 0])
    assert.equal(value.surplus, 2_000_00)
  })
  test('is never more nor less than what was brought, and no later claim is met before an earlier one', () => {
    const anyPence = fc.integer({ min: 0, max: 5_000_000 }).map(pence)
    fc.assert(fc.property(anyPence, fc.array(anyPence, { minLength: 4, maxLength: 4 }), (brought, owed) => {
      const claims = Object.fromEntries(saleClaims.map((claim, place) => [claim, owed[place]]))
      const { paid, surplus } = shareProceeds(brought, claims, on).value
      assert.equal(addPence(...paid.map(({ pence: each }) => each), surplus), brought)
      const short = paid.findIndex(({ pence: each }, place) => each < (owed[place] ?? 0))
      if (short !== -1) assert.ok(paid.slice(short + 1).every(({ pence: each }) => each === 0) && surplus === 0)
    }))
  })
})

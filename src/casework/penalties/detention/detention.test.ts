import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, anOpenCase, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aCase, aDriver, anOwner, aPenaltyIssuedOn, eventsOf, secondSenior, seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { day, instant, noPence, pounds } from '#values'
import { closeCase } from '../case/close-case.ts'
import { rememberReason } from '../case/look-reason.store.ts'
import { requiredActions, type RequiredAction } from '../case/required-actions.ts'
import { moneyOf } from '../payment/money.store.ts'
import { trialBalance } from '../payment/trial-balance.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import type { Person } from '../person/person.ts'
import { penalties } from '../wire.ts'
import { actionsOfDetention } from './actions-of-detention.ts'
import { detainVehicle, holdAsSecurity, type Detaining } from './detain-vehicle.ts'
import { evolveDetention, openExpenses, openPart, type Detention, type DetentionEvent } from './detention.ts'
import { detentionsOfCase, detentionThing } from './detention.store.ts'
import { hasOwnerWithoutNotice, tiesOf } from './driver-ties.ts'
import { payExpenses, recordExpense } from './keep-detention.ts'
import { saidInFull, type DetentionFacts, type SecuredDebt } from './may-detain.ts'
import { releaseVehicle, waysOut } from './release-vehicle.ts'
import { giveSaleNotice, recordLeave, recordSale } from './sell-vehicle.ts'
import { payOut, takeProceeds, toEachPenalty } from './share-proceeds.ts'

const issued = aPenaltyIssuedOn('2024-03-01')
const aDebt = (change: Partial<SecuredDebt> = {}): SecuredDebt => ({ penalty: issued, whose: 'Andrei Popescu, driver', owedPence: pounds(6000), standstills: [], ties: { '36': 'contract', '36A': 'contract' }, appealOpen: false, ...change })
const facts = (change: Partial<DetentionFacts> = {}): DetentionFacts => ({ found: aCase(), debts: [aDebt()], detentions: [], hasOwnerWithoutNotice: false, today: day('2024-06-01'), ...change })
const detaining = (change: Partial<Detaining> = {}): Detaining => ({
  detentionId: newId(), heldUnder: '36A', penaltyIds: [issued.id], vehicle: 'B 123 XYZ', place: 'Dover, shed 4', nation: 'england-and-wales', detainedOn: day('2024-06-01'),
  firstSearchEndedAt: null, detainedBy: 'D. Marsh, CIO', reasons: 'Unpaid since April.', recordedBy: seniorOfficer, said: saidInFull, ...change,
})
const after = (...events: readonly DetentionEvent[]): Detention => events.reduce<Detention | undefined>(evolveDetention, undefined) ?? assert.fail()
const held = (change: Partial<Detaining> = {}, given: Partial<DetentionFacts> = {}): Detention => after(...eventsOf(detainVehicle(facts(given), detaining(change))))
const then = (detention: Detention, ...events: readonly DetentionEvent[]): Detention => events.reduce(evolveDetention, detention)

describe('a vehicle is held', () => {
  test('for what is owed, under provisions that say so', () => {
    const [event] = eventsOf(detainVehicle(facts(), detaining()))
    assert.ok(event?.under?.some(({ cite }) => cite.startsWith('Immigration and Asylum Act 1999 s.36A')))
  })
  for (const [name, given, change] of [
    ['by somebody below the rank', {}, { heldUnder: '36', said: { ...saidInFull, bySeniorOfficer: false } }],
    ['as security where the driver is tied to nobody', { debts: [aDebt({ ties: { '36': 'none', '36A': 'none' } })] }, { heldUnder: '36' }],
    ['in default while an appeal can still come', { debts: [aDebt({ appealOpen: true })] }, {}],
    ['in default before the last day to pay is over', { today: day('2024-04-30') }, { detainedOn: day('2024-04-30') }],
    ['for a debt that is paid', { debts: [aDebt({ owedPence: noPence })] }, {}],
    ['while something holds recovery', { debts: [aDebt({ standstills: [{ cause: 'vulnerability', text: 'Flag', untilOn: null }] })] }, {}],
    ['twice for one debt', { detentions: [held()] }, {}],
  ] as const) {
    test(`but not ${name}`, () => assert.partialDeepStrictEqual(detainVehicle(facts(given), detaining(change)), { refused: 'detention-not-allowed' }))
  }
  test('as security also while an appeal can still come', () => {
    assert.equal(eventsOf(detainVehicle(facts({ debts: [aDebt({ appealOpen: true })] }), detaining({ heldUnder: '36' }))).length, 1)
  })
  test('for chosen penalties with a notice, and from no day ahead', () => {
    assert.deepEqual(detainVehicle(facts(), detaining({ penaltyIds: [newId()] })), { refused: 'choose-the-penalties' })
    assert.deepEqual(detainVehicle(facts(), detaining({ detainedOn: day('2024-06-02') })), { refused: 'step-in-future' })
  })
})

describe('a vehicle held provisionally', () => {
  const search = { heldUnder: 'provisional', penaltyIds: [], firstSearchEndedAt: instant('2024-06-01T09:00:00Z') } as const
  test('is held for 24 hours from the end of the search, and only before a notice', () => {
    const provisional = held(search, { debts: [] })
    assert.partialDeepStrictEqual(actionsOfDetention(provisional, noPence)[0], { code: 'end-provisional-detention', by: '2024-06-02', text: 'Release B 123 XYZ, or hold it as security, by 10:00 in London' })
    assert.deepEqual(detainVehicle(facts(), detaining(search)), { refused: 'notice-issued-already' })
    assert.partialDeepStrictEqual(detainVehicle(facts({ debts: [], today: day('2024-06-03') }), detaining({ ...search, detainedOn: day('2024-06-03') })), { refused: 'hours-have-run' })
  })
  test('stays as security once a notice is issued, from the day it is so held', () => {
    const holding = { penaltyIds: [issued.id], detainedOn: day('2024-06-01'), detainedBy: 'D. Marsh, CIO', reasons: 'No assets here', recordedBy: seniorOfficer, said: saidInFull }
    const secured = then(held(search, { debts: [] }), ...eventsOf(holdAsSecurity(held(search, { debts: [] }), facts(), holding)))
    assert.partialDeepStrictEqual(secured, { heldUnder: '36', penaltyIds: [issued.id], detainedOn: '2024-06-01' })
    assert.deepEqual(holdAsSecurity(secured, facts(), holding), { refused: 'not-held-provisionally' })
  })
  test('can go back by decision alone, and cannot be sold', () => {
    const provisional = held(search, { debts: [] })
    assert.deepEqual(waysOut(provisional, facts()).map(({ way }) => way), ['decision'])
    assert.deepEqual(recordSale(provisional, { facts: facts(), on: day('2024-06-01'), how: 'h', buyer: 'b', by: seniorOfficer }), { refused: 'held-provisionally' })
  })
})

describe('release', () => {
  const release = { ground: null, to: 'The owner', on: day('2024-06-01'), reasons: 'r', by: seniorOfficer } as const
  const open = (detention: Detention, given: Partial<DetentionFacts> = {}) => waysOut(detention, facts(given)).filter(({ missing }) => missing.length === 0).map(({ way }) => way)
  const bill = { what: 'Storage', amountPence: pounds(300), on: day('2024-06-01'), evidence: 'Bill 7', by: seniorOfficer }
  test('comes of payment only once expenses are paid too', () => {
    const stored = then(held(), ...eventsOf(recordExpense(held(), bill, day('2024-06-01'))))
    const paidFor = { debts: [aDebt({ owedPence: noPence })] }
    assert.deepEqual(open(stored, paidFor).includes('paid'), false)
    const paid = then(stored, ...eventsOf(payExpenses(stored, { amountPence: pounds(300), payer: 'Owner', reference: 'B1', on: day('2024-06-01'), by: seniorOfficer }, day('2024-06-01'))))
    assert.deepEqual(open(paid, paidFor).includes('paid'), true)
    assert.deepEqual(payExpenses(paid, { amountPence: pounds(1), payer: 'Owner', reference: 'B2', on: day('2024-06-01'), by: seniorOfficer }, day('2024-06-01')), { refused: 'more-than-the-expenses' })
  })
  test('for other security is for what is held as security', () => {
    assert.deepEqual([open(held({ heldUnder: '36' })).includes('security'), open(held()).includes('security')], [true, false])
    assert.partialDeepStrictEqual(releaseVehicle(held(), facts(), { ...release, way: 'security' }), { refused: 'no-way-out' })
  })
  test('by a court rests on a ground the Act gives', () => {
    assert.deepEqual(releaseVehicle(held(), facts(), { ...release, way: 'court', ground: 'doubt' }), { refused: 'choose-the-ground' })
    assert.equal(eventsOf(releaseVehicle(held(), facts(), { ...release, way: 'court', ground: 'unlawful' })).length, 1)
    assert.equal(eventsOf(releaseVehicle(held(), facts({ hasOwnerWithoutNotice: true }), { ...release, way: 'court', ground: 'hardship' })).length, 1)
  })
  test('happens once', () => {
    const released = then(held(), ...eventsOf(releaseVehicle(held(), facts(), { ...release, way: 'decision' })))
    assert.deepEqual(releaseVehicle(released, facts(), { ...release, way: 'decision' }), { refused: 'vehicle-not-held' })
  })
})

describe('a sale', () => {
  const [seen, by] = [(on: string) => facts({ today: day(on) }), seniorOfficer]
  const notice = { gazettedOn: day('2024-06-03'), newspaper: 'Dover Express', newspaperOn: day('2024-06-05'), personally: { sentOn: day('2024-06-03'), sentBy: 'post', receivedOn: day('2024-06-07') }, why: '', on: day('2024-06-05'), by } as const
  const noticed = then(held(), ...eventsOf(giveSaleNotice(held(), { ...notice, facts: seen('2024-06-05') })))
  const leave = (askedOn: string, on: string) => ({ court: 'Canterbury', askedOn: day(askedOn), on: day(on), order: 'Leave given', isLiableToSale: true, by, facts: seen(on) })
  const sold = (detention: Detention, on: string, given = seen(on)) => recordSale(detention, { facts: given, on: day(on), how: 'At auction', buyer: 'A dealer', by })
  test('waits 21 days from the last of the notices, the one to those addressed included', () => {
    assert.partialDeepStrictEqual(recordLeave(noticed, leave('2024-06-27', '2024-06-27')), { refused: 'sale-not-allowed' })
    assert.equal(eventsOf(recordLeave(noticed, leave('2024-06-28', '2024-06-28'))).length, 1)
    assert.partialDeepStrictEqual(recordLeave(held(), leave('2024-06-28', '2024-06-28')), { refused: 'sale-not-allowed' })
  })
  test('needs the court, waits for every appeal, and may come later by as long as the court took', () => {
    const allowed = then(noticed, ...eventsOf(recordLeave(noticed, leave('2024-07-01', '2024-07-11'))))
    assert.partialDeepStrictEqual(sold(noticed, '2024-07-12'), { refused: 'sale-not-allowed' })
    assert.partialDeepStrictEqual(sold(allowed, '2024-07-12', { ...seen('2024-07-12'), debts: [aDebt({ appealOpen: true })] }), { refused: 'sale-not-allowed' })
    assert.equal(eventsOf(sold(allowed, '2024-09-14')).length, 1)
    assert.partialDeepStrictEqual(sold(allowed, '2024-09-15'), { refused: 'sale-not-allowed' })
  })
  test('is not told of to nobody in silence', () => {
    assert.deepEqual(giveSaleNotice(held(), { ...notice, personally: null, facts: seen('2024-06-05') }), { refused: 'say-why-nobody-was-told' })
  })
  test('stops once nothing is owed', () => {
    assert.deepEqual(giveSaleNotice(held(), { ...notice, facts: { ...seen('2024-06-05'), debts: [aDebt({ owedPence: noPence })] } }), { refused: 'need-owed' })
  })
})

describe('what a sale brought', () => {
  const sale: DetentionEvent = { type: 'vehicle-sold', sale: { how: 'At auction', buyer: 'A dealer', on: day('2024-07-12'), by: seniorOfficer } }
  const bill: DetentionEvent = { type: 'detention-expense-recorded', expense: { what: 'Storage', amountPence: pounds(1000), on: day('2024-07-01'), evidence: 'Bill', by: seniorOfficer } }
  const sharing = { broughtPence: pounds(9000), dutiesPence: pounds(500), reference: 'S1', on: day('2024-07-15'), by: secondSenior, debts: [aDebt()], today: day('2024-07-15') }
  const sold = then(held(), bill, sale)
  const shared = then(sold, ...eventsOf(takeProceeds(sold, sharing)))
  test('is shared by another officer than the one who sold, in the order of the regulation', () => {
    assert.deepEqual(takeProceeds(sold, { ...sharing, by: seniorOfficer }), { refused: 'sold-by-the-same-person' })
    assert.deepEqual(shared.proceeds?.paid.map(({ pence }) => pence), [pounds(1000), pounds(6000), pounds(500), noPence])
    assert.deepEqual([openExpenses(shared), openPart(shared, 'duties'), openPart(shared, 'surplus'), shared.stage], [noPence, pounds(500), pounds(1500), 'sold'])
    assert.deepEqual(takeProceeds(shared, sharing), { refused: 'nothing-sold' })
  })
  test('pays the notice that came first, then the next', () => {
    const later: Penalty = { ...aPenaltyIssuedOn('2024-03-02'), id: newId() }
    const paid = [{ claim: 'penalties', pence: pounds(7000) }] as const
    assert.deepEqual(toEachPenalty({ paid }, [aDebt({ penalty: later }), aDebt()]), [{ penaltyId: issued.id, amountPence: pounds(6000) }, { penaltyId: later.id, amountPence: pounds(1000) }])
  })
  test('is over when others have their parts, paid by another officer and never twice', () => {
    const paying = { part: 'surplus', payee: 'The owner', amountPence: pounds(1500), on: day('2024-07-16'), reference: 'P1', by: seniorOfficer } as const
    assert.deepEqual(payOut(shared, { ...paying, by: secondSenior }, day('2024-07-16')), { refused: 'shared-by-the-same-person' })
    const half = then(shared, ...eventsOf(payOut(shared, paying, day('2024-07-16'))))
    assert.deepEqual(payOut(half, { ...paying, reference: 'P2' }, day('2024-07-16')), { refused: 'more-than-that-part' })
    const done = then(half, ...eventsOf(payOut(half, { ...paying, part: 'duties', amountPence: pounds(500), reference: 'P3' }, day('2024-07-16'))))
    assert.deepEqual([half.stage, done.stage], ['sold', 'shared'])
  })
})

test('a case does not close while a vehicle is held in it', () => {
  const paid: Penalty = { ...issued, stage: 'settled', ended: { on: day('2024-05-01'), why: 'Paid' } }
  const closing = (isVehicleHeld: boolean) => closeCase({ ...aCase(), stage: 'decided' }, { penalties: [paid], isUnderAppeal: false, isFlagged: false, isVehicleHeld }, day('2024-06-01'))
  assert.deepEqual(closing(true), { refused: 'vehicle-still-held' })
  assert.partialDeepStrictEqual(closing(false), { events: [{ type: 'case-closed' }] })
  const state = { found: { ...aCase(), stage: 'decided' as const }, persons: [], penalties: [paid], today: day('2024-06-01'), owed: new Map() }
  const codes = (more: readonly RequiredAction[]) => requiredActions({ ...state, more }).map(({ code }) => code)
  assert.deepEqual([codes([]), codes(actionsOfDetention(held(), noPence)).includes('close')], [['close'], false])
})

describe('whose vehicle may be held', () => {
  const owner = anOwner()
  const [working, free] = [aDriver({ underContractWith: owner.partyId }), aDriver()]
  const owedBy = (personId: string, notices: Penalty['notices'] = []) => ({ personId, notices })
  test('that of the find, where the driver works for owner or hirer, is one, or one of them has a notice', () => {
    const tie = (persons: readonly Person[], notices: Penalty['notices'] = []) => tiesOf(owedBy(free.id), persons, [owedBy(owner.id, notices)])['36']
    assert.deepEqual([tie([working, owner]), tie([free, owner]), tie([{ ...free, partyId: owner.partyId }, owner]), tie([free, owner], issued.notices)], ['contract', 'none', 'is-owner-or-hirer', 'owner-or-hirer-has-notice'])
  })
  test('in default, one of the business of an owner, of a hirer, or of a driver who worked for one', () => {
    const tie = (personId: string, driver: Person) => tiesOf(owedBy(personId), [driver, owner], [])['36A']
    assert.deepEqual([tie(owner.id, free), tie(working.id, working), tie(free.id, free)], ['is-owner-or-hirer', 'contract', 'none'])
  })
  test('an owner without a notice is one to whom none was given, nor to whoever drove for them', () => {
    const without = (driver: Person, notified: string) => hasOwnerWithoutNotice([driver, owner], [owedBy(notified, issued.notices)])
    assert.deepEqual([without(free, owner.id), without(free, free.id), without(working, working.id)], [false, true, false])
  })
})

describe('on the screen and in the ledger', async () => {
  const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-06-10T10:00:00Z' })
  const caseId = await aProposedCase(db)
  const owner = await penaltyFor(db, caseId, 'owner')
  await decide(db, owner, pounds(6000))
  await issue(db, owner)
  for (const officerId of ['test-caseworker', 'test-finance', 'test-senior-officer', 'second-finance']) await rememberReason(db, { officerId, caseId, reason: 'A vehicle', at: site.clock.now() })
  const [caseworker, finance, senior] = [site.signedInAs('caseworker'), site.signedInAs('finance'), site.signedInAs('senior-officer')]
  const form = { penaltyIds: [owner], vehicle: 'B 777 NEW', place: 'Dover, shed 4', nation: 'england-and-wales', detainedOn: '2024-06-10', detainedBy: 'D. Marsh, CIO', senior: 'yes', reasons: 'Unpaid since April', business: 'yes' }
  const address = async () => `/detentions/${(await detentionsOfCase(db, caseId))[0]?.id ?? ''}`

  test('each power says what stands in its way, and only a senior officer records one', async () => {
    const { body } = await caseworker.get(`/cases/${caseId}/detentions`)
    assert.match(body, /from then on a vehicle is held as security/)
    assert.equal((await caseworker.get(`/cases/${caseId}/detentions/36A`)).statusCode, 403)
    assert.equal((await senior.post(`/cases/${caseId}/detentions/36A`, { ...form, business: '' })).statusCode, 422)
    assert.equal((await senior.post(`/cases/${caseId}/detentions/36A`, form)).statusCode, 303)
    assert.equal((await senior.post(`/cases/${caseId}/detentions/36A`, form)).statusCode, 409)
  })
  test('the case waits for somebody to tell the owner, and its timeline says who did what', async () => {
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Tell those it concerns that B 777 NEW is held/)
    assert.equal((await caseworker.post(`${await address()}/told`, { whom: 'The owner', on: '2024-06-10', how: 'E-mail with the power and the place' })).statusCode, 303)
    assert.equal((await finance.post(`${await address()}/expenses`, { what: 'Storage', amount: '400', on: '2024-06-10', evidence: 'Bill 7' })).statusCode, 303)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /The owner told of the detention/)
  })
  test('notice, leave and sale follow in their time, and the proceeds pay the penalty to the penny', async () => {
    const at = await address()
    const notice = { gazettedOn: '2024-06-12', newspaper: 'Dover Express', newspaperOn: '2024-06-12', sentOn: '2024-06-12', sentBy: 'email', why: '' }
    assert.equal((await senior.post(`${at}/sale-notice`, notice)).statusCode, 409, 'a day ahead')
    site.clock.set(instant('2024-07-15T10:00:00Z'))
    for (const officerId of ['test-caseworker', 'test-finance', 'test-senior-officer']) await rememberReason(db, { officerId, caseId, reason: 'A vehicle', at: site.clock.now() })
    assert.equal((await senior.post(`${at}/sale-notice`, notice)).statusCode, 303)
    assert.equal((await senior.post(`${at}/leave`, { court: 'Canterbury', askedOn: '2024-07-05', on: '2024-07-10', order: 'Leave is given', liable: 'yes' })).statusCode, 303)
    assert.equal((await senior.post(`${at}/sale`, { on: '2024-07-12', buyer: 'A dealer', how: 'At auction' })).statusCode, 303)
    assert.equal((await finance.post(`${at}/proceeds`, { amount: '7500', on: '2024-07-15', reference: 'SALE-1', duties: '' })).statusCode, 303)
    assert.partialDeepStrictEqual(await moneyOf(db, owner), { owedPence: 0, collectedPence: pounds(6000) })
    assert.equal((await readPenalty(db, owner))?.stage, 'settled')
    const { lines, differencePence, disagreeing } = await trialBalance(db)
    assert.deepEqual([differencePence, disagreeing], [0, []])
    assert.partialDeepStrictEqual(lines, [{ kind: 'bank', debitPence: pounds(7500) }, { kind: 'proceeds', creditPence: pounds(1100) }, { kind: 'expenses', creditPence: pounds(400) }])
  })
  test('what is left goes out by another officer of finance, and then the vehicle is done with', async () => {
    const at = await address()
    const paying = { part: 'surplus', payee: 'The owner', amount: '1100', on: '2024-07-15', reference: 'OUT-1' }
    assert.equal((await finance.post(`${at}/payout`, paying)).statusCode, 409)
    const second = site.signedInAs('finance', { id: 'second-finance', name: 'Second finance' })
    await rememberReason(db, { officerId: 'second-finance', caseId, reason: 'A vehicle', at: site.clock.now() })
    assert.equal((await second.post(`${at}/payout`, paying)).statusCode, 303)
    const [detention] = await detentionsOfCase(db, caseId)
    assert.equal(detention?.stage, 'shared')
    assert.deepEqual(await foldHistory(db, detentionThing, detention?.id ?? ''), detention)
    assert.partialDeepStrictEqual((await trialBalance(db)).lines.find(({ kind }) => kind === 'proceeds'), { creditPence: 0 })
  })
  test('a vehicle held provisionally shows its last moment, and goes back', async () => {
    const open = await anOpenCase(db)
    await rememberReason(db, { officerId: 'test-senior-officer', caseId: open, reason: 'A vehicle', at: site.clock.now() })
    assert.equal((await senior.post(`/cases/${open}/detentions/provisional`, { ...form, detainedOn: '2024-07-15', searchEndedOn: '2024-07-15', searchEndedTime: '09:30' })).statusCode, 303)
    const [detention] = await detentionsOfCase(db, open)
    assert.match((await senior.get(`/detentions/${detention?.id}`)).body, /Held for no longer than 09:30 on <time[^>]*>Tuesday 16 July 2024/)
    assert.equal((await senior.post(`/cases/${open}/no-action`, { because: 'other', reasons: 'Nothing to act on' })).statusCode, 409, 'the vehicle would be forgotten')
    assert.equal((await senior.post(`/detentions/${detention?.id}/release`, { way: 'decision', ground: '', to: 'The driver', on: '2024-07-15', reasons: 'No notice today' })).statusCode, 303)
  })
  const listening = await site.listen()
  for (const width of [1440, 390]) {
    test(`at ${width} pixels axe finds nothing`, async () => {
      const { page, context } = await aWindow(listening, senior, { width })
      for (const [name, path] of [['detentions', '/detentions'], ['detention', await address()], ['case-detentions', `/cases/${caseId}/detentions`], ['release-vehicle', `${await address()}/release`]] as const) {
        await page.goto(path)
        await picture(page, `${name}-${width}`)
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, `${name} sticks out at the side`)
        await findsNothing(page)
      }
      await context.close()
    })
  }
})

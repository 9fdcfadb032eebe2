import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, byCaseworker, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aPenaltyIssuedOn, eventsOf, seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { day, daysAfter, instant, noPence, pounds, type CalendarDate } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { lodgeAppealOf } from '../appeal/change-appeal.store.ts'
import { correctPersonOf } from '../person/person-acts.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { readPerson } from '../person/person.store.ts'
import { penalties } from '../wire.ts'
import { setPaymentAccount } from '../notice/payment-account.store.ts'
import type { ReturnedLetter } from '../returned-mail/returned-letter.ts'
import { recordSent } from '../service/carry-dispatch.ts'
import { changeDispatch } from '../service/change-dispatch.store.ts'
import { evolveDispatch, type Dispatch } from '../service/dispatch.ts'
import { dispatchesOfPenalty } from '../service/dispatch.store.ts'
import type { OutcomeCode } from '../service/outcome.ts'
import { recordOutcome } from '../service/record-outcome.ts'
import { evolveStep, type EnforcementStep } from './enforcement-step.ts'
import { enforcementFacts, enforcementThing, stepsOfPenalty } from './enforcement.store.ts'
import { letterActions } from './letter-actions.store.ts'
import { interestOn, missingFor, type EnforcementFacts } from './needs.ts'
import { everyStep, letterOf, stepOf, type StepCode } from './steps.ts'
import { takeStep } from './take-step.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-06-10T10:00:00Z' })
const caseId = await aProposedCase(db)
const driver = await penaltyFor(db, caseId, 'driver')
await decide(db, driver, pounds(6000))
await issue(db, driver)
for (const officerId of ['test-finance', 'test-senior-officer']) await rememberReason(db, { officerId, caseId, reason: 'A debt', at: site.clock.now() })
const [finance, senior] = [site.signedInAs('finance'), site.signedInAs('senior-officer')]
const address = `/penalties/${driver}/enforcement`
const listening = await site.listen()
const today = day('2024-06-10')
const standsInTheWay = async (code: StepCode) => missingFor(stepOf(code), await enforcementFacts(db, driver, today) ?? assert.fail())

const issued = aPenaltyIssuedOn('2024-03-01')
const facts = (change: Partial<EnforcementFacts> = {}): EnforcementFacts => ({ penalty: issued, owedPence: pounds(100), standstills: [], appeals: [], taken: [], to: { lines: ['A'], country: 'Romania' }, letters: { dispatches: [], returns: [] }, newerAddressIn: null, hasAccount: true, today: day('2024-09-01'), ...change })
const missing = (code: StepCode, change: Partial<EnforcementFacts> = {}) => missingFor(stepOf(code), facts(change))
const answersTo = (code: StepCode, on: CalendarDate) => Object.fromEntries(stepOf(code).asks.map(({ name, kind }) => [name, kind === 'day' ? on : 'said']))

function taken(code: StepCode, on: string): EnforcementStep {
  const takenOn = day(on)
  return evolveStep(undefined, { type: 'enforcement-step-taken', stepId: newId(), caseId: issued.caseId, penaltyId: issued.id, code, takenOn, takenBy: seniorOfficer, reasons: 'r', answers: answersTo(code, takenOn), documentId: letterOf(code) ?? null })
}

/** The letter of a step as its dispatch stands: named after the step, as its document is here. */
function sentAs(code: StepCode, outcome?: { readonly code: OutcomeCode; readonly on: string }, change: Partial<Dispatch> = {}): Dispatch {
  const planned = evolveDispatch(undefined, {
    type: 'dispatch-planned', dispatchId: newId(), caseId: issued.caseId, penaltyId: issued.id, documentId: code, purpose: letterOf(code) ?? 'reminder', channel: 'post', because: 'r', plannedBy: seniorOfficer, plannedOn: day('2024-05-10'), insteadOf: null,
    to: { name: 'A', lines: ['A'], country: 'Romania', email: null, source: 's', asOf: day('2024-01-01') },
  })
  const sent = evolveDispatch(planned, { type: 'dispatch-sent', on: day('2024-05-10'), evidence: 'e', by: seniorOfficer })
  const heard = outcome === undefined ? sent : evolveDispatch(sent, { type: 'service-outcome-recorded', code: outcome.code, at: instant(`${outcome.on}T09:00:00Z`), evidence: 'e', recordedBy: seniorOfficer })
  return { ...heard, ...change }
}
const letters = (...dispatches: readonly Dispatch[]): EnforcementFacts['letters'] => ({ dispatches, returns: [] })
const arrived = (code: StepCode, on: string, change: Partial<Dispatch> = {}) => sentAs(code, { code: 'delivered-at-address', on }, change)

describe('a step of enforcement', () => {
  test('is data: each is named once, and says what it needs and asks', () => {
    assert.equal(new Set(everyStep.map(({ code }) => code)).size, everyStep.length)
    for (const { needs, what } of everyStep) assert.ok(needs.length > 0 && what.endsWith('.'))
  })
  test('does not come before the day after the last day to pay', () => {
    assert.deepEqual(missing('reminder', { today: day('2024-04-30') }), ['time-to-pay-over'])
    assert.deepEqual(missing('reminder', { today: day('2024-05-01') }), [])
  })
  test('does not come while anything holds recovery, nothing is owed, or the address is in doubt', () => {
    assert.deepEqual(missing('reminder', { standstills: [{ cause: 'vulnerability', text: '', untilOn: null }], owedPence: noPence, newerAddressIn: 'JX-2024-000002' }), ['owed', 'not-held', 'address-sure'])
    for (const { code, needs } of everyStep) if (code !== 'judgment') assert.ok(needs.some((need) => need === 'not-held'), `${code} would go on during a hold`)
  })
  test('comes after a letter only when that is proved to have arrived, and its time has run', () => {
    const after = (dispatch: Dispatch, on = '2024-09-01', change: Partial<EnforcementFacts> = {}) => missing('letter-before-action', { taken: [taken('reminder', '2024-05-10')], letters: letters(dispatch), today: day(on), ...change })
    assert.deepEqual(after(sentAs('reminder')), ['reminder-served'], 'silence is not arrival')
    assert.deepEqual(after(arrived('reminder', '2024-05-13'), '2024-05-27'), ['reminder-served'])
    assert.deepEqual(after(arrived('reminder', '2024-05-13'), '2024-05-28'), [])
    assert.deepEqual(after(sentAs('reminder', { code: 'mailbox-accepted', on: '2024-05-13' }, { channel: 'email' })), ['reminder-served'], 'a mailbox is nobody')
    assert.deepEqual(after(sentAs('reminder', { code: 'moved', on: '2024-05-13' })), ['reminder-served'])
  })
  test('takes a letter to an address that is no longer theirs for none, and one sent again under a covering letter for the same', () => {
    const after = (change: Partial<EnforcementFacts>) => missing('letter-before-action', { taken: [taken('reminder', '2024-05-10')], ...change })
    assert.deepEqual(after({ letters: letters(arrived('reminder', '2024-05-13')), to: { lines: ['B'], country: 'Romania' } }), ['reminder-served'])
    const again = { documentId: 'reminder', settled: { how: 'sent-again', documentId: 'covering' } } as ReturnedLetter
    assert.deepEqual(after({ letters: { dispatches: [arrived('reminder', '2024-06-13', { documentId: 'covering' })], returns: [again] } }), [])
  })
  test('that is a letter says how to pay, so an account is set first', () => assert.deepEqual(missing('reminder', { hasAccount: false }), ['account-set']))
  test('reaches a court or a business only once no appeal is possible on any reading', () => {
    const before = { taken: [taken('reminder', '2024-03-02'), taken('letter-before-action', '2024-03-03')], letters: letters(arrived('reminder', '2024-05-12'), arrived('letter-before-action', '2024-05-13')) }
    assert.deepEqual(missing('county-court-claim', { ...before, today: day('2024-03-29') }).includes('no-appeal-possible'), true)
    assert.deepEqual(missing('county-court-claim', before), [])
    assert.deepEqual(missing('foreign-enforcement'), ['judgment'])
  })
  test('needs a named officer’s reasons and all that it asks', () => {
    const claimed = facts({ taken: [taken('county-court-claim', '2024-08-01')] })
    const taking = { stepId: newId(), code: 'judgment' as const, reasons: 'r', answers: answersTo('judgment', day('2024-08-20')), documentId: newId(), by: seniorOfficer }
    assert.equal(eventsOf(takeStep(claimed, taking)).length, 1)
    assert.deepEqual(takeStep(claimed, { ...taking, reasons: ' ' }), { refused: 'reasons-needed' })
    assert.deepEqual(takeStep(claimed, { ...taking, answers: { ...taking.answers, order: '' } }), { refused: 'reasons-needed' })
    assert.deepEqual(takeStep(claimed, { ...taking, answers: answersTo('judgment', day('2024-09-02')) }), { refused: 'step-in-future' })
  })
})

test('each step says what it rests on, and a reminder rests on nothing', () => {
  const before = { taken: [taken('reminder', '2024-03-02'), taken('letter-before-action', '2024-03-03')], letters: letters(arrived('letter-before-action', '2024-05-13')) }
  const under = (code: StepCode) => eventsOf(takeStep(facts(before), { stepId: newId(), code, reasons: 'r', answers: answersTo(code, day('2024-08-01')), documentId: newId(), by: seniorOfficer }))[0]?.under
  assert.deepEqual(under('county-court-claim')?.map(({ cite }) => cite.split(' ').at(-1)), ['s.35(10)', 's.35(11)'])
  assert.deepEqual(under('reminder'), [])
})

test('interest accrues from a judgment on, and not before', () => {
  const interest = (...steps: readonly EnforcementStep[]) => interestOn({ taken: steps, today: day('2024-09-01') }).value
  assert.deepEqual([interest(), interest(taken('county-court-claim', '2024-08-01')), interest(taken('judgment', '2024-08-20'))], [false, false, true])
})

describe('a step that is a letter', () => {
  test('names its letter, and rests on nothing but the debt', () => {
    const announced = (code: StepCode, change: Partial<EnforcementFacts> = {}) => eventsOf(takeStep(facts(change), { stepId: newId(), code, reasons: 'r', answers: answersTo(code, day('2024-08-20')), documentId: 'letter', by: seniorOfficer }))[0]
    assert.deepEqual([announced('reminder')?.documentId, announced('judgment', { taken: [taken('county-court-claim', '2024-08-01')] })?.documentId], ['letter', null])
  })
})

describe('on the screen', () => {
  test('each step is for those it says, and one that cannot be taken says why', async () => {
    assert.equal((await finance.get(`${address}/county-court-claim`)).statusCode, 403)
    assert.equal((await site.signedInAs('caseworker').get(`${address}/reminder`)).statusCode, 403)
    assert.match((await senior.get(`${address}/county-court-claim`)).body, /No letter before action is proved to have arrived/)
    assert.equal((await finance.post(`${address}/letter-before-action`, { reasons: 'r' })).statusCode, 409)
  })
  test('a reminder needs an account to pay to, is read before it goes, and goes the ways of every letter', async () => {
    assert.equal((await finance.post(`${address}/reminder`, { reasons: 'Overdue' })).statusCode, 409)
    await setPaymentAccount(db, { accountName: 'A', sortCode: '00-00-00', accountNumber: '00000000', iban: 'GB00' }, day('2024-01-01'), bySenior)
    const { page, context } = await aWindow(listening, finance, { width: 390 })
    await page.goto(`${address}/reminder`)
    await picture(page, 'reminder-390')
    await findsNothing(page)
    assert.match(await page.content(), /Pay it within 14 days/)
    await context.close()
    assert.equal((await finance.post(`${address}/reminder`, { reasons: 'Overdue' })).statusCode, 303)
    const [step] = await stepsOfPenalty(db, driver)
    assert.deepEqual((await dispatchesOfPenalty(db, driver)).map(({ documentId, purpose, channel, stage }) => ({ documentId, purpose, channel, stage })), [{ documentId: step?.documentId, purpose: 'reminder', channel: 'post', stage: 'planned' }])
    assert.match((await finance.get(`/penalties/${driver}/reminder?of=${step?.documentId}`)).body, /your penalty has not been paid/)
    for (const each of await stepsOfPenalty(db, driver)) assert.deepEqual(await foldHistory(db, enforcementThing, each.id), each)
  })
  test('is asked after once it has left, and its return stops everything until it is served again', async () => {
    const [dispatch] = await dispatchesOfPenalty(db, driver)
    const id = dispatch?.id ?? assert.fail()
    eventsOf(await changeDispatch(db, id, bySenior, (current) => recordSent(current, { on: today, evidence: 'Batch 1', by: seniorOfficer, today })))
    assert.deepEqual((await letterActions(db, [caseId])).map(({ code, href }) => [code, href]), [['letter-outcome', `/dispatches/${id}`]])
    eventsOf(await changeDispatch(db, id, bySenior, (current) => recordOutcome(current, { code: 'moved', at: site.clock.now(), evidence: 'Envelope marked gone away', recordedBy: seniorOfficer }, site.clock.now())))
    assert.deepEqual(await standsInTheWay('reminder'), ['not-held'])
    assert.deepEqual(await letterActions(db, [caseId]), [])
    assert.match((await finance.get(address)).body, /A letter came back/)
  })
  for (const width of [1440, 390]) {
    test(`at ${width} pixels axe finds nothing`, async () => {
      const { page, context } = await aWindow(listening, senior, { width })
      for (const [name, path] of [['enforcement', address], ['enforcement-step', `${address}/county-court-claim`]] as const) {
        await page.goto(path)
        await picture(page, `${name}-${width}`)
        await findsNothing(page)
      }
      await context.close()
    })
  }
  test('an address corrected in another case of the same person stops the next letter here', async () => {
    const other = await aProposedCase(db)
    const [here, there] = [await readPerson(db, (await readPenalty(db, driver))?.personId ?? ''), await readPerson(db, (await readPenalty(db, await penaltyFor(db, other, 'driver')))?.personId ?? '')]
    if (here === undefined || there === undefined) throw new Error('Both cases have a driver')
    const newer = { ...there.identity.address, lines: ['New Street 9'], asOf: daysAfter(30, there.identity.address.asOf) }
    for (const [person, identity] of [[here, { ...here.identity, registeredNumber: 'DL-77' }], [there, { ...there.identity, registeredNumber: 'DL-77', address: newer }]] as const) {
      eventsOf(await correctPersonOf(db, person.id, { identity, facts: person.facts, reasons: 'They wrote to us' }, byCaseworker))
    }
    assert.ok((await standsInTheWay('reminder')).includes('address-sure'))
  })
  test('an appeal that is lodged stops every step', async () => {
    eventsOf(await lodgeAppealOf(db, driver, { appealId: newId(), court: 'county-court', courtName: 'Canterbury', claimNumber: 'X1', appellant: 'A', grounds: 'both', summary: 's', lodgedOn: day('2024-03-20'), servedOn: day('2024-03-21'), today }, bySenior))
    assert.ok((await standsInTheWay('reminder')).includes('not-held'))
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, byCaseworker, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aPenaltyIssuedOn, eventsOf, seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { day, daysAfter, noPence, pounds, type CalendarDate } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { lodgeAppealOf } from '../appeal/change-appeal.store.ts'
import { correctPersonOf } from '../person/person-acts.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { readPerson } from '../person/person.store.ts'
import { penalties } from '../wire.ts'
import { holdsOfCase } from '../recovery/hold.store.ts'
import { evolveStep, type EnforcementStep } from './enforcement-step.ts'
import { enforcementFacts, enforcementThing, stepsOfPenalty } from './enforcement.store.ts'
import { interestOn, missingFor, type EnforcementFacts } from './needs.ts'
import { everyStep, stepOf, type StepCode } from './steps.ts'
import { answerLetter, takeStep } from './take-step.ts'

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
const facts = (change: Partial<EnforcementFacts> = {}): EnforcementFacts => ({ penalty: issued, owedPence: pounds(100), standstills: [], appeals: [], taken: [], address: 'A', newerAddressIn: null, today: day('2024-09-01'), ...change })
const missing = (code: StepCode, change: Partial<EnforcementFacts> = {}) => missingFor(stepOf(code), facts(change))
const answersTo = (code: StepCode, on: CalendarDate) => Object.fromEntries(stepOf(code).asks.map(({ name, kind }) => [name, kind === 'day' ? on : 'said']))

function taken(code: StepCode, on: string, served?: string): EnforcementStep {
  const [takenOn, letterDays] = [day(on), stepOf(code).letterDays]
  const letter = letterDays === null ? null : { sentOn: takenOn, method: 'post' as const, address: 'A' }
  const step = evolveStep(undefined, { type: 'enforcement-step-taken', stepId: newId(), caseId: issued.caseId, penaltyId: issued.id, code, takenOn, takenBy: seniorOfficer, reasons: 'r', answers: answersTo(code, takenOn), letter })
  return served === undefined ? step : evolveStep(step, { type: 'enforcement-letter-answered', service: { outcome: 'served', on: day(served), proof: 'Signed for', by: seniorOfficer } })
}

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
    const letter = (served?: string, today = '2024-09-01', address = 'A') => missing('letter-before-action', { taken: [taken('reminder', '2024-05-10', served)], today: day(today), address })
    assert.deepEqual(letter(), ['reminder-served'])
    assert.deepEqual(letter('2024-05-13', '2024-05-27'), ['reminder-served'])
    assert.deepEqual(letter('2024-05-13', '2024-05-28'), [])
  })
  test('takes a letter to an address that is no longer theirs for none', () => {
    assert.deepEqual(missing('letter-before-action', { taken: [taken('reminder', '2024-05-10', '2024-05-13')], address: 'B' }), ['reminder-served'])
  })
  test('reaches a court or a business only once no appeal is possible on any reading', () => {
    const before = [taken('reminder', '2024-03-02', '2024-03-02'), taken('letter-before-action', '2024-03-03', '2024-03-03')]
    assert.deepEqual(missing('county-court-claim', { taken: before, today: day('2024-03-29') }).includes('no-appeal-possible'), true)
    assert.deepEqual(missing('county-court-claim', { taken: before }), [])
    assert.deepEqual(missing('foreign-enforcement'), ['judgment'])
  })
  test('needs a named officer’s reasons and all that it asks', () => {
    const claimed = facts({ taken: [taken('county-court-claim', '2024-08-01')] })
    const taking = { stepId: newId(), code: 'judgment' as const, reasons: 'r', answers: answersTo('judgment', day('2024-08-20')), sent: null, by: seniorOfficer }
    assert.equal(eventsOf(takeStep(claimed, taking)).length, 1)
    assert.deepEqual(takeStep(claimed, { ...taking, reasons: ' ' }), { refused: 'reasons-needed' })
    assert.deepEqual(takeStep(claimed, { ...taking, answers: { ...taking.answers, order: '' } }), { refused: 'reasons-needed' })
    assert.deepEqual(takeStep(claimed, { ...taking, answers: answersTo('judgment', day('2024-09-02')) }), { refused: 'step-in-future' })
  })
})

test('each step says what it rests on, and a reminder rests on nothing', () => {
  const before = [taken('reminder', '2024-03-02', '2024-03-02'), taken('letter-before-action', '2024-03-03', '2024-03-03')]
  const taking = (code: StepCode) => ({ stepId: newId(), code, reasons: 'r', answers: answersTo(code, day('2024-08-01')), by: seniorOfficer })
  const under = (code: StepCode, sent: Parameters<typeof takeStep>[1]['sent']) => eventsOf(takeStep(facts({ taken: before }), { ...taking(code), sent }))[0]?.under
  assert.deepEqual(under('county-court-claim', null)?.map(({ cite }) => cite.split(' ').at(-1)), ['s.35(10)', 's.35(11)'])
  assert.deepEqual(under('reminder', { on: day('2024-08-01'), method: 'post' }), [])
})

test('interest accrues from a judgment on, and not before', () => {
  const interest = (...steps: readonly EnforcementStep[]) => interestOn({ taken: steps, today: day('2024-09-01') }).value
  assert.deepEqual([interest(), interest(taken('county-court-claim', '2024-08-01')), interest(taken('judgment', '2024-08-20'))], [false, false, true])
})

describe('what became of a letter', () => {
  const letter = taken('reminder', '2024-05-10')
  const answering = { outcome: 'served' as const, on: day('2024-05-12'), proof: 'Signed for', by: seniorOfficer, today: day('2024-05-20') }
  test('needs proof, on a day after it was sent and not after today', () => {
    assert.deepEqual(answerLetter(letter, { ...answering, proof: '' }), { refused: 'say-what-proves-it' })
    for (const on of ['2024-05-09', '2024-05-21']) assert.deepEqual(answerLetter(letter, { ...answering, on: day(on) }), { refused: 'served-on-another-day' })
    assert.deepEqual(answerLetter(taken('judgment', '2024-05-10'), answering), { refused: 'no-such-letter' })
  })
  test('silence is not arrival, and may still be broken', () => {
    const unknown = evolveStep(letter, eventsOf(answerLetter(letter, { ...answering, outcome: 'unknown', proof: 'Nothing heard' }))[0] ?? assert.fail())
    assert.deepEqual(missing('letter-before-action', { taken: [unknown] }), ['reminder-served'])
    assert.equal(eventsOf(answerLetter(unknown, answering)).length, 1)
  })
})

describe('on the screen', () => {
  test('each step is for those it says, and one that cannot be taken says why', async () => {
    assert.equal((await finance.get(`${address}/county-court-claim`)).statusCode, 403)
    assert.equal((await site.signedInAs('caseworker').get(`${address}/reminder`)).statusCode, 403)
    assert.match((await senior.get(`${address}/county-court-claim`)).body, /No letter before action is proved to have arrived/)
    assert.equal((await finance.post(`${address}/letter-before-action`, { reasons: 'r', sentOn: '2024-06-01', method: 'post' })).statusCode, 409)
  })
  test('a reminder is recorded with how it went, and its return stops everything in the same act', async () => {
    assert.equal((await finance.post(`${address}/reminder`, { reasons: 'Overdue', sentOn: '2024-05-10', method: '' })).statusCode, 422)
    assert.equal((await finance.post(`${address}/reminder`, { reasons: 'Overdue', sentOn: '2024-05-10', method: 'post' })).statusCode, 303)
    const [step] = await stepsOfPenalty(db, driver)
    assert.equal((await finance.post(`${address}/service`, { stepId: step?.id ?? '', outcome: 'returned', on: '2024-05-20', proof: 'Envelope marked gone away' })).statusCode, 303)
    assert.partialDeepStrictEqual(await holdsOfCase(db, caseId), [{ kind: 'returned-mail', penaltyId: driver }])
    assert.deepEqual(await standsInTheWay('reminder'), ['not-held'])
    for (const each of await stepsOfPenalty(db, driver)) assert.deepEqual(await foldHistory(db, enforcementThing, each.id), each)
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

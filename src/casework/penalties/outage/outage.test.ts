import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { eventsOf, seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { day, instant, pounds } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { lastDayFor } from '../deadline/last-day-for.ts'
import { pausesOfPenalty } from '../deadline/pauses.store.ts'
import { determineObjection } from '../objection/determine-objection.ts'
import { receiveObjection } from '../objection/receive-objection.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { penalties, publicOutages } from '../wire.ts'
import { noteOpenDoor, proposalThing, readProposal, unansweredProposals } from './outage-proposal.store.ts'
import { evolveOutage, touches, type Outage } from './outage.ts'
import { outageThing, recentOutages, recordOutageOf } from './outage.store.ts'
import { endOutage, recordOutage, type RecordingOutage } from './record-outage.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-04-02T10:00:00Z' })
const address = await site.listen()
const caseId = await aProposedCase(db)
const driver = await penaltyFor(db, caseId, 'driver')
await decide(db, driver, pounds(6000))
await issue(db, driver)
for (const role of ['caseworker', 'senior-officer'] as const) await rememberReason(db, { officerId: `test-${role}`, caseId, reason: 'An objection came', at: site.clock.now() })
const caseworker = site.signedInAs('caseworker')
const senior = site.signedInAs('senior-officer')

const recording = (change: Partial<RecordingOutage> = {}): RecordingOutage => ({
  outageId: newId(), channel: 'e-mail', fromAt: instant('2024-03-29T09:00:00Z'), untilAt: instant('2024-03-29T23:00:00Z'), what: 'The relay refused everything.', recordedBy: seniorOfficer, now: instant('2024-04-02T10:00:00Z'), ...change,
})
const anOutage = (change: Partial<RecordingOutage> = {}): Outage => eventsOf(recordOutage([], recording(change))).reduce<Outage | undefined>(evolveOutage, undefined) ?? assert.fail()

describe('an outage', () => {
  test('touches the London days it lasted, and not the one that begins as it ends', () => {
    const overNight = anOutage({ fromAt: instant('2024-03-30T12:00:00Z'), untilAt: instant('2024-03-31T23:00:00Z') })
    assert.deepEqual(['2024-03-29', '2024-03-30', '2024-03-31', '2024-04-01'].map((on) => touches(overNight, day(on))), [false, true, true, false])
    assert.equal(touches(anOutage({ untilAt: null }), day('2024-04-02')), true)
  })
  test('of one way in is recorded once for the same time, and another way in beside it', () => {
    assert.deepEqual(recordOutage([anOutage()], recording({ fromAt: instant('2024-03-29T22:59:00Z'), untilAt: null })), { refused: 'outage-recorded-already' })
    assert.equal(eventsOf(recordOutage([anOutage()], recording({ fromAt: instant('2024-03-29T23:00:00Z'), untilAt: null }))).length, 1)
    assert.equal(eventsOf(recordOutage([anOutage()], recording({ channel: 'post' }))).length, 1)
  })
  test('is neither ahead of us nor backwards, and says what happened', () => {
    assert.deepEqual(recordOutage([], recording({ untilAt: instant('2024-04-02T10:01:00Z') })), { refused: 'outage-in-future' })
    assert.deepEqual(recordOutage([], recording({ untilAt: instant('2024-03-29T08:00:00Z') })), { refused: 'outage-ends-before-it-begins' })
    assert.deepEqual(recordOutage([], recording({ what: ' ' })), { refused: 'say-what-was-down' })
    assert.deepEqual(endOutage(anOutage(), { untilAt: instant('2024-03-30T08:00:00Z'), endedBy: seniorOfficer, now: instant('2024-04-02T10:00:00Z') }), { refused: 'outage-is-over' })
  })
})

describe('a website that was down on the last day', () => {
  const form = { channel: 'public-site', fromOn: '2024-03-29', fromTime: '08:30', untilOn: '', untilTime: '', what: 'The public site answered nobody.' }

  test('is recorded while it lasts, and ended by whoever sees it open again', async () => {
    assert.equal((await caseworker.post('/cases/outages', { ...form, fromTime: '8.30' })).statusCode, 422)
    assert.equal((await caseworker.post('/cases/outages', { ...form, untilOn: '2024-03-29' })).statusCode, 422)
    assert.equal((await caseworker.post('/cases/outages', form)).statusCode, 303)
    assert.equal((await caseworker.post('/cases/outages', form)).statusCode, 409)
    const [outage] = await recentOutages(db)
    assert.equal((await senior.post(`/cases/outages/${outage?.id}/end`, { endOn: '2024-03-29', endTime: '19:45' })).statusCode, 303)
    const [ended] = await recentOutages(db)
    assert.partialDeepStrictEqual(ended, { fromAt: '2024-03-29T08:30:00.000Z', untilAt: '2024-03-29T19:45:00.000Z' })
    assert.deepEqual(await foldHistory(db, outageThing, ended?.id ?? ''), ended)
  })
  test('moves no last day, and stands before whoever judges the objection that came after it', async () => {
    const before = await readPenalty(db, driver)
    eventsOf(await changePenalty(db, { penaltyId: driver, by: bySenior }, (penalty) => receiveObjection(penalty, { receivedOn: day('2024-03-30'), grounds: 'both', summary: 'The site did not open.', objector: 'Andrei Popescu', today: day('2024-04-02') })))
    assert.equal(before && lastDayFor('object', before).day, '2024-03-29')
    const { body } = await senior.get(`/penalties/${driver}/late-objection`)
    assert.match(body, /On Friday 29 March 2024, the last day to object, a way in was shut\. The public site: from 08:30 on Friday 29 March 2024 until 19:45/)
    assert.match(body, /No last day moves by this/)
  })
  test('is not recorded by those who only read', async () => {
    for (const role of ['auditor', 'analyst', 'lane-officer'] as const) assert.equal((await site.signedInAs(role).get('/cases/outages')).statusCode, 403)
  })
  test('the table refuses two of one way in at once', async () => {
    await assert.rejects(sql`insert into penalties.outage select gen_random_uuid(), channel, from_at, null, what, recorded_by, null from penalties.outage`.execute(db), /exclusion constraint/)
  })
})

describe('the public door', () => {
  const machine = (at: string) => ({ officerId: 'machine', name: 'Juxta', role: 'machine' as const, site: 'centre' as const, at: instant(at) })
  test('proposes an outage when a run begins long after the last one was heard, and never while it runs', async () => {
    await noteOpenDoor(db, 'public-site', machine('2024-04-01T08:00:00Z'), true)
    await noteOpenDoor(db, 'public-site', machine('2024-04-01T10:00:00Z'), false)
    await noteOpenDoor(db, 'public-site', machine('2024-04-01T10:14:59Z'), true)
    assert.deepEqual(await unansweredProposals(db), [])
    await noteOpenDoor(db, 'public-site', machine('2024-04-01T10:29:59Z'), true)
    const [proposal] = await unansweredProposals(db)
    assert.partialDeepStrictEqual(proposal, { channel: 'public-site', fromAt: '2024-04-01T10:14:59.000Z', untilAt: '2024-04-01T10:29:59.000Z', answer: null })
  })
  test('records nothing by itself: a person says whether it was one, once', async () => {
    const [proposal] = await unansweredProposals(db)
    const address = `/cases/outages/proposals/${proposal?.id}`
    assert.match((await caseworker.get('/cases/outages')).body, /The public site: from 11:14 on Monday 1 April 2024 until 11:29/)
    assert.equal((await caseworker.post(address, { wasOutage: 'yes', reasons: 'The machine was started again' })).statusCode, 303)
    assert.equal((await caseworker.post(address, { wasOutage: 'no', reasons: 'Planned' })).statusCode, 409)
    assert.partialDeepStrictEqual((await recentOutages(db))[0], { channel: 'public-site', fromAt: '2024-04-01T10:14:59.000Z', what: 'The machine was started again', recordedBy: { officerId: 'test-caseworker' } })
    assert.deepEqual(await foldHistory(db, proposalThing, proposal?.id ?? ''), await readProposal(db, proposal?.id ?? ''))
  })
})

describe('in public', async () => {
  const door = await aSite({ wirings: [publicOutages], site: 'centre', audience: 'public', now: '2024-04-02T10:00:00Z' })
  eventsOf(await recordOutageOf(door.db, recording(), door.by('caseworker')))
  test('an outage is shown in both languages with what it means, and without what an officer wrote', async () => {
    const [english, french] = [(await door.visitor.get('/outages')).body, (await door.visitor.get('/outages', { cookie: 'language=fr' })).body]
    assert.match(english, /E-mail: from 09:00 on Friday 29 March 2024 until 23:00/)
    assert.match(english, /No last day moves/)
    assert.match(french, /La messagerie : de 09:00, le vendredi 29 mars 2024 à 23:00/)
    assert.match(french, /Aucun dernier jour n’est déplacé/)
    for (const body of [english, french]) assert.doesNotMatch(body, /The relay refused everything/)
  })
  test('one that lasts stands above every page until it is over', async () => {
    assert.doesNotMatch((await door.visitor.get('/outages')).body, /shell-notice/)
    eventsOf(await recordOutageOf(door.db, recording({ channel: 'card-payments', untilAt: null }), door.by('caseworker')))
    assert.match((await door.visitor.get('/outages')).body, /<aside class="shell-notice"[^>]*>Shut now: Card payments: since 09:00 on Friday 29 March 2024, and still now/)
  })
})

describe('a pause', () => {
  test('is an interval of its own, open while the objection is held and closed when the decision is told', async () => {
    eventsOf(await changePenalty(db, { penaltyId: driver, by: bySenior }, () => ({ events: [{ type: 'late-objection-accepted', acceptedOn: day('2024-04-02'), reasons: 'The site was down', decidedBy: seniorOfficer }] })))
    assert.partialDeepStrictEqual(await pausesOfPenalty(db, driver), [{ clock: 'pay', fromOn: '2024-03-30', untilOn: null }])
    const determining = { outcome: 'uphold', amountPence: null, reasons: 'As before', snapshot: null, determinedBy: { officerId: 'owen', name: 'Owen Hart' }, toldOn: day('2024-04-20'), othersPence: [] } as const
    eventsOf(await changePenalty(db, { penaltyId: driver, by: bySenior }, (penalty) => determineObjection(penalty, determining)))
    assert.partialDeepStrictEqual(await pausesOfPenalty(db, driver), [{ fromOn: '2024-03-30', untilOn: '2024-04-20' }])
  })
  test('cannot overlap another: the table says no', async () => {
    await assert.rejects(sql`insert into penalties.pause values (${driver}, 'another notice', 'pay', '2024-04-19', null, 'objection-held')`.execute(db), /exclusion constraint/)
  })
  test('is shown with every event that moved a day', async () => {
    const { body } = await caseworker.get(`/penalties/${driver}/days`)
    assert.match(body, /Late objection accepted/)
    assert.match(body, /stands still/)
    assert.match(body, /21 days, while the objection was held/)
  })
})

describe('the pages', () => {
  for (const width of [1440, 390]) {
    test(`of outages and of days at ${width} pixels give axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, caseworker, { width })
      for (const [path, name] of [['/cases/outages', 'outages'], [`/penalties/${driver}/days`, 'days']] as const) {
        await page.goto(path)
        await picture(page, `${name}-${width}`)
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'nothing sticks out at the side')
        await findsNothing(page)
      }
      await context.close()
    })
  }
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { foldHistory, historyOfStream } from '#platform/events'
import { newId } from '#platform/identity'
import { anOpenCase, aProposedCase, byCaseworker, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { anIdentity, caseworker as who, eventsOf, personFacts } from '#test/penalties'
import { aSite } from '#test/site'
import { day, pounds } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { earlierInOurRecords } from '../person/earlier-in-our-records.store.ts'
import { addPersonTo } from '../person/person-acts.store.ts'
import { personsOfCase, readPerson } from '../person/person.store.ts'
import type { Identity } from '../person/person.ts'
import { penalties } from '../wire.ts'
import { judgeParties, type Judging } from './party-judgement.ts'
import { compareActions, compareDue, likelyOf, likelyPairs } from './likely-party.store.ts'
import { reviewOfMembership } from './membership-review.ts'
import { judgePartiesOf, judgementsOn, judgementThing, recordsOfParties, sameParty, undoJudgementOf } from './party.store.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-20T10:00:00Z' })
const address = await site.listen()
const on = day('2024-03-20')

async function aHirer(identity: Partial<Identity>, caseId?: string): Promise<{ readonly caseId: string; readonly personId: string }> {
  const at = caseId ?? (await anOpenCase(db))
  const personId = newId()
  eventsOf(await addPersonTo(db, at, { personId, partyId: personId, capacity: 'hirer', identity: anIdentity(identity), facts: personFacts() }, byCaseworker))
  return { caseId: at, personId }
}

const judging = (onePartyId: string, otherPartyId: string, same = true): Judging => ({ judgementId: newId(), onePartyId, otherPartyId, same, reasons: 'Same licence', judgedBy: who, judgedOn: on })
const undone = { by: who, on, reasons: 'Another licence after all' }

describe('two records', () => {
  test('are judged once, with reasons, and not to be one with themselves', () => {
    const free = { standing: false, alike: false }
    assert.equal(eventsOf(judgeParties(judging('a', 'b'), free)).length, 1)
    assert.deepEqual(judgeParties(judging('a', 'a'), free), { refused: 'one-party-already' })
    assert.deepEqual(judgeParties({ ...judging('a', 'b'), reasons: ' ' }, free), { refused: 'reasons-needed' })
    assert.deepEqual(judgeParties(judging('a', 'b', false), { standing: true, alike: false }), { refused: 'parties-judged-already' })
    assert.deepEqual(judgeParties(judging('a', 'b', false), { standing: false, alike: true }), { refused: 'parties-joined-by-a-third' })
  })

  test('whoever is merged and parted in whatever order, those are one whom a chain of standing judgements joins', async () => {
    const parties = Array.from({ length: 5 }, () => newId())
    const step = fc.record({ one: fc.nat(4), other: fc.nat(4), same: fc.boolean(), undo: fc.boolean() })
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const standing: { id: string; pair: readonly [number, number]; same: boolean }[] = []
      const idOf = (at: number) => parties[at] ?? ''
      for (const { one, other, same, undo } of steps) {
        const last = standing.at(-1)
        if (undo && last !== undefined) {
          eventsOf(await undoJudgementOf(db, last.id, undone, byCaseworker))
          standing.pop()
        } else {
          const act = judging(idOf(one), idOf(other), same)
          if (!('refused' in (await judgePartiesOf(db, act, byCaseworker)))) standing.push({ id: act.judgementId, pair: [one, other], same })
        }
      }
      for (const at of parties.keys()) assert.deepEqual(new Set(await sameParty(db, idOf(at))), new Set([...reached(at, standing)].map(idOf)))
      for (const { id } of standing) eventsOf(await undoJudgementOf(db, id, undone, byCaseworker))
      assert.deepEqual(await sameParty(db, idOf(0)), [idOf(0)], 'taken back, everybody stands alone as before')
    }), { numRuns: 12 })
  })
})

/** The slow way: spread from one until nothing is added. */
function reached(start: number, standing: readonly { readonly pair: readonly [number, number]; readonly same: boolean }[]): ReadonlySet<number> {
  const found = new Set([start])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const { pair: [one, other], same } of standing) {
      if (same && found.has(one)) found.add(other)
      if (same && found.has(other)) found.add(one)
    }
  }
  return found
}

test('a member of the scheme is to be looked at from the third such incident within a year on, a case with two capacities counted once', () => {
  const incident = (caseId: string, occurredOn: string, fellShort = true) => ({ caseId, occurredOn: day(occurredOn), section: '32' as const, fellShort })
  const review = (...records: readonly ReturnType<typeof incident>[]) => reviewOfMembership(records, day('2026-03-20')).value
  const two = [incident('a', '2026-01-10'), incident('a', '2026-01-10'), incident('b', '2025-06-01')]
  assert.deepEqual([review(...two), review(...two, incident('c', '2025-04-01')), review(...two, incident('c', '2025-03-20')), review(...two, incident('c', '2025-04-01', false))], [false, true, false, false])
})

test('every case on which somebody stands says whether they fell short there', async () => {
  const { caseId, personId } = await aHirer({ name: 'Nobody Else' })
  const facts = personFacts({ complied: { found: false, evidence: 'No records', reasons: 'None were shown' } })
  eventsOf(await addPersonTo(db, await anOpenCase(db), { personId: newId(), partyId: personId, capacity: 'owner', identity: anIdentity(), facts }, byCaseworker))
  const records = await recordsOfParties(db, [personId])
  assert.deepEqual(records.map(({ fellShort, section, occurredOn }) => [fellShort, section, occurredOn]).toSorted(), [[false, '32', '2024-01-10'], [true, '32', '2024-01-10']])
  assert.ok(records.some((record) => record.caseId === caseId))
})

describe('one person in many records', async () => {
  const first = await aHirer({ name: 'Сергей Кузнецов', registeredNumber: 'DL 77-1' })
  const second = await aHirer({ name: 'Sergey Kuznetsov', registeredNumber: 'dl771' })
  const third = await aHirer({ name: 'Sergei Kusnetsov', registeredNumber: null })
  const elsewhere = await aHirer({ name: 'Sergei Kusnetsov', registeredNumber: null, address: { ...anIdentity().address, country: 'Bulgaria' } })
  const caseworker = site.signedInAs('caseworker')
  const prefixed = await aHirer({ name: 'Haulier', registeredNumber: 'RO 7654321' })
  const bare = await aHirer({ name: 'Another name', registeredNumber: '7654321' })
  const compareAll = async (): Promise<void> => {
    while (await compareDue(db));
  }
  await compareAll()
  const compare = `/parties/${first.personId}/${second.personId}`

  test('is offered by number, and by a name much like it in the same country', async () => {
    const likely = await likelyOf(db, first.caseId, 20)
    assert.deepEqual(likely.filter(({ personId }) => personId === first.personId).map(({ otherPersonId, by }) => [otherPersonId, by]), [[second.personId, 'number'], [third.personId, 'name']])
    assert.ok(!likely.some(({ otherPersonId }) => otherPersonId === elsewhere.personId))
    assert.ok((await likelyPairs(db, 'number', { limit: 20, offset: 0 })).some(({ personId, otherPersonId }) => [personId, otherPersonId].sort().join() === [first.personId, second.personId].sort().join()))
  })
  test('is offered by a number whose country one record leaves out', async () => {
    assert.deepEqual((await likelyOf(db, bare.caseId, 20)).filter(({ personId }) => personId === bare.personId).map(({ otherPersonId, by }) => [otherPersonId, by]), [[prefixed.personId, 'bare-number']])
  })
  test('is a task in the later case while its facts are gathered, until somebody has judged', async () => {
    // The owner of every case here has one number and is paired with the first of it; the hirers of these two come on top.
    const waitsFor = async (caseId = '') => (await compareActions(db, [caseId])).map(({ code, text }) => [code, text])
    const [earlier, later] = [prefixed.caseId, bare.caseId].sort()
    assert.deepEqual(await waitsFor(earlier), [['compare-records', 'A record of another case may be the same person']])
    assert.deepEqual(await waitsFor(later), [['compare-records', '2 records of other cases may be the same persons']])
    eventsOf(await judgePartiesOf(db, judging(prefixed.personId, bare.personId, false), byCaseworker))
    await compareAll()
    assert.deepEqual(await waitsFor(later), [['compare-records', 'A record of another case may be the same person']])
  })
  test('is compared by somebody who has said why for both cases, and each case logs the look', async () => {
    assert.match((await caseworker.get(compare)).body, /Why are you looking/)
    for (const { caseId } of [first, second]) await rememberReason(db, { officerId: 'test-caseworker', caseId, reason: 'Comparing records', at: site.clock.now() })
    assert.match((await caseworker.get(compare)).body, /Сергей Кузнецов[\s\S]*Sergey Kuznetsov/)
    for (const { caseId } of [first, second]) assert.equal((await historyOfStream(db, `look:case:${caseId}`)).length, 1)
    assert.equal((await site.signedInAs('auditor').get(compare)).statusCode, 403)
  })
  test('is merged with reasons, keeps both records, and is found from either', async () => {
    const before = await readPerson(db, second.personId)
    assert.equal((await caseworker.post(compare, { same: 'yes', reasons: '' })).statusCode, 422)
    assert.equal((await caseworker.post(compare, { same: 'yes', reasons: 'The same licence' })).statusCode, 303)
    assert.equal((await caseworker.post(compare, { same: 'no', reasons: 'Again' })).statusCode, 409)
    assert.deepEqual(await readPerson(db, second.personId), before)
    const { body } = await caseworker.get(`/cases/${first.caseId}/parties`)
    assert.match(body, new RegExp(`${first.personId}/${second.personId}`))
    await compareAll()
    assert.ok(!(await likelyOf(db, first.caseId, 20)).some(({ otherPersonId }) => otherPersonId === second.personId))
  })
  test('is parted again with reasons, and everything stands as before; history says both', async () => {
    const [judgement] = await judgementsOn(db, [first.personId])
    assert.equal((await caseworker.post(`${compare}/undo`, { judgementId: newId(), undoReasons: 'Wrong' })).statusCode, 409)
    assert.equal((await caseworker.post(`${compare}/undo`, { judgementId: judgement?.id ?? '', undoReasons: 'Two licences' })).statusCode, 303)
    assert.deepEqual(await sameParty(db, first.personId), [first.personId])
    assert.match((await caseworker.get(compare)).body, /Taken back by Test caseworker/)
    const [after] = await judgementsOn(db, [first.personId])
    assert.deepEqual(await foldHistory(db, judgementThing, judgement?.id ?? ''), after)
    await compareAll()
    assert.ok((await likelyOf(db, first.caseId, 20)).some(({ otherPersonId }) => otherPersonId === second.personId))
  })
  test('has the earlier penalties of the record it was judged to be', async () => {
    const old = await aProposedCase(db)
    const penaltyId = await penaltyFor(db, old, 'driver')
    await decide(db, penaltyId, pounds(6000))
    await issue(db, penaltyId)
    const oldDriver = (await personsOfCase(db, old)).find(({ capacity }) => capacity === 'driver') ?? assert.fail()
    const now = (await readPerson(db, third.personId)) ?? assert.fail()
    assert.deepEqual(await earlierInOurRecords(db, now), [])
    eventsOf(await judgePartiesOf(db, judging(now.partyId, oldDriver.partyId), byCaseworker))
    assert.partialDeepStrictEqual(await earlierInOurRecords(db, now), [{ penaltyId, issuedOn: '2024-03-01' }])
  })
  for (const width of [1440, 390]) {
    test(`its pages at ${width} pixels give axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, caseworker, { width })
      for (const [path, name] of [['/parties', 'parties'], [compare, 'compare'], [`/cases/${first.caseId}/parties`, 'case-parties']] as const) {
        await page.goto(path)
        await picture(page, `${name}-${width}`)
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'nothing sticks out at the side')
        await findsNothing(page)
      }
      await context.close()
    })
  }
})

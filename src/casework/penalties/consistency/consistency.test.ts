import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { businessSizes } from '#law'
import { anOpenCase, aProposedCase, bySenior, decide, penaltyFor, propose } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aDriver, aPenaltyProposed, deciding, eventsOf } from '#test/penalties'
import { aSite } from '#test/site'
import { day, pounds } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { decidePenalty } from '../decision/decide-penalty.ts'
import { beside } from '../decision/others-decided.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { decisionsBeside } from './beside-this.store.ts'
import { selfReports, spreadOfDecisions } from './decided-facts.store.ts'
import { differencesBetween, factsOf, nearestDecisions, rangeOnSameFacts, type EarlierDecision, type Facts } from './same-facts.ts'

const here = factsOf(aPenaltyProposed())
const earlier = (change: Partial<Facts>, rest: Partial<EarlierDecision> = {}): EarlierDecision =>
  ({ penaltyId: 'p', reference: 'JX-2024-000001', facts: { ...here, ...change }, codePence: pounds(12_000), amountPence: pounds(12_000), standsPence: pounds(12_000), decidedOn: day('2024-02-01'), ...rest })

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  section: fc.constant(here.section), capacity: fc.constant(here.capacity), regime: fc.constantFrom('R2023', 'R2026'), entrants: fc.integer({ min: 0, max: 30 }), complied: fc.boolean(), accredited: fc.boolean(),
  employedByAccredited: fc.boolean(), absentAndActed: fc.boolean(), businessSize: fc.constantFrom(...businessSizes, null), meansShown: fc.boolean(), earlier: fc.nat(4), driverReported: fc.boolean(),
})

describe('facts', () => {
  test('are the ones the law asks about, and hold nothing about who or from where', () => {
    assert.deepEqual(Object.keys(here).sort(), ['absentAndActed', 'accredited', 'businessSize', 'capacity', 'complied', 'driverReported', 'earlier', 'employedByAccredited', 'entrants', 'meansShown', 'regime', 'section'])
    const renamed = { ...aDriver(), identity: { ...aDriver().identity, name: 'Somebody Else', address: { ...aDriver().identity.address, country: 'Poland' } } }
    assert.deepEqual(factsOf(aPenaltyProposed(renamed)), here)
  })
  test('are as far from each other one way as the other, and at no distance only when they are the same', () => {
    fc.assert(fc.property(anyFacts, anyFacts, (one, other) => {
      const [there, back] = [differencesBetween(one, other), differencesBetween(other, one)]
      assert.equal(there.distance, back.distance)
      assert.equal(there.distance === 0, JSON.stringify(one) === JSON.stringify(other))
      assert.equal(there.words.length === 0, there.distance === 0)
    }))
  })
  test('that are the same come first, then those that differ least, in words', () => {
    const nearest = nearestDecisions(here, [earlier({ complied: true }), earlier({ entrants: 3 }), earlier({}, { amountPence: pounds(9000) }), earlier({}, { decidedOn: day('2024-02-10') })], 3)
    assert.deepEqual(nearest.map(({ differences, percentOfCode, decidedOn }) => [differences, percentOfCode, decidedOn]), [[[], 100, '2024-02-10'], [[], 75, '2024-02-01'], [['3 entrants'], 100, '2024-02-01']])
    assert.deepEqual(rangeOnSameFacts(nearest), { count: 2, least: 75, most: 100 })
  })
})

describe('decisions', async () => {
  const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-20T10:00:00Z' })
  const address = await site.listen()
  const cases: string[] = []
  for (const amount of [6000, 6000, 9000, 12_000, 12_000]) {
    const caseId = await aProposedCase(db)
    cases.push(caseId)
    await decide(db, await penaltyFor(db, caseId, 'driver'), pounds(amount))
  }
  const reported = await anOpenCase(db, { selfReport: { raisedBy: 'driver', firstSuspectedAt: null, reportedAt: null } })
  await propose(db, reported)
  const driver = await penaltyFor(db, reported, 'driver')
  const open = await aProposedCase(db)
  const toDecide = await penaltyFor(db, open, 'driver')
  const senior = site.signedInAs('senior-officer')
  await rememberReason(db, { officerId: 'test-senior-officer', caseId: open, reason: 'Deciding', at: site.clock.now() })

  test('on the nearest facts stand beside the form that decides, without anybody’s name', async () => {
    const penalty = await readPenalty(db, toDecide)
    const { nearest, range } = await decisionsBeside(db, penalty ?? assert.fail())
    assert.deepEqual(range, { count: 5, least: 50, most: 100 })
    assert.equal(nearest.length, 5)
    const { body } = await senior.get(`/penalties/${toDecide}/decision`)
    const table = body.slice(body.indexOf('Nearest earlier decisions'), body.indexOf('Your decision'))
    assert.match(table, /5 on the same facts: 50% to 100% of the code’s figure/)
    assert.doesNotMatch(table, /Popescu|Romania/)
  })
  test('of one case are not compared with themselves', async () => {
    const own = await readPenalty(db, await penaltyFor(db, cases[0] ?? '', 'driver'))
    assert.equal((await decisionsBeside(db, own ?? assert.fail())).nearest.length, 4)
  })
  test('on the same facts are spread as far as the report says', async () => {
    const { lines, small } = await spreadOfDecisions(db, { from: day('2024-01-01'), to: day('2024-12-31') })
    assert.partialDeepStrictEqual(lines, [{ capacity: 'driver', count: 5, departing: 3, leastPercent: 50, middlePercent: 75, mostPercent: 100 }])
    assert.equal(small, 0)
    assert.equal((await spreadOfDecisions(db, { from: day('2025-01-01'), to: day('2025-12-31') })).lines.length, 0)
  })
  test('on drivers who raised the alarm are listed with the reason of their own', async () => {
    eventsOf(await changePenalty(db, { penaltyId: driver, by: bySenior }, (penalty, others) => decidePenalty(penalty, deciding({ amountPence: pounds(600), selfReportOverride: 'They knew at the last stop.', ...beside(penalty, others) }))))
    assert.partialDeepStrictEqual(await selfReports(db), [{ penaltyId: driver, amountPence: 60_000, override: 'They knew at the last stop.' }])
    assert.match((await senior.get('/cases/consistency')).body, /They knew at the last stop/)
    assert.doesNotMatch((await site.signedInAs('analyst').get('/cases/consistency')).body, /JX-/)
    assert.equal((await site.signedInAs('finance').get('/cases/consistency')).statusCode, 403)
  })
  for (const width of [1440, 390]) {
    test(`their pages at ${width} pixels give axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, senior, { width })
      for (const [path, name] of [['/cases/consistency?from=2024-01-01&to=2024-12-31', 'consistency'], [`/penalties/${toDecide}/decision`, 'decision-beside']] as const) {
        await page.goto(path)
        await picture(page, `${name}-${width}`)
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'nothing sticks out at the side')
        await findsNothing(page)
      }
      await context.close()
    })
  }
})

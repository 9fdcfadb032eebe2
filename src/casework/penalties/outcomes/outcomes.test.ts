import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assess, type AssessmentInput } from '#law'
import { newId } from '#platform/identity'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { day, noPence, pounds } from '#values'
import { concludeAppealOf, lodgeAppealOf } from '../appeal/change-appeal.store.ts'
import { penalties } from '../wire.ts'
import { changeFrom, groupedBy, ruleThatTurned, type Outcome } from './outcomes.ts'

const outcome = (change: Partial<Outcome> = {}): Outcome => ({ by: 'objection', port: 'calais', section: '32', grounds: 'too-high', change: 'reduced', beforePence: pounds(12_000), afterPence: pounds(6_000), rule: 'DSC-2', ...change })

describe('outcomes that share something', () => {
  test('are counted by what they came to, the largest group first, with what was taken off', () => {
    const groups = groupedBy([outcome(), outcome({ change: 'stood', afterPence: pounds(12_000) }), outcome({ port: 'coquelles', change: 'cancelled', afterPence: noPence })], ({ port }) => port)
    assert.deepEqual(groups.map(({ name, count, of, takenOffPence }) => [name, count, of.stood, of.reduced, of.cancelled, takenOffPence]), [['calais', 2, 1, 1, 0, pounds(6_000)], ['coquelles', 1, 0, 0, 1, pounds(12_000)]])
  })
  test('are left out where they have no such thing', () => assert.deepEqual(groupedBy([outcome({ rule: null })], ({ rule }) => rule), []))
})

test('a challenge stood, reduced, cancelled or increased', () => {
  assert.deepEqual([12_000, 6_000, 0, 20_000].map((after) => changeFrom(pounds(12_000), pounds(after))), ['stood', 'reduced', 'cancelled', 'increased'])
})

test('the rule that turned is the one that applies now and did not before', () => {
  const input = (complied: boolean): AssessmentInput => ({ incident: { occurredOn: day('2024-06-01'), place: 'calais', transporter: 'goods-vehicle', section: '32', entrants: 2 }, persons: [{ id: 'a', capacity: 'owner', complied }] })
  const [before, after] = [false, true].map((complied) => ({ input: input(complied), answer: assess(input(complied)) }))
  assert.ok(before !== undefined && after !== undefined)
  const owner = { partyId: 'a', capacity: 'owner' } as const
  assert.equal(ruleThatTurned(before, after, owner), 'DSC-2')
  assert.equal(ruleThatTurned(before, before, owner), null)
  assert.equal(ruleThatTurned(before, null, owner), null)
})

describe('the page of outcomes', async () => {
  const site = await aSite({ wirings: [penalties], site: 'centre', now: '2024-06-01T09:00:00Z' })
  const { db } = site
  for (let times = 0; times < 5; times += 1) {
    const caseId = await aProposedCase(db)
    const id = await penaltyFor(db, caseId, 'owner')
    await decide(db, id, pounds(12_000))
    await issue(db, id)
    const appealId = newId()
    await lodgeAppealOf(db, id, { appealId, court: 'county-court', courtName: 'Canterbury', claimNumber: `K${times}`, appellant: 'A', grounds: 'both', summary: 'x', lodgedOn: day('2024-03-10'), servedOn: day('2024-03-11'), today: day('2024-06-01') }, bySenior)
    if (times < 4) await concludeAppealOf(db, appealId, { outcome: 'reduced', amountPence: pounds(6_000), on: day('2024-05-01'), reasons: 'x', costs: { whoPays: 'nobody', pence: noPence }, concludedBy: seniorOfficer, today: day('2024-06-01') }, bySenior)
    else await concludeAppealOf(db, appealId, { outcome: 'dismissed', amountPence: null, on: day('2024-05-01'), reasons: 'x', costs: { whoPays: 'nobody', pence: noPence }, concludedBy: seniorOfficer, today: day('2024-06-01') }, bySenior)
  }

  test('shows a group of five and hides those that are smaller', async () => {
    const { body } = await site.signedInAs('senior-officer').get('/cases/outcomes')
    assert.match(body, /Appeals, by the court or conceded<\/th><td class="numeric">5<\/td><td class="numeric">1<\/td><td class="numeric">4<\/td>[\s\S]*£24,000/)
    const { body: none } = await site.signedInAs('senior-officer').get('/cases/outcomes?from=2024-05-02&to=2024-06-01')
    assert.match(none, /Nothing was decided in these days/)
  })
  test('is for those who decide, analyse and inspect', async () => {
    assert.equal((await site.signedInAs('analyst').get('/cases/outcomes')).statusCode, 200)
    assert.equal((await site.signedInAs('finance').get('/cases/outcomes')).statusCode, 403)
  })
})

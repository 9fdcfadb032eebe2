import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aProposedCase, bySenior, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { eventsOf, secondSenior } from '#test/penalties'
import { aSite } from '#test/site'
import { day, pounds } from '#values'
import { agreeDecisionTime } from '../objection/agree-decision-time.ts'
import { determineObjection } from '../objection/determine-objection.ts'
import { receiveObjection } from '../objection/receive-objection.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penalties } from '../wire.ts'
import { firstDayOf, monthsOf, percentWithin } from './months.ts'

describe('months', () => {
  test('stand there the newest first, also those in which nothing happened', () => {
    const months = monthsOf([{ month: '2024-03', what: 'issued', count: 4 }], { today: day('2024-05-31'), months: 4 })
    assert.deepEqual(months.map(({ month, issued }) => [month, issued]), [['2024-05', 0], ['2024-04', 0], ['2024-03', 4], ['2024-02', 0]])
    assert.equal(firstDayOf(4, day('2024-05-31')), '2024-02-01')
  })
  test('say nothing in hundredths where nothing was done', () => assert.deepEqual([percentWithin(0, 0), percentWithin(2, 3)], [null, 67]))
})

describe('what got done', async () => {
  const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-06-01T10:00:00Z' })
  const address = await site.listen()
  const caseId = await aProposedCase(db)
  for (const [capacity, toldOn] of [['driver', '2024-04-17'], ['owner', '2024-05-30']] as const) {
    const penaltyId = await penaltyFor(db, caseId, capacity)
    const act = async (decide: Parameters<typeof changePenalty>[2]): Promise<void> => void eventsOf(await changePenalty(db, { penaltyId, by: bySenior }, decide))
    await decide(db, penaltyId, pounds(6000))
    await issue(db, penaltyId)
    await act((penalty) => receiveObjection(penalty, { receivedOn: day('2024-03-20'), grounds: 'too-high', summary: 'Too much', objector: 'Andrei Popescu', today: day('2024-03-20') }))
    if (capacity === 'owner') await act((penalty) => agreeDecisionTime(penalty, { until: day('2024-06-30'), reasons: 'They asked for time to send papers' }))
    await act((penalty) => determineObjection(penalty, { outcome: 'uphold', amountPence: pounds(6000), reasons: 'The code fits', snapshot: null, determinedBy: secondSenior, toldOn: day(toldOn), othersPence: [] }))
  }
  const cellsOf = (body: string, month: string): readonly string[] => {
    const row = /<tr>.*?<\/tr>/.exec(body.slice(body.indexOf(`>${month}</th>`) - 40))?.[0] ?? ''
    return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, ''))
  }

  test('is counted in the month in which it was done, and an agreed longer time in neither part of the share', async () => {
    const { body } = await site.signedInAs('senior-officer').get('/casework/standards')
    assert.deepEqual(cellsOf(body, '2024-03'), ['0', '2', '100% of 2', '2', '0', '', '0', '0'])
    assert.deepEqual(cellsOf(body, '2024-04'), ['0', '0', '', '0', '1', '100% of 1', '0', '0'])
    assert.deepEqual(cellsOf(body, '2024-05'), ['0', '0', '', '0', '1', '', '1', '0'])
  })
  test('names what was left out with its reason, to those who may see cases', async () => {
    assert.match((await site.signedInAs('auditor').get('/casework/standards')).body, /They asked for time to send papers/)
    assert.doesNotMatch((await site.signedInAs('analyst').get('/casework/standards')).body, /JX-|They asked/)
    assert.equal((await site.signedInAs('watchlist-owner').get('/casework/standards')).statusCode, 403)
  })
  for (const width of [1440, 390]) {
    test(`at ${width} pixels gives axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, site.signedInAs('senior-officer'), { width })
      await page.goto('/casework/standards')
      await picture(page, `standards-${width}`)
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'nothing sticks out at the side')
      await findsNothing(page)
      await context.close()
    })
  }
})

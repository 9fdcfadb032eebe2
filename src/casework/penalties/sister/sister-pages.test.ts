import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { anOpenCase, decide, issue, penaltyFor, propose } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { eventsOf, receiving } from '#test/penalties'
import { aSite } from '#test/site'
import { noPence, plate, pounds } from '#values'
import { receiveObjection } from '../objection/receive-objection.ts'
import { determineObjection } from '../objection/determine-objection.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { correctionsFrom, readSisters, sisterThing } from './sister-correction.store.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2024-04-20T09:00:00Z' })
const { db } = site
const address = await site.listen()
const caseworker = site.signedInAs('caseworker')
const senior = site.signedInAs('senior-officer')
const cases: string[] = []
const penaltyIds: string[] = []
const tractor = { registration: plate('B 888 ABC'), country: 'RO' } as const

/** Three cases of one plate, each with a notice to its owner; the first was objected to and cancelled because the plate had been misread. */
before(async () => {
  for (const registration of [tractor, tractor, tractor, { registration: plate('B 777 XYZ'), country: 'RO' }]) {
    const caseId = await anOpenCase(db, { tractor: registration })
    await propose(db, caseId)
    const penaltyId = await penaltyFor(db, caseId, 'owner')
    await decide(db, penaltyId, pounds(12_000))
    await issue(db, penaltyId)
    cases.push(caseId)
    penaltyIds.push(penaltyId)
  }
  const by = site.by('senior-officer', 'Set up by a test')
  const [first = '', , third = ''] = penaltyIds
  for (const penaltyId of [first, third]) eventsOf(await changePenalty(db, { penaltyId, by }, (penalty) => receiveObjection(penalty, receiving('2024-03-20'))))
  const determining = { outcome: 'cancel', amountPence: null, reasons: 'The plate was misread.', snapshot: null, determinedBy: { officerId: 'owen', name: 'Owen Hart' }, toldOn: receiving('2024-04-10').receivedOn, othersPence: [] } as const
  eventsOf(await changePenalty(db, { penaltyId: first, by }, (penalty) => determineObjection(penalty, determining)))
  for (const caseId of cases) for (const asker of [caseworker, senior]) await asker.post(`/cases/${caseId}/reason`, { reason: 'objection' })
})

const asked = { cause: 'plate-misread', kind: 'cancel', reasons: 'The 8 was read for a B.' }
const correction = async () => {
  const [found] = await correctionsFrom(db, penaltyIds[0] ?? '')
  assert.ok(found)
  return found
}

describe('a plate that was misread', () => {
  test('brings the sister notices of the same plate before the team, and no others', async () => {
    assert.match((await caseworker.get('/sister-notices')).body, new RegExp(`/penalties/${penaltyIds[0]}/sisters`))
    assert.match((await caseworker.get(`/cases/${cases[0]}`)).body, /Corrected here: 2 sister notices stand/)
    const { body } = await caseworker.get(`/penalties/${penaltyIds[0]}/sisters`)
    assert.ok(body.includes(penaltyIds[1] ?? 'none') && body.includes(penaltyIds[2] ?? 'none'))
    assert.ok(!body.includes(penaltyIds[3] ?? ''))
  })
  test('each look at another case is logged there', async () => {
    const { body } = await senior.get(`/cases/${cases[1]}?timeline=looks`)
    assert.match(body, /sister notice, name and amount/)
  })
  test('cancels them together: one officer proposes, and may not agree', async () => {
    assert.equal((await senior.post(`/penalties/${penaltyIds[0]}/sisters`, { ...asked, chosen: [penaltyIds[1] ?? '', penaltyIds[2] ?? ''], reasons: '' })).statusCode, 422)
    assert.equal((await senior.post(`/penalties/${penaltyIds[0]}/sisters`, { ...asked, chosen: [penaltyIds[1] ?? '', penaltyIds[2] ?? ''] })).statusCode, 303)
    assert.equal((await senior.post(`/penalties/${penaltyIds[0]}/sisters`, { ...asked, chosen: [penaltyIds[3] ?? ''] })).statusCode, 409)
    const { id, items } = await correction()
    assert.equal(items.length, 2)
    assert.equal((await caseworker.post(`/sister-corrections/${id}/answer`, { answer: 'agree' })).statusCode, 403)
    assert.equal((await senior.post(`/sister-corrections/${id}/answer`, { answer: 'agree' })).statusCode, 409)
    assert.equal((await readPenalty(db, penaltyIds[1] ?? ''))?.stage, 'issued')
  })
  test('shows the other officer beforehand which would be corrected and which refused, and why', async () => {
    const { id } = await correction()
    const other = site.signedInAs('senior-officer', { id: 'owen', name: 'Owen Hart' })
    for (const caseId of cases) await other.post(`/cases/${caseId}/reason`, { reason: 'objection' })
    const { body } = await other.get(`/sister-corrections/${id}/answer`)
    assert.match(body, /Would be corrected/)
    assert.match(body, /Would be refused[\s\S]*An objection is held: determine it\./)
    assert.equal((await other.post(`/sister-corrections/${id}/answer`, { answer: 'agree' })).statusCode, 303)
  })
  test('corrects each by itself: one refused leaves the others corrected', async () => {
    const { id, results } = await correction()
    assert.deepEqual(results.map(({ refused }) => refused), [null, 'objection-held-first'])
    assert.partialDeepStrictEqual(await readPenalty(db, penaltyIds[1] ?? ''), { stage: 'cancelled', amountPence: noPence })
    assert.equal((await readPenalty(db, penaltyIds[2] ?? ''))?.stage, 'objected')
    assert.deepEqual(await foldHistory(db, sisterThing, id), await readSisters(db, id))
    assert.match((await senior.get(`/sister-corrections/${id}`)).body, /Corrected[\s\S]*Not corrected/)
  })
  test('leaves the list once somebody has looked', async () => {
    assert.ok(!(await caseworker.get('/sister-notices')).body.includes(`/penalties/${penaltyIds[0]}/sisters`))
  })
})

describe('its screens', () => {
  for (const [theme, width] of [['light', 1440], ['dark', 390]] as const) {
    test(`axe finds nothing on them, ${theme}, ${width} px`, async () => {
      const { page, context } = await aWindow(address, senior, { theme, width })
      const { id } = await correction()
      for (const path of ['/sister-notices', `/penalties/${penaltyIds[0]}/sisters`, `/sister-corrections/${id}`, `/sister-corrections/${id}/answer`]) {
        await page.goto(path)
        await findsNothing(page)
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true, path)
        await picture(page, `sister${path.replaceAll(/[/0-9a-f-]{20,}/g, '_').replaceAll('/', '-')}-${width}`)
      }
      await context.close()
    })
  }
})

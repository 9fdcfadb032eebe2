import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { aProposedCase, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow } from '#test/browser'
import { aSite } from '#test/site'
import { pounds } from '#values'
import { readPenalty } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { appealsOfCase } from './appeal.store.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2024-04-10T09:00:00Z' })
const { db } = site
const address = await site.listen()
const caseworker = site.signedInAs('caseworker')
const senior = site.signedInAs('senior-officer')
let caseId = ''
let penaltyId = ''

before(async () => {
  caseId = await aProposedCase(db)
  penaltyId = await penaltyFor(db, caseId, 'owner')
  for (const capacity of ['owner', 'driver'] as const) await decide(db, await penaltyFor(db, caseId, capacity), pounds(12_000))
  await issue(db, penaltyId)
  for (const asker of [caseworker, senior]) await asker.post(`/cases/${caseId}/reason`, { reason: 'objection' })
})

const lodging = { court: 'county-court', courtName: 'County Court at Canterbury', claimNumber: 'K00CT123', appellant: 'Example Haulage SRL', grounds: 'both', summary: 'Every check was done.', lodgedOn: '2024-03-28', servedOn: '2024-04-09' }
const appealId = async (): Promise<string> => String((await appealsOfCase(db, caseId))[0]?.id)

describe('an appeal, from the day it is served to its end', () => {
  test('is recorded by a caseworker; nothing typed is lost when a day is missing', async () => {
    const missing = await caseworker.post(`/penalties/${penaltyId}/appeal`, { ...lodging, lodgedOn: '' })
    assert.equal(missing.statusCode, 422)
    assert.match(missing.body, /Every check was done\./)
    assert.equal((await caseworker.post(`/penalties/${penaltyId}/appeal`, lodging)).statusCode, 303)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /K00CT123/)
  })
  test('has its hearing in the court diary of the team', async () => {
    assert.equal((await caseworker.post(`/appeals/${await appealId()}/diary/new`, { kind: 'hearing', what: 'Final hearing', on: '2024-06-20', time: '14:00', whose: 'court' })).statusCode, 303)
    assert.equal((await caseworker.post(`/appeals/${await appealId()}/diary/new`, { kind: 'file-bundle', what: 'Bundle to the court', on: '2024-04-20', time: '', whose: 'us' })).statusCode, 303)
    const { body } = await caseworker.get('/appeals')
    assert.ok(body.indexOf('File the bundle') < body.indexOf('Final hearing'))
  })
  test('has each direction closed with what proves it', async () => {
    const [bundle] = (await appealsOfCase(db, caseId))[0]?.diary.filter(({ kind }) => kind === 'file-bundle') ?? []
    assert.equal((await caseworker.post(`/appeals/${await appealId()}/diary/close`, { entryId: bundle?.id ?? '', as: 'done', on: '2024-04-10', proof: '' })).statusCode, 422)
    assert.equal((await caseworker.post(`/appeals/${await appealId()}/diary/close`, { entryId: bundle?.id ?? '', as: 'done', on: '2024-04-10', proof: 'Receipt 77' })).statusCode, 303)
    assert.doesNotMatch((await caseworker.get('/appeals')).body, /File the bundle/)
  })

  for (const [theme, width] of [['light', 1440], ['dark', 390]] as const) {
    test(`axe finds nothing on its pages, ${theme}, ${width} px`, async () => {
      const { page, context } = await aWindow(address, senior, { theme, width })
      for (const path of ['/appeals', `/appeals/${await appealId()}`, `/appeals/${await appealId()}/conclusion`, `/appeals/${await appealId()}/concession`, `/appeals/${await appealId()}/diary/new`, `/appeals/${await appealId()}/diary/close`]) {
        await page.goto(path)
        await findsNothing(page)
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true, path)
        if (process.env['SCREENSHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SCREENSHOTS']}/appeal-${path.split('/').at(-1)}-${width}.png`, fullPage: true })
      }
      await context.close()
    })
  }

  test('is concluded by a senior officer only, and the reduction reaches the penalty', async () => {
    const outcome = { outcome: 'reduced', amount: '6000', whoPays: 'we-pay', costs: '850', on: '2024-04-10', reasons: 'The owner kept proper records.' }
    assert.equal((await caseworker.post(`/appeals/${await appealId()}/conclusion`, outcome)).statusCode, 403)
    assert.equal((await senior.post(`/appeals/${await appealId()}/conclusion`, { ...outcome, amount: '13000' })).statusCode, 409)
    assert.equal((await senior.post(`/appeals/${await appealId()}/conclusion`, outcome)).statusCode, 303)
    assert.equal((await readPenalty(db, penaltyId))?.amountPence, pounds(6_000))
    const { body } = await senior.get(`/appeals/${await appealId()}`)
    assert.match(body, /Reduced by the court[\s\S]*£12,000[\s\S]*£6,000[\s\S]*We pay costs of[\s\S]*£850/)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { aProposedCase } from '#test/a-proposed-case'
import { aSite } from '#test/site'
import { instant } from '#values'
import { caseThing, readCase } from '../case/case.store.ts'
import { allocateCaseOf } from '../allocation/allocate-case.store.ts'
import { rememberReason } from '../case/look-reason.store.ts'
import { searchCases } from '../search/search-cases.store.ts'
import { penalties } from '../wire.ts'

describe('a case closed to all but some', async () => {
  const { db, ...site } = await aSite({ wirings: [{ ...penalties, feeds: [] }], site: 'centre', now: '2024-03-20T10:00:00Z' })
  const [senior, named, other] = [site.signedInAs('senior-officer', { id: 'jo', name: 'Jo' }), site.signedInAs('caseworker', { id: 'rose', name: 'Rose' }), site.signedInAs('caseworker', { id: 'alex', name: 'Alex' })]
  const auditor = site.signedInAs('auditor')
  const caseId = await aProposedCase(db)
  const reference = (await readCase(db, caseId))?.reference ?? ''
  const at = instant('2024-03-20T10:00:00Z')
  for (const officerId of ['jo', 'rose', 'alex']) await rememberReason(db, { officerId, caseId, reason: 'Working on it', at })
  await allocateCaseOf(db, caseId, { to: { officerId: 'rose', name: 'Rose' }, how: 'taken' }, site.by('caseworker', 'Working on it'))
  const isListed = async (who: typeof senior) => [(await who.get('/cases')).body.includes(reference), (await who.get('/cases.csv')).body.includes(reference), (await searchCases(db, who.officer, reference)).length]

  test('is closed by a senior officer with reasons, and never to its caseworker', async () => {
    assert.equal((await named.post(`/cases/${caseId}/restrict`, { to: 'rose', reasons: 'Mine' })).statusCode, 403)
    assert.equal((await senior.post(`/cases/${caseId}/restrict`, { to: 'rose', reasons: '' })).statusCode, 422)
    assert.equal((await senior.post(`/cases/${caseId}/restrict`, { reasons: 'A relative of ours drives for them' })).statusCode, 409)
    assert.equal((await senior.post(`/cases/${caseId}/restrict`, { to: 'rose', reasons: 'A relative of ours drives for them' })).statusCode, 303)
    assert.deepEqual((await readCase(db, caseId))?.restricted?.to.map(({ officerId }) => officerId), ['rose', 'jo'])
    assert.deepEqual(await foldHistory(db, caseThing, caseId), await readCase(db, caseId))
  })
  test('is open to those named and to auditors: page, list, export, search', async () => {
    for (const who of [senior, named]) assert.deepEqual([(await who.get(`/cases/${caseId}`)).statusCode, ...(await isListed(who))], [200, true, true, 1])
    assert.deepEqual(await isListed(auditor), [true, true, 1])
    assert.match((await named.get(`/cases/${caseId}`)).body, /Only Rose, Jo may open this case/)
  })
  test('is for nobody else: neither its page nor what lies in it, nor a list, export, search or count', async () => {
    for (const address of ['', '/file', '/money', '/assessment']) assert.equal((await other.get(`/cases/${caseId}${address}`)).statusCode, 403, address)
    assert.deepEqual(await isListed(other), [false, false, 0])
    assert.match((await other.get('/cases?stage=all')).body, /All <span class="quiet figures">0</)
  })
  test('is given to nobody it is closed to, and opens again with reasons', async () => {
    assert.deepEqual(await allocateCaseOf(db, caseId, { to: { officerId: 'alex', name: 'Alex' }, how: 'moved', reasons: 'Cover' }, site.by('senior-officer', 'Cover')), { refused: 'not-open-to-them' })
    assert.equal((await senior.post(`/cases/${caseId}/open-to-all`, { reasons: 'The relative has left' })).statusCode, 303)
    assert.equal((await other.get(`/cases/${caseId}`)).statusCode, 200)
  })
})

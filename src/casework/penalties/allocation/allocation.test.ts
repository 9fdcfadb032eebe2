import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { anOpenCase } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite } from '#test/site'
import { foldHistory, historyOf } from '#platform/events'
import { caseThing, readCase } from '../case/case.store.ts'
import { refreshDue } from '../work/waiting.store.ts'
import { penalties } from '../wire.ts'
import { readMember, teamMemberThing } from './team-member.store.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-20T10:00:00Z' })
const { db } = site
const address = await site.listen()
const senior = site.signedInAs('senior-officer')
const caseworker = site.signedInAs('caseworker')
const cases = [await anOpenCase(db), await anOpenCase(db), await anOpenCase(db)]
await refreshDue(db, site.clock.today())

const ownerOf = async (id: string | undefined) => (await readCase(db, id ?? ''))?.caseworkerId
const sealOf = (body: string): string => /name="seal" value="(\w+)"/.exec(body)?.[1] ?? ''

describe('the team', () => {
  test('is entered by its leader, with languages, hours and absences', async () => {
    await senior.post('/casework/team/rose', { name: 'Rose', languages: 'fr', sharePercent: '100' })
    await senior.post('/casework/team/omar', { name: 'Omar', languages: 'fr', sharePercent: '50' })
    await senior.post('/casework/team/omar/absence', { fromOn: '2024-03-18', toOn: '2024-03-22', why: 'Leave' })
    assert.match((await senior.get('/casework/team')).body, /Away/)
    assert.deepEqual(await foldHistory(db, teamMemberThing, 'omar'), await readMember(db, 'omar'))
    assert.equal((await caseworker.post('/casework/team/rose', { name: 'Rose', sharePercent: '0' })).statusCode, 403)
  })
})

describe('a case put before others', () => {
  const urgent = cases[2] ?? ''
  const form = { byOn: '2024-03-25', reasons: 'The driver flies home' }
  test('is offered first, marked in the list, and takes its place again with reasons', async () => {
    await caseworker.post(`/cases/${urgent}/reason`, { reason: 'checking' })
    assert.equal((await caseworker.post(`/cases/${urgent}/priority`, { ...form, byOn: '2024-03-19' })).statusCode, 409)
    assert.equal((await caseworker.post(`/cases/${urgent}/priority`, form)).statusCode, 303)
    assert.match((await caseworker.get('/casework/next')).body, new RegExp(`put first, by[\\s\\S]*value="${urgent}"`))
    assert.match((await caseworker.get('/cases?first=yes')).body, /1 case<[\s\S]*Put first/)
    assert.match((await caseworker.get(`/cases/${urgent}`)).body, /Put first, by[\s\S]*The driver flies home/)
    assert.equal((await caseworker.post(`/cases/${urgent}/priority/end`, { endReasons: '' })).statusCode, 422)
    await caseworker.post(`/cases/${urgent}/priority/end`, { endReasons: 'They stay' })
    assert.match((await caseworker.get('/cases?first=yes')).body, /No case fits these filters/)
    assert.deepEqual(await foldHistory(db, caseThing, urgent), await readCase(db, urgent))
  })
})

describe('cases that nobody has', () => {
  test('are passed on with a reason, and then not offered again', async () => {
    const offered = /name="caseId" value="([\w-]+)"/.exec((await caseworker.get('/casework/next')).body)?.[1] ?? ''
    assert.equal(offered, cases[0])
    assert.equal((await caseworker.post('/casework/next', { caseId: offered, answer: 'pass' })).statusCode, 422)
    await caseworker.post('/casework/next', { caseId: offered, answer: 'pass', why: 'I know the driver' })
    assert.match((await caseworker.get('/casework/next')).body, new RegExp(`value="${cases[1]}"`))
    assert.equal(await ownerOf(offered), null)
  })
  test('are taken one by one, and the second who presses is told', async () => {
    assert.equal((await caseworker.post('/casework/next', { caseId: cases[1] ?? '', answer: 'take' })).headers.location, `/cases/${cases[1]}`)
    assert.equal(await ownerOf(cases[1]), caseworker.officer.id)
    const late = await site.signedInAs('caseworker', { id: 'late' }).post('/casework/next', { caseId: cases[1] ?? '', answer: 'take' })
    assert.match(late.body, /Somebody else has taken this case meanwhile/)
  })
  test('are shared out as the plan was read, to those who are here', async () => {
    const { body } = await senior.get('/casework/share-out')
    assert.match(body, /Rose/)
    assert.doesNotMatch(body, /Omar/)
    assert.equal((await senior.post('/casework/share-out', { seal: 'another' })).statusCode, 409)
    assert.equal((await senior.post('/casework/share-out', { seal: sealOf(body) })).statusCode, 303)
    assert.deepEqual(await Promise.all(cases.map(ownerOf)), ['rose', caseworker.officer.id, 'rose'])
  })
  test('go to those who are back', async () => {
    const id = (await readMember(db, 'omar'))?.absences[0]?.id ?? ''
    await senior.post(`/casework/team/omar/absence/${id}/end`)
    const fresh = await anOpenCase(db)
    await refreshDue(db, site.clock.today())
    await senior.post('/casework/share-out', { seal: sealOf((await senior.get('/casework/share-out')).body) })
    assert.equal(await ownerOf(fresh), 'omar')
  })
})

describe('a case that somebody has', () => {
  test('is given to somebody else with reasons, which stand in its history', async () => {
    await senior.post(`/cases/${cases[0]}/reason`, { reason: 'checking' })
    assert.equal((await senior.post(`/cases/${cases[0]}/move`, { to: 'omar' })).statusCode, 422)
    await senior.post(`/cases/${cases[0]}/move`, { to: 'omar', reasons: 'Rose is in court' })
    assert.equal(await ownerOf(cases[0]), 'omar')
    assert.partialDeepStrictEqual((await historyOf(db, 'case', cases[0] ?? '')).at(-1)?.body, { how: 'moved', reasons: 'Rose is in court' })
  })
  test('is counted for whoever got it', async () => {
    const { body } = await senior.get('/casework/team')
    assert.match(body.replaceAll(/\s+/g, ' '), /Omar.*?class="numeric">2<\/td>/)
  })
})

for (const [name, path] of [['team', '/casework/team'], ['team-member', '/casework/team/omar'], ['share-out', '/casework/share-out'], ['move', `/cases/${cases[0]}/move`], ['priority', `/cases/${cases[0]}/priority`]] as const) {
  test(`axe finds nothing on ${name}, wide by day and narrow by night`, async () => {
    if (name === 'share-out') await anOpenCase(db)
    for (const terminal of [{ width: 1440, theme: 'light' }, { width: 390, theme: 'dark' }] as const) {
      const { page, context } = await aWindow(address, senior, terminal)
      await page.goto(path)
      await picture(page, `${name}-${terminal.width}`)
      await findsNothing(page)
      await context.close()
    }
  })
}

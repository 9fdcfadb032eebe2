import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { demoPeopleAt } from '#platform/identity'
import { grant, right } from '#platform/identity'
import { page } from '#platform/web'
import { aSite } from '#test/site'
import { officerOfClaims } from './officer-of-claims.ts'
import { signIn } from './wire.ts'

const lane = right('lane.watch', grant('lane-officer', { ownPort: true }))
const lanePage = page({ path: '/lane', right: lane, template: 'platform/web/not-done.njk', subject: async (_input, { site: port }) => ({ site: port }), show: async () => ({ sentences: [], back: '/' }) })
const site = await aSite({ wirings: [signIn(undefined), { pages: [lanePage] }] })

/** Follows redirects as a browser does, keeping its cookies. */
function aVisit() {
  const jar = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST', url: string): Promise<LightMyRequestResponse> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await site.app.inject({ method, url, headers: { cookie, host: 'localhost:4611' } })
    for (const { name, value, maxAge, expires } of answer.cookies) {
      if (value === '' || maxAge === 0 || (expires?.getTime() ?? Infinity) <= 0) jar.delete(name)
      else jar.set(name, encodeURIComponent(value))
    }
    return answer
  }
  const follow = async (url: string): Promise<LightMyRequestResponse> => {
    let answer = await ask('GET', url)
    for (let hops = 0; answer.headers.location !== undefined && hops < 10; hops += 1) {
      const next = URL.parse(String(answer.headers.location), 'http://localhost:4611')
      assert.equal(next?.host, 'localhost:4611')
      answer = await ask('GET', `${next?.pathname}${next?.search}`)
    }
    return answer
  }
  return { ask, follow, jar }
}

describe('signing in at Calais', () => {
  test('shows one button for each person who works there, and for nobody else’s port', async () => {
    const { body } = await site.visitor.get('/sign-in')
    for (const { id } of demoPeopleAt('calais')) assert.match(body, new RegExp(`value="${id}"`))
    assert.doesNotMatch(body, /lane-officer-dunkerque/)
  })

  test('takes one click through the identity provider and leads to the page that was asked for', async () => {
    const visit = aVisit()
    assert.equal((await visit.follow('/lane')).statusCode, 200)
    const answer = await visit.follow('/sign-in/start?person=demo-lane-officer-calais&next=%2Flane')
    assert.equal(answer.statusCode, 200)
    assert.match(answer.body, /Robin Farthing \(demo\)/)
    assert.equal((await visit.ask('GET', '/lane')).statusCode, 200)
  })

  test('as somebody else afterwards is somebody else', async () => {
    const visit = aVisit()
    await visit.follow('/sign-in/start?person=demo-finance')
    const answer = await visit.follow('/sign-in/start?person=demo-auditor&next=%2Flane')
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /Frances Hindsight/)
  })

  test('gives a new session, so that a cookie left by somebody else is worth nothing', async () => {
    const visit = aVisit()
    await visit.ask('GET', '/sign-in/start?person=demo-finance')
    const before = visit.jar.get('juxta-calais')
    await visit.follow('/sign-in/start?person=demo-finance')
    assert.notEqual(visit.jar.get('juxta-calais'), before)
  })

  test('never leads to another website', async () => {
    for (const next of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example']) {
      const answer = await aVisit().follow(`/sign-in/start?person=demo-auditor&next=${encodeURIComponent(next)}`)
      assert.match(answer.body, /No place here for your role/, 'the first page of this site, which has none for an auditor here')
    }
  })

  test('ends with signing out', async () => {
    const visit = aVisit()
    await visit.follow('/sign-in/start?person=demo-lane-officer-calais')
    assert.equal((await visit.ask('POST', '/sign-out')).headers.location, '/sign-in')
    assert.equal((await visit.ask('GET', '/lane')).statusCode, 303)
  })
})

describe('an answer nobody asked for', () => {
  test('is not accepted', async () => {
    assert.equal((await site.visitor.get('/sign-in/done?code=made-up&state=x')).statusCode, 400)
  })
  test('as a person who does not exist gives no session', async () => {
    const visit = aVisit()
    const answer = await visit.follow('/sign-in/start?person=nobody&next=%2Flane')
    assert.match(answer.body, /Who would you like to be/)
    assert.equal((await visit.ask('GET', '/lane')).statusCode, 303)
  })
})

describe('the officer a provider’s claims describe', () => {
  test('has the role and port they name', () => {
    assert.deepEqual(officerOfClaims({ sub: 'a1', name: 'A', juxta_role: 'lane-officer', juxta_port: 'calais' }), { id: 'a1', name: 'A', role: 'lane-officer', port: 'calais' })
  })
  test('is nobody without a role, with an unknown one, or as a lane officer without a port', () => {
    for (const claims of [{}, { juxta_role: 'admin' }, { juxta_role: 'visitor' }, { juxta_role: 'lane-officer', juxta_port: 'dover' }]) {
      assert.equal(officerOfClaims({ sub: 'a1', ...claims }), undefined)
    }
  })
})

test('production does not open with the demonstration’s people', async () => {
  await assert.rejects(aSite({ wirings: [signIn(undefined)], mode: 'production' }), /OIDC_ISSUER/)
})

import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, test } from 'node:test'
import { Provider, type KoaContext } from 'oidc-provider/lib/provider.js'
import { grant, right } from '#platform/identity'
import { page } from '#platform/web'
import { aSite } from '#test/site'
import { signIn } from './wire.ts'

const clientSecret = 'a secret that only this test and its provider know'
const people = new Map([['a-finance', { juxta_role: 'finance', name: 'A. Cashier' }], ['a-cook', { name: 'A. Cook' }]])
let whoAnswers = 'a-finance'

/** An organisation's provider on another address, which asks nobody anything and says who `whoAnswers` is. */
async function anOrganisation(): Promise<{ server: Server; issuer: string }> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: 'juxta', client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post', redirect_uris: ['http://localhost/sign-in/done'] }],
    claims: { openid: ['sub', 'name', 'juxta_role'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['only for this test'] },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/who' },
    findAccount: (_ctx: KoaContext, id: string) => ({ accountId: id, claims: async () => ({ sub: id, ...people.get(id) }) }),
    loadExistingGrant: async ({ oidc }: KoaContext) => {
      const granted = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId })
      granted.addOIDCScope('openid profile')
      await granted.save()
      return granted
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url !== '/who') return void answer(request, response)
    return void provider.interactionFinished(request, response, { login: { accountId: whoAnswers } })
  })
  return { server, issuer }
}

const { server, issuer } = await anOrganisation()
after(() => server.close())
const till = page({ path: '/till', right: right('till.see', grant('finance')), template: 'platform/web/not-done.njk', show: async () => ({ sentences: [], back: '/' }) })
const site = await aSite({ wirings: [signIn({ issuer, clientId: 'juxta', clientSecret }), { pages: [till] }], site: 'centre', mode: 'production' })

/** A browser with a cookie jar for each of the two addresses. */
async function signInAs(who: string) {
  whoAnswers = who
  const jar = new Map<string, string>()
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const atSite = async (url: string) => {
    const answer = await site.app.inject({ url, headers: { cookie: cookies() } })
    for (const { name, value } of answer.cookies) jar.set(name, encodeURIComponent(value))
    return answer
  }
  let next = String((await atSite('/sign-in/start?next=%2Ftill')).headers.location)
  while (next.startsWith(issuer)) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: cookies() } })
    for (const line of answer.headers.getSetCookie()) jar.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1, line.indexOf(';')))
    next = new URL(answer.headers.get('location') ?? '', next).href
  }
  const back = new URL(next)
  return { answer: await atSite(back.pathname + back.search), atSite }
}

describe('signing in with the organisation’s own provider', () => {
  test('offers one way, and none of the demonstration’s people', async () => {
    const { body } = await site.visitor.get('/sign-in')
    assert.match(body, /Sign in with your organisation/)
    assert.doesNotMatch(body, /demo/)
  })
  test('lets in the person and role it names', async () => {
    const { answer, atSite } = await signInAs('a-finance')
    assert.equal(answer.headers.location, '/till')
    assert.match((await atSite('/till')).body, /A\. Cashier/)
  })
  test('tells an account without a role so, and lets it into nothing', async () => {
    const { answer, atSite } = await signInAs('a-cook')
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /no role in Juxta/)
    assert.equal((await atSite('/till')).statusCode, 303)
  })
})

test('a provider that does not answer is said plainly, and asked again the next time', async () => {
  const alone = await aSite({ wirings: [signIn({ issuer: 'http://127.0.0.1:9', clientId: 'juxta', clientSecret })], site: 'dunkerque', mode: 'production', expectsFaults: true })
  const answer = await alone.visitor.get('/sign-in/start')
  assert.equal(answer.statusCode, 503)
  assert.match(answer.body, /does not answer/)
})

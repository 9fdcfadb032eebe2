import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair } from 'jose'
// Its front file warns of any Node without a long-term name, this one included, at each start.
import { Provider, type KoaContext } from 'oidc-provider/lib/provider.js'
import { demoPeople } from '#platform/identity'
import { anyone, type Host } from '#platform/web'
import { epochMsOf } from '#values'
import { demoClientId, demoIssuer, demoPath, demoSessionCookie, returnPath } from './demo-identity.ts'
import { memoryAdapter } from './memory-adapter.ts'

/**
 * A real OpenID provider inside each site, so that the demonstration signs in the way production does, also while the
 * link to everywhere else is cut. It asks for no password: the person is the one whose button was pressed.
 */
export async function mountDemoProvider(app: FastifyInstance, host: Host): Promise<void> {
  const provider = await demoProvider(host)
  const answer = provider.callback()
  await app.register(async (part) => {
    part.removeAllContentTypeParsers()
    part.addContentTypeParser('*', (_request, _payload, done) => done(null))
    part.get(`${demoPath}/choose/:uid`, { config: { right: anyone } }, async (request, reply) => {
      const asked = await provider.interactionDetails(request.raw, reply.raw).catch(() => undefined)
      const accountId = asked?.params['login_hint']
      if (!demoPeople.some(({ id }) => id === accountId)) return reply.redirect('/sign-in', 303)
      reply.hijack()
      await provider.interactionFinished(request.raw, reply.raw, { login: { accountId, remember: false } })
    })
    part.route({
      method: ['GET', 'POST'],
      url: `${demoPath}/*`,
      config: { right: anyone },
      handler: async (request, reply) => {
        reply.hijack()
        await answer(asMounted(request.raw), reply.raw)
      },
    })
  })
}

/** The provider reads where it is mounted from the difference between the two addresses, as it would under Express. */
function asMounted(request: IncomingMessage): IncomingMessage {
  const originalUrl = request.url ?? demoPath
  return Object.assign(request, { originalUrl, url: originalUrl.slice(demoPath.length) })
}

async function demoProvider(host: Host): Promise<Provider> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const provider = new Provider(demoIssuer(host), {
    adapter: memoryAdapter(() => epochMsOf(host.clock.now())),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' }] },
    clients: [{
      client_id: demoClientId,
      redirect_uris: [new URL(returnPath, host.publicUrl).href],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: 'ES256',
    }],
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: demoSessionCookie(host), interaction: `${demoSessionCookie(host)}-asking`, resume: `${demoSessionCookie(host)}-resuming` },
      long: { path: demoPath, httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    claims: { openid: ['sub', 'name', 'juxta_role', 'juxta_port'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false }, userinfo: { enabled: false } },
    ttl: { AuthorizationCode: 60, AccessToken: 60, IdToken: 60, Grant: 60, Interaction: 300, Session: 300 },
    renderError: sayPlainly,
    interactions: { url: (_ctx: KoaContext, { uid }: { uid: string }) => `${demoPath}/choose/${uid}` },
    findAccount: (_ctx: KoaContext, id: string) => account(id),
    loadExistingGrant: (ctx: KoaContext) => grantAtOnce(provider, ctx),
  })
  allowReturnToTheSameHost(provider)
  return provider
}

/** Reached only by an address typed or altered by hand: every button leads through `/sign-in`. */
function sayPlainly(ctx: KoaContext, { error }: { error: string }): void {
  ctx.type = 'text/plain; charset=utf-8'
  ctx.body = `This sign-in cannot go on (${error}). Start again from /sign-in.`
}

function account(id: string): object | undefined {
  const person = demoPeople.find((one) => one.id === id)
  return person && {
    accountId: id,
    claims: async () => ({ sub: id, name: person.name, juxta_role: person.role, ...(person.port === undefined ? {} : { juxta_port: person.port }) }),
  }
}

/** There is nothing to consent to: the only client is the site itself. */
async function grantAtOnce({ Grant }: Provider, { oidc }: KoaContext): Promise<object> {
  const grant = new Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId })
  grant.addOIDCScope('openid')
  await grant.save()
  return grant
}

/** The demonstration is opened by whatever name leads to this machine; the way back must be to that same name. */
function allowReturnToTheSameHost(provider: Provider): void {
  provider.Client.prototype.redirectUriAllowed = (uri) => {
    const back = URL.parse(uri)
    return back?.pathname === returnPath && back.host === Provider.ctx?.host
  }
}

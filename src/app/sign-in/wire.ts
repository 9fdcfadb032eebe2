import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as openid from 'openid-client'
import { CannotStart } from '#platform/config'
import { anyone, localPath, pageContext, type Host, type Wiring } from '#platform/web'
import { demoPath, demoSessionCookie, returnPath } from './demo-identity.ts'
import { officerOfClaims } from './officer-of-claims.ts'
import { demoRelyingParty, realProvider, type ProviderSettings } from './relying-party.ts'
import { signInPage } from './sign-in.page.ts'

/** Signing in and out at one site: with the provider named, or with the demonstration's own. */
export function signIn(provider: ProviderSettings | undefined): Wiring {
  return { pages: [signInPage], feeds: [{ name: 'sign-in', mount: (app, host) => mountSignIn(app, host, provider) }] }
}

type FindProvider = () => Promise<openid.Configuration>

async function mountSignIn(app: FastifyInstance, host: Host, settings: ProviderSettings | undefined): Promise<void> {
  const find = settings === undefined ? await demoFinder(app, host) : realProvider(settings)
  const demo = settings === undefined
  const open = { config: { right: anyone } }
  app.get('/sign-in/start', open, (request, reply) => start(host, request, reply, { find, demo }))
  app.get(returnPath, open, (request, reply) => finish(host, request, reply, { find, demo }))
  app.post('/sign-out', open, async (request, reply) => {
    request.session.delete()
    return reply.redirect('/sign-in', 303)
  })
}

async function demoFinder(app: FastifyInstance, host: Host): Promise<FindProvider> {
  if (host.mode === 'production') throw new CannotStart('Production needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: the demonstration’s people may not sign in there.')
  const { mountDemoProvider } = await import('./demo-provider.ts')
  await mountDemoProvider(app, host)
  const config = demoRelyingParty(app, host)
  return async () => config
}

interface Way {
  readonly find: FindProvider
  readonly demo: boolean
}

/** Production returns to the address it was set up with; a demonstration to the one in the address bar. */
function originOf(host: Host, request: FastifyRequest, { demo }: Way): string {
  return demo ? `${request.protocol}://${request.host}` : host.publicUrl
}

async function start(host: Host, request: FastifyRequest, reply: FastifyReply, way: Way): Promise<FastifyReply> {
  const { next, person } = request.query as { next?: string; person?: string }
  const config = await way.find().catch((fault: unknown) => void host.onFault?.(fault, request.id))
  if (config === undefined) return failed(host, request, reply, 'unreachable')
  const verifier = openid.randomPKCECodeVerifier()
  const signingIn = { state: openid.randomState(), nonce: openid.randomNonce(), verifier, next: localPath(next) }
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: originOf(host, request, way) + returnPath,
    scope: 'openid profile',
    state: signingIn.state,
    nonce: signingIn.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    // A terminal is shared: the next officer is asked who they are, whoever signed in before.
    prompt: 'login',
    ...(person === undefined ? {} : { login_hint: person }),
  })
  request.session.set('signingIn', signingIn)
  if (way.demo) void reply.clearCookie(demoSessionCookie(host), { path: demoPath })
  return reply.redirect(way.demo ? address.pathname + address.search : address.href, 303)
}

async function finish(host: Host, request: FastifyRequest, reply: FastifyReply, way: Way): Promise<FastifyReply> {
  const signingIn = request.session.get('signingIn')
  if (signingIn === undefined) return failed(host, request, reply, 'forgotten')
  try {
    const tokens = await openid.authorizationCodeGrant(await way.find(), new URL(request.url, originOf(host, request, way)), {
      pkceCodeVerifier: signingIn.verifier,
      expectedState: signingIn.state,
      expectedNonce: signingIn.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    const officer = claims === undefined ? undefined : officerOfClaims(claims)
    request.session.regenerate()
    if (officer === undefined) return await failed(host, request, reply, 'no-role')
    request.session.set('officer', officer)
    return reply.redirect(signingIn.next, 303)
  } catch (fault) {
    host.onFault?.(fault, request.id)
    return failed(host, request, reply, 'refused')
  }
}

const failures = {
  'unreachable': { status: 503, en: ['Sign-in cannot be reached', 'Your organisation’s sign-in does not answer. Try again in a minute; what is open on other terminals goes on working.'], fr: ['L’identification est injoignable', 'Le service d’identification de votre organisation ne répond pas. Réessayez dans une minute ; les autres terminaux continuent de fonctionner.'] },
  'forgotten': { status: 400, en: ['This sign-in is no longer open', 'It was finished already, or took too long.'], fr: ['Cette identification n’est plus ouverte', 'Elle est déjà terminée, ou a pris trop de temps.'] },
  'refused': { status: 403, en: ['Sign-in did not work', 'Your organisation’s answer could not be accepted. Nothing was changed.'], fr: ['L’identification a échoué', 'La réponse de votre organisation n’a pas pu être acceptée. Rien n’a été modifié.'] },
  'no-role': { status: 403, en: ['Your account has no role in Juxta', 'Ask your organisation to give your account a role, and a port if you work at one.'], fr: ['Votre compte n’a pas de rôle dans Juxta', 'Demandez à votre organisation de lui en donner un, et un port si vous y travaillez.'] },
} as const

function failed(host: Host, request: FastifyRequest, reply: FastifyReply, why: keyof typeof failures): Promise<FastifyReply> {
  const ctx = pageContext(host, request)
  const { status, en, fr } = failures[why]
  const view = { title: ctx.words(en[0], fr[0]), sentence: ctx.words(en[1], fr[1]) }
  return host.look.show({ request, reply: reply.status(status), ctx, template: 'app/sign-in/sign-in-failed.njk', view })
}

import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import * as openid from 'openid-client'
import type { Host } from '#platform/web'
import { demoClientId, demoIssuer, demoPath } from './demo-identity.ts'

/** Whom production trusts to say who somebody is. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Asked again at each sign-in until it answers, so that a provider that was down at start is found when it is back. */
export function realProvider({ issuer, clientId, clientSecret }: ProviderSettings): () => Promise<openid.Configuration> {
  let found: Promise<openid.Configuration> | undefined
  return () => {
    found ??= discover(new URL(issuer), clientId, clientSecret).catch((fault: unknown) => {
      found = undefined
      throw fault
    })
    return found
  }
}

const providerTimeoutSeconds = 10

/** Without https only on this very machine, where nobody stands between. */
async function discover(issuer: URL, clientId: string, clientSecret: string): Promise<openid.Configuration> {
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  const execute = isHere ? [openid.allowInsecureRequests] : []
  return checked(await openid.discovery(issuer, clientId, clientSecret, undefined, { timeout: providerTimeoutSeconds, execute }))
}

function checked(config: openid.Configuration): openid.Configuration {
  openid.enableNonRepudiationChecks(config)
  return config
}

/** The provider inside this very process: it is asked without a socket, so it answers before the site listens and when no name leads to it. */
export function demoRelyingParty(app: FastifyInstance, host: Host): openid.Configuration {
  const issuer = demoIssuer(host)
  const server = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ['ES256'],
    authorization_response_iss_parameter_supported: true,
  }
  const config = new openid.Configuration(server, demoClientId, { id_token_signed_response_alg: 'ES256' }, openid.None())
  openid.allowInsecureRequests(config)
  config[openid.customFetch] = async (url, { method, headers, body }) =>
    asResponse(await app.inject({ method: method as 'GET' | 'POST', url: url.slice(url.indexOf(demoPath)), headers, payload: String(body ?? '') }))
  return checked(config)
}

function asResponse({ statusCode, body, headers }: LightMyRequestResponse): Response {
  return new Response(body, { status: statusCode, headers: { 'content-type': String(headers['content-type'] ?? '') } })
}

import { CannotStart, type Environment, type Mode } from '#platform/config'
import type { ProviderSettings } from './relying-party.ts'

/** The organisation's own sign-in, where one is named; a demonstration brings its own. */
export function providerIn(env: Environment, mode: Mode): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (issuer === undefined && clientId === undefined && clientSecret === undefined && mode === 'demo') return undefined
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined) return { issuer, clientId, clientSecret }
  throw new CannotStart('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three; only a demonstration may do without, because it brings people of its own.')
}

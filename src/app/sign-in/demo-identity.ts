import type { Host } from '#platform/web'

export const demoClientId = 'juxta-demo'
export const demoPath = '/demo-identity'
export const returnPath = '/sign-in/done'

/** The cookie of the provider's own session; forgotten before each sign-in, so that one click is always that person. */
export function demoSessionCookie({ site }: Host): string {
  return `juxta-identity-${site}`
}

export function demoIssuer({ publicUrl }: Host): string {
  return publicUrl.replace(/\/$/, '') + demoPath
}

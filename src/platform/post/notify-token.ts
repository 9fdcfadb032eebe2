import { createHmac } from 'node:crypto'
import { epochMsOf, type Instant } from '#values'

/** A key as GOV.UK Notify gives it: a name, the service and the secret, joined by hyphens. */
export interface NotifyKey {
  readonly issuer: string
  readonly secret: string
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const keyShape = new RegExp(`^.+-(${uuid})-(${uuid})$`)

/** Throws when the text is no such key. The error does not repeat it. */
export function readNotifyKey(text: string): NotifyKey {
  const [, issuer, secret] = keyShape.exec(text) ?? []
  if (issuer === undefined || secret === undefined) throw new Error('This is not a GOV.UK Notify key: it ends in two UUIDs')
  return { issuer, secret }
}

/** A JSON Web Token that is good for thirty seconds around `at`. */
export function notifyToken({ issuer, secret }: NotifyKey, at: Instant): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: issuer, iat: Math.floor(epochMsOf(at) / 1000) })}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

import { isIP } from 'node:net'
import { CannotStart } from '#platform/config'
import { onlyWithin, privateRanges, type AddressRule } from './address-ranges.ts'
import { parseTarget } from './target.ts'

/** Where this site may send to, and nowhere else: exact scheme, host and port, set by an administrator. */
export interface AllowedTargets {
  readonly origins: readonly string[]
  /** The origin and path of an address that may be sent to, and where its name may lead; undefined for any other. */
  find(address: string): Allowed | undefined
}

export interface Allowed {
  readonly origin: string
  readonly path: string
  readonly rule: AddressRule
}

/**
 * Reads `https://partner.example:443,https://hub.example:8443=10.20.0.0/16`. A name leads to a public address unless a range is written
 * behind it; a number leads to itself. Anything but TLS is for this machine alone.
 */
export function allowedTargets(list: string): AllowedTargets {
  const rules = new Map(list.split(',').map((text) => text.trim()).filter((text) => text !== '').map(readTarget))
  return {
    origins: [...rules.keys()],
    find: (address) => {
      const [, origin = '', path = ''] = /^([a-z]+:\/\/[^/?#\\@\s]+)(\/[A-Za-z0-9/_.~-]*)$/.exec(address) ?? []
      const rule = rules.get(origin)
      return rule && { origin, path, rule }
    },
  }
}

function readTarget(text: string): readonly [string, AddressRule] {
  const [origin = '', range] = text.split('=')
  const target = parseTarget(origin, ['https', 'http'])
  if (target === undefined) throw new CannotStart(`"${origin}" is not an address to send to: write scheme, host and port, such as https://partner.example:443.`)
  const here = target.host === 'localhost' || target.host === '127.0.0.1' || target.host === '::1'
  if (target.scheme === 'http' && !here) throw new CannotStart(`"${origin}" would be sent to in clear: only https is allowed beyond this machine.`)
  return [origin, range === undefined ? ruleFor(target.host) : onlyWithin([range])]
}

const anywhere = onlyWithin(['0.0.0.0/0', '::/0'])
const inside = onlyWithin([...privateRanges, '127.0.0.0/8', '::1/128', '100.64.0.0/10', '198.18.0.0/15'])

function ruleFor(host: string): AddressRule {
  if (isIP(host) !== 0) return onlyWithin([host])
  return host === 'localhost' ? onlyWithin(['127.0.0.0/8', '::1/128']) : (address) => anywhere(address) && !inside(address)
}

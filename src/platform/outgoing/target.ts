import { lookup } from 'node:dns/promises'
import type { AddressRule } from './address-ranges.ts'
import { OutgoingRefused } from './outgoing-refused.ts'

/** Where to connect, settled once: the name is not asked again between the check and the use. */
export interface Target {
  readonly scheme: string
  /** As written, for the Host header and for the certificate. */
  readonly host: string
  readonly port: number
  readonly address: string
}

/** `scheme://host:port` with nothing else in it; undefined when it is anything more or less. Read by hand, because URL parsers disagree on tricks. */
export function parseTarget(text: string, schemes: readonly string[]): Omit<Target, 'address'> | undefined {
  const [, scheme = '', host = '', port = ''] = /^([a-z]+):\/\/([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\]):(\d{1,5})$/.exec(text) ?? []
  const number = Number(port)
  if (!schemes.includes(scheme) || number < 1 || number > 65_535 || isDisguised(host)) return undefined
  return { scheme, host: host.replace(/^\[|\]$/g, '').toLowerCase(), port: number }
}

/** `2130706433`, `0x7f.1` and `127.1` are addresses to some and names to others; a device's address has four plain numbers. */
function isDisguised(host: string): boolean {
  const last = host.split('.').at(-1) ?? ''
  return /^(0x[0-9a-f]*|\d+)$/i.test(last) && !/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(host)
}

/** Asks for the name's address once and holds it against the rule. */
export async function resolveTarget(text: string, schemes: readonly string[], isAllowed: AddressRule): Promise<Target> {
  const target = parseTarget(text, schemes)
  if (target === undefined) throw new OutgoingRefused('not-a-target', `${text.slice(0, 100)} is not ${schemes.join(' or ')}://host:port`)
  const found = await lookup(target.host, { verbatim: true }).catch(() => undefined)
  if (found === undefined) throw new OutgoingRefused('name-unknown', `${target.host} has no address`)
  if (!isAllowed(found.address)) throw new OutgoingRefused('address-not-allowed', `${target.host} is at ${found.address}, which is outside the networks that may be asked`)
  return { ...target, address: found.address }
}

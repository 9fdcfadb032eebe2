import { BlockList, isIP } from 'node:net'
import { OutgoingRefused } from './outgoing-refused.ts'

/** Whether an address is one that we may connect to. */
export type AddressRule = (address: string) => boolean

/** Where devices of a private network live (RFC 1918, RFC 4193), used where nobody has said more exactly. */
export const privateRanges: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']

/**
 * Lets in exactly these ranges, written `10.4.0.0/16` or as one address. An IPv4 address hidden in an IPv6 one is judged as what it is;
 * the link-local range, where machines in a cloud keep their secrets, is never let in, whatever the ranges say.
 */
export function onlyWithin(ranges: readonly string[]): AddressRule {
  const allowed = listOf(ranges)
  const never = listOf(['169.254.0.0/16', 'fe80::/10', '0.0.0.0/8', '::/128', '224.0.0.0/3', 'ff00::/8'])
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
    const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4'
    return isIP(plain) !== 0 && allowed.check(plain, family) && !never.check(plain, family)
  }
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) addTo(list, range)
  return list
}

function addTo(list: BlockList, range: string): void {
  const [address = '', bits] = range.trim().split('/')
  const version = isIP(address)
  const longest = version === 6 ? 128 : 32
  const prefix = bits === undefined ? longest : Number(bits)
  if (version === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > longest) throw new OutgoingRefused('not-a-range', `${range} is no range of addresses`)
  list.addSubnet(address, prefix, version === 6 ? 'ipv6' : 'ipv4')
}

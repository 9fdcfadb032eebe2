import { allowedTargets, type AllowedTargets } from './allowed-targets.ts'
import { exchange, textWithin, unreachable } from './exchange.ts'
import { OutgoingRefused } from './outgoing-refused.ts'
import { resolveTarget, type Target } from './target.ts'

export interface Delivered {
  readonly status: number
  readonly body: string
}

/** Posts text to an allowed address and gives the answer as it came; throws `OutgoingRefused` when there was none. */
export type Send = (address: string, body: string, headers: Readonly<Record<string, string>>) => Promise<Delivered>

export interface SendLimits {
  readonly timeoutMs: number
  readonly answerMaxBytes: number
  /** The authority of partners that have one of their own, as PEM, instead of those the machine trusts. */
  readonly ca?: string
}

/**
 * A way out that an address cannot bend: only allowed targets, the name looked up once and the connection made to the very
 * address that was checked, no redirect followed, time and size bounded (reliability.md 2.5).
 */
export function sender(allowed: AllowedTargets, limits: SendLimits): Send {
  const out = wayOut(allowed, limits)
  return (address, body, headers) => out(address, { method: 'POST', body, headers })
}

/** The same for a question: nothing is sent but its address, with one plain parameter at most, and its headers. */
export type Ask = (address: string, headers: Readonly<Record<string, string>>) => Promise<Delivered>

function asker(allowed: AllowedTargets, limits: SendLimits): Ask {
  const out = wayOut(allowed, limits)
  return (address, headers) => {
    const [, bare = address, query = ''] = /^([^?]*)(\?[a-z_]+=[A-Za-z0-9-]+)$/.exec(address) ?? []
    return out(bare, { method: 'GET', headers, query })
  }
}

/** Both ways to one service, which answers and is asked at the same address. */
export function waysTo(address: string, limits: SendLimits): { readonly send: Send; readonly ask: Ask } {
  const allowed = allowedTargets(address)
  return { send: sender(allowed, limits), ask: asker(allowed, limits) }
}

interface Said extends Pick<Sending, 'method' | 'body' | 'headers'> {
  readonly query?: string
}

function wayOut(allowed: AllowedTargets, limits: SendLimits) {
  return async (address: string, { query = '', ...said }: Said): Promise<Delivered> => {
    const found = allowed.find(address)
    if (found === undefined) throw new OutgoingRefused('address-not-allowed', `${address.slice(0, 100)} is not among the addresses that may be sent to`)
    const target = await resolveTarget(found.origin, ['https', 'http'], found.rule)
    return deliver(target, { path: found.path + query, limits, ...said })
  }
}

interface Sending {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
  readonly headers: Readonly<Record<string, string>>
  readonly limits: SendLimits
}

async function deliver(target: Target, { limits, ...message }: Sending): Promise<Delivered> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  try {
    const answer = await exchange(target, { ...message, signal, ca: limits.ca })
    return { status: answer.statusCode ?? 0, body: await textWithin(answer, limits.answerMaxBytes) }
  } catch (fault) {
    if (fault instanceof OutgoingRefused) throw fault
    throw unreachable(target, fault, signal.aborted ? limits.timeoutMs : undefined)
  }
}

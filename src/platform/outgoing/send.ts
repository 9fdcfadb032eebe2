import type { AllowedTargets } from './allowed-targets.ts'
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
  return async (address, body, headers) => {
    const found = allowed.find(address)
    if (found === undefined) throw new OutgoingRefused('address-not-allowed', `${address.slice(0, 100)} is not among the addresses that may be sent to`)
    const target = await resolveTarget(found.origin, ['https', 'http'], found.rule)
    return deliver(target, { path: found.path, body, headers, limits })
  }
}

interface Sending {
  readonly path: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly limits: SendLimits
}

async function deliver(target: Target, { limits, ...message }: Sending): Promise<Delivered> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  try {
    const answer = await exchange(target, { ...message, method: 'POST', signal, ca: limits.ca })
    return { status: answer.statusCode ?? 0, body: await textWithin(answer, limits.answerMaxBytes) }
  } catch (fault) {
    if (fault instanceof OutgoingRefused) throw fault
    throw unreachable(target, fault, signal.aborted ? limits.timeoutMs : undefined)
  }
}

import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as overTls } from 'node:https'
import { isIP } from 'node:net'
import type { AllowedTargets } from './allowed-targets.ts'
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
    return exchange(target, { path: found.path, body, headers, limits })
  }
}

interface Sending {
  readonly path: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly limits: SendLimits
}

async function exchange(target: Target, { path, body, headers, limits }: Sending): Promise<Delivered> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  const options: RequestOptions & { servername?: string; ca?: string } = {
    host: target.address, port: target.port, path, method: 'POST', signal, agent: false,
    headers: { ...headers, host: `${isIP(target.host) === 6 ? `[${target.host}]` : target.host}:${target.port}`, 'content-length': Buffer.byteLength(body) },
    ...(isIP(target.host) === 0 ? { servername: target.host } : {}),
    ...(limits.ca === undefined ? {} : { ca: limits.ca }),
  }
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      (target.scheme === 'https' ? overTls : overHttp)(options, resolve).on('error', reject).end(body)
    })
    return { status: answer.statusCode ?? 0, body: await textWithin(answer, limits.answerMaxBytes) }
  } catch (fault) {
    if (fault instanceof OutgoingRefused) throw fault
    const said = signal.aborted ? `no answer within ${limits.timeoutMs / 1000} s` : fault instanceof Error ? fault.message : String(fault)
    throw new OutgoingRefused('unreachable', `${target.host}:${target.port}: ${said}`)
  }
}

async function textWithin(answer: IncomingMessage, mostBytes: number): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > mostBytes) throw new OutgoingRefused('answer-too-large', `more than ${mostBytes} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

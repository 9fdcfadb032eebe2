import { request as overHttp, type IncomingMessage } from 'node:http'
import { request as overTls } from 'node:https'
import { isIP } from 'node:net'
import { OutgoingRefused } from './outgoing-refused.ts'
import type { Target } from './target.ts'

/** One request to a settled address. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly signal: AbortSignal
  /** An authority of the target's own, as PEM, instead of those the machine trusts. */
  readonly ca?: string | undefined
}

/** The answer once its head is here, from the very address that was checked: no redirect is followed and no connection kept. Throws what the network throws. */
export function exchange(target: Target, { method, path, headers, body, signal, ca }: Exchange): Promise<IncomingMessage> {
  const options = {
    host: target.address, port: target.port, path, method, signal, agent: false,
    headers: { ...headers, host: hostHeader(target), ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
    ...(isIP(target.host) === 0 ? { servername: target.host } : {}),
    ...(ca === undefined ? {} : { ca }),
  }
  return new Promise((resolve, reject) => {
    (target.scheme === 'https' ? overTls : overHttp)(options, resolve).on('error', reject).end(body)
  })
}

function hostHeader({ host, port }: Target): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`
}

/** The whole answer as text; throws `OutgoingRefused` when it is longer. */
export async function textWithin(answer: IncomingMessage, mostBytes: number): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > mostBytes) throw new OutgoingRefused('answer-too-large', `more than ${mostBytes} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** A fault of the network as what it means for whoever asked; `lateMs` where they had waited that long. */
export function unreachable({ host, port }: Target, fault: unknown, lateMs?: number): OutgoingRefused {
  const said = fault instanceof Error ? fault.message : String(fault)
  return new OutgoingRefused('unreachable', `${host}:${port}: ${lateMs === undefined ? said : `no answer within ${lateMs / 1000} s`}`)
}

import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as overTls } from 'node:https'
import { isIP } from 'node:net'
import { Digest, type Credentials } from './digest.ts'
import { answerMaxBytes, answerMs, challengesMax } from './limits.ts'
import { OutgoingRefused } from './outgoing-refused.ts'
import type { Target } from './target.ts'

export interface Question {
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly body?: string
}

/** One device behind one target, asked with its credentials. */
export interface Device {
  /** The answer once its head is here and says 200; its body is the caller's to read or destroy. */
  open(question: Question, signal: AbortSignal): Promise<IncomingMessage>
  /** The whole answer as text, within limits. */
  ask(question: Question, signal: AbortSignal): Promise<string>
}

/**
 * Speaks HTTP to the settled address and to nothing else: no redirect is followed, no proxy asked. Digest is answered as RFC 7616 has it;
 * Basic only over TLS, because over plain HTTP it gives the password to whoever listens.
 */
export function device(target: Target, credentials: Credentials | undefined): Device {
  const digest = credentials === undefined ? undefined : new Digest(credentials)
  let basic: string | undefined

  const open = async (question: Question, signal: AbortSignal, challenged = 0): Promise<IncomingMessage> => {
    const method = question.method ?? 'GET'
    const authorization = digest?.answer({ method, uri: question.path }) ?? basic
    const answer = await send(target, { ...question, method, authorization }, signal)
    if (answer.statusCode === 200) return answer
    answer.destroy()
    if (answer.statusCode !== 401) throw refusedBy(answer)
    const header = [answer.headers['www-authenticate'] ?? []].flat().join(', ')
    if (challenged >= challengesMax || credentials === undefined) throw new OutgoingRefused('credentials-refused', 'the device did not accept the user and password')
    if (digest?.take(header) === true) return open(question, signal, challenged + 1)
    if (basic !== undefined || target.scheme !== 'https' || !/^\s*basic\b/i.test(header)) throw new OutgoingRefused('credentials-refused', 'the device did not accept the user and password')
    basic = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`
    return open(question, signal, challenged + 1)
  }
  return { open: (question, signal) => open(question, signal), ask: async (question, signal) => wholeText(await open(question, signal)) }
}

function refusedBy(answer: IncomingMessage): OutgoingRefused {
  const status = answer.statusCode ?? 0
  if (status >= 300 && status < 400) return new OutgoingRefused('redirected', 'the device sends us elsewhere, and we do not follow')
  return new OutgoingRefused('answered-badly', `the device answered ${status}`)
}

interface Sent extends Omit<Question, 'method'> {
  readonly method: string
  readonly authorization: string | undefined
}

function send(target: Target, { path, method, body, authorization }: Sent, signal: AbortSignal): Promise<IncomingMessage> {
  const options: RequestOptions & { servername?: string } = {
    host: target.address, port: target.port, path, method, signal, agent: false,
    headers: { host: hostHeader(target), ...(authorization === undefined ? {} : { authorization }), ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
    ...(isIP(target.host) === 0 ? { servername: target.host } : {}),
  }
  return new Promise((resolve, reject) => {
    const asked = (target.scheme === 'https' ? overTls : overHttp)(options, (answer) => {
      clearTimeout(impatient)
      resolve(answer)
    })
    const impatient = setTimeout(() => asked.destroy(new Error(`no answer within ${answerMs / 1000} s`)), answerMs)
    asked.on('error', (fault) => {
      clearTimeout(impatient)
      reject(new OutgoingRefused('unreachable', `${target.host}:${target.port}: ${fault.message}`))
    })
    asked.end(body)
  })
}

function hostHeader({ host, port }: Target): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`
}

async function wholeText(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > answerMaxBytes) throw new OutgoingRefused('answer-too-large', `more than ${answerMaxBytes} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

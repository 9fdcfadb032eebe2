import type { IncomingMessage } from 'node:http'
import { Digest, type Credentials } from './digest.ts'
import { exchange, textWithin, unreachable } from './exchange.ts'
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
  return { open: (question, signal) => open(question, signal), ask: async (question, signal) => textWithin(await open(question, signal), answerMaxBytes) }
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

/** Patience ends with the head of the answer: a stream's body may take as long as it likes. */
async function send(target: Target, { path, method, body, authorization }: Sent, signal: AbortSignal): Promise<IncomingMessage> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), answerMs)
  try {
    const headers = authorization === undefined ? {} : { authorization }
    return await exchange(target, { path, method, headers, body, signal: AbortSignal.any([signal, patience.signal]) })
  } catch (fault) {
    throw unreachable(target, fault, patience.signal.aborted ? answerMs : undefined)
  } finally {
    clearTimeout(timer)
  }
}

import { createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { CompactSign, compactVerify } from 'jose'

/** A message as the partner understood it, by the signature alone: nothing of ours but the wire format. */
export interface Arrived {
  readonly id: string
  readonly number: number
  readonly type: 'release' | 'withdrawal' | 'successor'
  readonly item: string
  readonly kind?: string
  readonly because?: string
  /** What a message of the type `successor` says: by which key its sender signs from now on. */
  readonly key?: string
  readonly facts?: Readonly<Record<string, unknown>> & { readonly plate: string }
  readonly conditions?: Readonly<Record<string, unknown>>
}

export type Behaviour = 'answers' | 'away' | 'takes-and-says-nothing' | 'stalls' | 'answers-unsigned' | 'refuses' | 'thinks-about-withdrawals' | 'keeps-what-is-withdrawn' | 'knows-no-successors'

/** Another agency's system, written from the description of the messages and not from our code. */
export interface TestPartner {
  readonly address: string
  readonly publicKey: string
  /** Whom it takes messages from: our public key. */
  trust(publicKey: string): void
  behave(as: Behaviour): void
  /** Answers what it has stalled on. */
  letGo(): void
  /** Every message in the order of arrival, repeats included. */
  readonly arrived: readonly Arrived[]
  /** What it holds now, by item: the newest message wins, and a withdrawal removes. */
  held(): ReadonlyMap<string, Arrived>
  /** Every plate that was ever told, whatever became of it. */
  platesEverTold(): readonly string[]
  /** A message of its own, signed for us. */
  sign(message: object): Promise<string>
  close(): Promise<void>
}

export async function aPartner(): Promise<TestPartner> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const own = String(publicKey.export({ format: 'jwk' }).x)
  const state = { trusted: '', behaviour: 'answers' as Behaviour, arrived: [] as Arrived[], held: new Map<string, Arrived>() }
  const stalled: (() => void)[] = []
  const sign = (message: object): Promise<string> => new CompactSign(Buffer.from(JSON.stringify(message))).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey)
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (state.behaviour === 'away') return void response.destroy()
    const message = await read(request, keyOf(state.trusted), own)
    if (message.id !== request.headers['idempotency-key']) return void response.writeHead(400).end()
    if (state.behaviour === 'knows-no-successors' && message.type === 'successor') return void response.writeHead(422).end()
    state.arrived.push(message)
    const outcome = take(state, message)
    const to = state.trusted
    if (message.type === 'successor' && message.key !== undefined) state.trusted = message.key
    if (state.behaviour === 'stalls') await new Promise<void>((resolve) => stalled.push(resolve))
    if (state.behaviour === 'takes-and-says-nothing') return void response.destroy()
    if (state.behaviour === 'answers-unsigned') return void response.end('{"outcome":"received"}')
    const said = { type: 'answer', id: randomUUID(), number: message.number, to, sentAt: '2026-03-10T09:00:00.000Z', answers: message.id, item: message.item, ...outcome }
    response.writeHead(200, { 'content-type': 'application/jose' }).end(await sign(said))
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  after(close)
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in/messages`,
    publicKey: own, sign, close,
    arrived: state.arrived,
    trust: (trusted) => { state.trusted = trusted },
    behave: (behaviour) => { state.behaviour = behaviour },
    letGo: () => stalled.splice(0).forEach((go) => go()),
    held: () => state.held,
    platesEverTold: () => state.arrived.flatMap(({ facts }) => (facts === undefined ? [] : [facts.plate])),
  }
}

interface State {
  readonly behaviour: Behaviour
  readonly arrived: readonly Arrived[]
  readonly held: Map<string, Arrived>
}

interface Outcome {
  readonly outcome: string
  readonly reason: string | null
}

/** The same message twice is one: it is known by its id and answered as before. */
function take({ behaviour, held }: State, message: Arrived): Outcome {
  if (behaviour === 'refuses') return { outcome: 'refused', reason: 'Not for us' }
  if (message.type === 'successor') return { outcome: 'received', reason: null }
  const had = held.get(message.item)
  if (message.type === 'release') {
    if (had === undefined || had.number < message.number) held.set(message.item, message)
    return { outcome: 'received', reason: null }
  }
  if (behaviour === 'thinks-about-withdrawals') return { outcome: 'received', reason: null }
  if (behaviour === 'keeps-what-is-withdrawn') return { outcome: 'kept', reason: 'Evidence in a case of ours' }
  held.delete(message.item)
  return { outcome: had === undefined ? 'never-had' : 'deleted', reason: null }
}

function keyOf(x: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

async function read(request: IncomingMessage, key: KeyObject, own: string): Promise<Arrived> {
  const pieces: Buffer[] = []
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece)
  const { payload } = await compactVerify(Buffer.concat(pieces).toString(), key, { algorithms: ['EdDSA'] })
  const message = JSON.parse(Buffer.from(payload).toString()) as Arrived & { to: string }
  if (message.to !== own) throw new Error('This message is for somebody else')
  return message
}

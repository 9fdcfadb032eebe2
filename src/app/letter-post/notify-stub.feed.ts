import { createHash } from 'node:crypto'
import type { Send } from '#platform/outgoing'
import type { NotifyKey } from '#platform/post'
import { anyone, type Feed } from '#platform/web'
import { notifyStub, type NotifyStub } from './notify-stub.ts'

export interface DemoNotify {
  readonly key: NotifyKey
  /** Where our public door hears its reports, and the token they carry. */
  readonly reportsAt: string
  readonly token: string
  readonly send: Send
}

/** A letter of at most this many bytes, in base64 inside JSON. */
const bodyMaxBytes = 8 * 1024 * 1024

/** How often everything that the made-up post holds moves on. */
const moveOnEveryMs = 4_000

/** One letter in this many is brought back by the made-up post, always the same ones. */
const oneInComesBack = 4

export function comesBackInDemo(reference: string): boolean {
  return (createHash('sha256').update(reference).digest()[0] ?? 0) % oneInComesBack === 0
}

/** GOV.UK Notify for a demonstration, at `/demo-notify` of the public door: it takes letters and e-mails, posts none, and reports as the real one does. */
export function demoNotifyFeed({ key, reportsAt, token, send }: DemoNotify): Feed {
  return {
    name: 'demo-notify',
    mount: (part, { clock, onFault }) => {
      const stub = notifyStub(clock, key, comesBackInDemo)
      mountStub(part, stub)
      const timer = setInterval(() => void report(stub).catch((fault: unknown) => onFault?.(fault, 'demo post')), moveOnEveryMs)
      part.addHook('onClose', async () => clearInterval(timer))
    },
  }

  async function report(stub: NotifyStub): Promise<void> {
    for (const { path, body } of stub.moveOn()) await send(`${reportsAt}/notify/${path}`, JSON.stringify(body), { 'content-type': 'application/json', 'authorization': `Bearer ${token}` })
  }
}

function mountStub(part: Parameters<Feed['mount']>[0], stub: NotifyStub): void {
  const options = { config: { right: anyone }, bodyLimit: bodyMaxBytes }
  const base = '/demo-notify'
  part.post(`${base}/v2/notifications/:kind`, options, async (request, reply) => {
    const { status, body } = stub.ask(request.url.slice(base.length), request.headers.authorization ?? '', request.body)
    return reply.status(status).send(body)
  })
  for (const path of ['', '/:id']) {
    part.get(`${base}/v2/notifications${path}`, options, async (request, reply) => {
      const { status, body } = stub.ask(request.url.slice(base.length), request.headers.authorization ?? '')
      return reply.status(status).send(body)
    })
  }
}

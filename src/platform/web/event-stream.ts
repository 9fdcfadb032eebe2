import type { FastifyReply } from 'fastify'
import type { Clock } from '#platform/clock'
import type { Host } from './host.ts'
import type { Fragment, Gone } from './live.ts'
import { heartbeatMs, liveBacklogBytes, reconnectAfterMs } from './limits.ts'
import type { PageContext } from './page-context.ts'

export interface ServerEvent {
  readonly event: string
  readonly body: object
}

/** One browser following one page. */
export interface Stream {
  send(event: ServerEvent): void
  close(): void
  closed(): boolean
  onClose(tell: () => void): void
}

/** Opens a server-sent event stream and keeps it audible, so that the page can tell quiet from cut. */
export function openStream(reply: FastifyReply, clock: Clock): Stream {
  const out = reply.hijack().raw
  let done = false
  const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) out.setHeader(name, value)
  out.writeHead(200)
  out.write(`retry: ${reconnectAfterMs}\n\n`)

  const send = ({ event, body }: ServerEvent): void => {
    if (done) return
    if (out.writableLength > liveBacklogBytes) out.destroy()
    else out.write(`id: ${clock.now()}\nevent: ${event}\ndata: ${JSON.stringify(body)}\n\n`)
  }
  const beat = setInterval(() => send({ event: 'beat', body: { at: clock.now() } }), heartbeatMs)
  out.on('close', () => {
    done = true
    clearInterval(beat)
  })
  return { send, close: () => out.end(), closed: () => done, onClose: (tell) => (done ? tell() : void out.on('close', tell)) }
}

export function fragmentEvent(host: Host, { language }: PageContext, fragment: Fragment | Gone): ServerEvent {
  if ('gone' in fragment) return { event: 'gone', body: { id: fragment.id } }
  const { id, into, at = 'last', template, view } = fragment
  return { event: 'fragment', body: { id, ...(into === undefined ? {} : { into, at }), html: host.look.piece(language, template, view).trim() } }
}

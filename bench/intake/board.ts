import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** A screen that shows every message by its id the moment it is told: server-sent events to each open socket. */
export interface Board {
  show(ids: readonly string[]): void
  mount(app: FastifyInstance, path: string): void
}

export function openBoard(): Board {
  const screens = new Set<ServerResponse>()
  return {
    show: (ids) => {
      for (const screen of screens) screen.write(`data: ${JSON.stringify(ids)}\n\n`)
    },
    mount: (app, path) => {
      app.get(path, { config: { right: { act: 'bench.watch', grants: [] } } }, (_request, reply) => {
        reply.hijack()
        reply.raw.writeHead(200, { 'content-type': 'text/event-stream' })
        reply.raw.write(':\n\n')
        screens.add(reply.raw)
        reply.raw.on('close', () => screens.delete(reply.raw))
      })
    },
  }
}

import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Notice } from '#platform/database'
import { enterPage, type Entrance, type PageInput } from './enter-page.ts'
import { fragmentEvent, openStream, type Stream } from './event-stream.ts'
import type { Host } from './host.ts'
import { calmMs, drawnTogetherMax, liveLimit } from './limits.ts'
import type { PageContext } from './page-context.ts'
import type { Nothing } from './read-input.ts'
import type { Route } from './wiring.ts'

/** A part of a page drawn on the server and put in place by its id. */
export interface Fragment {
  /** The id of the element it replaces. */
  readonly id: string
  /** Where it goes when the page does not have it yet: the id of a list, and the end of it. */
  readonly into?: string
  readonly at?: 'first' | 'last'
  readonly template: string
  readonly view: object
}

/** A part that is no longer true. */
export interface Gone {
  readonly id: string
  readonly gone: true
}

export interface LiveDefinition<Params extends z.ZodType, Query extends z.ZodType> extends Entrance<Params, Query> {
  /** The kinds of row whose changes this page shows, as the database's notices name them. */
  readonly topics: readonly string[]
  /** Topics that come in hundreds a second and are drawn a few times: a lane's crossings, never a hit. */
  readonly calm?: readonly string[]
  /** What else a notice makes out of date, as notices of calm topics: a hit its lane's list, which need not be drawn for each of many hits. */
  readonly follows?: (changed: Notice, ctx: PageContext) => readonly Notice[]
  /** The fragments a notice changes; without a notice, all of them, as after a connection was lost. */
  readonly fragments: (
    input: PageInput<Params, Query>, ctx: PageContext, changed: Notice | undefined,
  ) => Promise<readonly (Fragment | Gone)[]>
}

/** The moving part of a page, as server-sent events. The page itself is whole without it. */
export function live<Params extends z.ZodType = Nothing, Query extends z.ZodType = Nothing>(
  definition: LiveDefinition<Params, Query>,
): Route {
  const { path, right } = definition
  return {
    path,
    right,
    mount: (app, host) => {
      app.get(path, { config: { right } }, async (request, reply) => {
        const { ctx, input } = await enterPage(host, request, definition)
        if (host.streams.size >= liveLimit) return reply.status(503).header('retry-after', '5').send({ errors: [{ path: '', message: 'Too many live pages are open' }] })
        return follow(host, reply, { definition, input, ctx })
      })
    },
  }
}

interface Following<Params extends z.ZodType, Query extends z.ZodType> {
  readonly definition: LiveDefinition<Params, Query>
  readonly input: PageInput<Params, Query>
  readonly ctx: PageContext
}

/** Sends all of it, then each change. Changes wait in line, so that an older drawing never lands on a newer one. */
async function follow<Params extends z.ZodType, Query extends z.ZodType>(
  host: Host, reply: FastifyReply, { definition, input, ctx }: Following<Params, Query>,
): Promise<FastifyReply> {
  const stream = openStream(reply, ctx.clock)
  const draw = sender(host, stream, ctx, { fragmentsOf: (changed) => definition.fragments(input, ctx, changed), calm: definition.calm ?? [] })
  host.streams.add(stream)
  stream.onClose(() => host.streams.delete(stream))
  try {
    const unsubscribe = await host.hub.subscribe((changed) => {
      if (changed !== undefined && !definition.topics.includes(changed.topic)) return
      draw(changed)
      if (changed !== undefined) definition.follows?.(changed, ctx).forEach(draw)
    })
    stream.onClose(unsubscribe)
    draw(undefined)
  } catch (fault) {
    // The database cannot be heard just now; the browser asks again in a second.
    host.onFault?.(fault, 'live')
    stream.close()
  }
  return reply
}

interface Drawing {
  readonly fragmentsOf: (changed: Notice | undefined) => Promise<readonly (Fragment | Gone)[]>
  readonly calm: readonly string[]
}

/**
 * A change that waits in line already is drawn once, as things stand when its turn comes. Those that wait together are drawn together: what
 * changes while they are drawn comes with a notice of its own and so is drawn after them, and no older drawing is the last to land.
 */
function sender(host: Host, stream: Stream, ctx: PageContext, { fragmentsOf, calm }: Drawing): (changed: Notice | undefined) => void {
  const waiting = new Set<string>()
  const drawnAtMs = new Map<string, number>()
  const line: (Notice | undefined)[] = []
  let drawing = false

  const draw = async (changed: Notice | undefined): Promise<void> => {
    waiting.delete(keyOf(changed))
    drawnAtMs.set(changed?.topic ?? '', performance.now())
    if (stream.closed()) return
    for (const fragment of await fragmentsOf(changed)) stream.send(fragmentEvent(host, ctx, fragment))
    stream.send({ event: 'settled', body: { at: ctx.clock.now() } })
  }
  const drawAll = async (): Promise<void> => {
    drawing = true
    while (line.length > 0) await Promise.all(line.splice(0, drawnTogetherMax).map(draw))
    drawing = false
  }
  const enter = (changed: Notice | undefined): void => {
    line.push(changed)
    if (drawing) return
    drawAll().catch((fault: unknown) => {
      // The browser connects again and asks for everything, so a drawing that failed is not left half done.
      host.onFault?.(fault, 'live')
      stream.close()
    })
  }
  return (changed) => {
    if (waiting.has(keyOf(changed))) return
    waiting.add(keyOf(changed))
    const restMs = changed !== undefined && calm.includes(changed.topic) ? (drawnAtMs.get(changed.topic) ?? 0) + calmMs - performance.now() : 0
    if (restMs <= 0) enter(changed)
    else setTimeout(() => enter(changed), restMs).unref()
  }
}

function keyOf(changed: Notice | undefined): string {
  return changed === undefined ? '' : `${changed.topic} ${changed.id}`
}

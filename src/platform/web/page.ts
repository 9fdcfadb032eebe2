import type { z } from 'zod'
import { enterPage, type Entrance, type PageInput } from './enter-page.ts'
import type { PageContext } from './page-context.ts'
import type { Nothing } from './read-input.ts'
import { NotFound } from './stops.ts'
import type { Route } from './wiring.ts'

export interface PageDefinition<Params extends z.ZodType, Query extends z.ZodType> extends Entrance<Params, Query> {
  readonly template: string
  /** What the template reads; `undefined` when there is nothing at this address. */
  readonly show: (input: PageInput<Params, Query>, ctx: PageContext) => Promise<object | undefined>
}

/** A page to read. It never changes anything. */
export function page<Params extends z.ZodType = Nothing, Query extends z.ZodType = Nothing>(
  definition: PageDefinition<Params, Query>,
): Route {
  const { path, right, template } = definition
  return {
    path,
    right,
    mount: (app, host) => {
      app.get(path, { config: { right } }, async (request, reply) => {
        const { ctx, input } = await enterPage(host, request, definition)
        const view = await definition.show(input, ctx)
        if (view === undefined) throw new NotFound()
        return host.look.show({ request, reply, ctx, template, view })
      })
    },
  }
}

import type { z } from 'zod'
import type { Right, Subject } from '#platform/identity'
import { admit, admitTo } from './admit.ts'
import type { PageContext } from './page-context.ts'
import { readParams, readQuery, type Nothing } from './read-input.ts'
import { NotFound } from './stops.ts'
import type { Route } from './wiring.ts'

export interface PageInput<Params extends z.ZodType, Query extends z.ZodType> {
  readonly params: z.output<Params>
  readonly query: z.output<Query>
}

export interface PageDefinition<Params extends z.ZodType, Query extends z.ZodType> {
  readonly path: string
  readonly right: Right
  readonly template: string
  readonly params?: Params
  readonly query?: Query
  /** Where the thing stands and whose it is, when the right depends on it. */
  readonly subject?: (input: PageInput<Params, Query>, ctx: PageContext) => Promise<Subject | undefined>
  /** What the template reads; `undefined` when there is nothing at this address. */
  readonly show: (input: PageInput<Params, Query>, ctx: PageContext) => Promise<object | undefined>
}

/** A page to read. It never changes anything. */
export function page<Params extends z.ZodType = Nothing, Query extends z.ZodType = Nothing>(
  definition: PageDefinition<Params, Query>,
): Route {
  const { path, right, template, subject } = definition
  return {
    path,
    right,
    mount: (app, host) => {
      app.get(path, { config: { right } }, async (request, reply) => {
        const ctx = admit(host, request, right)
        const input = { params: readParams(definition.params, request), query: readQuery(definition.query, request) }
        await admitTo(ctx, right, subject && (() => subject(input, ctx)))
        const view = await definition.show(input, ctx)
        if (view === undefined) throw new NotFound()
        return host.look.show({ request, reply, ctx, template, view })
      })
    },
  }
}

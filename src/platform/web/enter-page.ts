import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Right, Subject } from '#platform/identity'
import { admit, admitTo } from './admit.ts'
import type { Host } from './host.ts'
import type { PageContext } from './page-context.ts'
import { readParams, readQuery } from './read-input.ts'

export interface PageInput<Params extends z.ZodType, Query extends z.ZodType> {
  readonly params: z.output<Params>
  readonly query: z.output<Query>
}

/** What everything that is read has at its door: an address, who may come in, and what the address may hold. */
export interface Entrance<Params extends z.ZodType, Query extends z.ZodType> {
  readonly path: string
  readonly right: Right
  readonly params?: Params
  readonly query?: Query
  /** Where the thing stands and whose it is, when the right depends on it. */
  readonly subject?: (input: PageInput<Params, Query>, ctx: PageContext) => Promise<Subject | undefined>
}

interface Entered<Params extends z.ZodType, Query extends z.ZodType> {
  readonly ctx: PageContext
  readonly input: PageInput<Params, Query>
}

/** The role first, then the address, then the thing itself: nothing is looked up for somebody who may not come in at all. */
export async function enterPage<Params extends z.ZodType, Query extends z.ZodType>(
  host: Host, request: FastifyRequest, { right, params, query, subject }: Entrance<Params, Query>,
): Promise<Entered<Params, Query>> {
  const ctx = admit(host, request, right)
  const input = { params: readParams(params, request), query: readQuery(query, request) }
  await admitTo(ctx, right, subject && (() => subject(input, ctx)))
  return { ctx, input }
}

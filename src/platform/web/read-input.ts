import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { NotFound, NotUnderstood } from './stops.ts'

/** What a page has when it asks for no parameters. */
export type Nothing = z.ZodObject<Record<never, never>>

/** Parameters that do not fit name a thing that cannot exist. */
export function readParams<Schema extends z.ZodType>(schema: Schema | undefined, request: FastifyRequest): z.output<Schema> {
  const read = (schema ?? z.object({})).safeParse(request.params)
  if (!read.success) throw new NotFound()
  return read.data as z.output<Schema>
}

/** A filter left blank in a form is the same as a filter not asked for. */
export function readQuery<Schema extends z.ZodType>(schema: Schema | undefined, request: FastifyRequest): z.output<Schema> {
  const asked = Object.entries(request.query as Record<string, unknown>).filter(([, value]) => value !== '')
  const read = (schema ?? z.object({})).safeParse(Object.fromEntries(asked))
  if (!read.success) throw new NotUnderstood(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  return read.data as z.output<Schema>
}

import type { z } from 'zod'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Right } from '#platform/identity'
import type { By, Officer, Site } from '#values'
import type { Problem } from './problem.ts'

export interface ApiContext {
  readonly db: Database
  readonly officer: Officer
  readonly clock: Clock
  readonly site: Site
  by(reason?: string): By
}

/** An answer, or what is wrong with the question: problems go back as 400 `{errors: [{path, message}]}`. */
export type Answered<Output> = { readonly answer: Output } | { readonly problems: readonly Problem[] }

interface Definition<Input, Output> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Under `/api/v1`, in Fastify's form: `/assessments/:id`. */
  readonly path: string
  readonly right: Right
  readonly summary: string
  readonly description?: string
  /** The JSON body, or for GET the query and path parameters together. */
  readonly body: z.ZodType<Input>
  readonly response: z.ZodType<Output>
  answer(input: Input, context: ApiContext): Promise<Answered<Output>> | Answered<Output>
}

/** A way in for machines, described once: the same schema checks the call and writes the OpenAPI document. */
export interface Api {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly right: Right
  readonly summary: string
  readonly description?: string
  readonly body: z.ZodType
  readonly response: z.ZodType
  answer(input: unknown, context: ApiContext): Promise<Answered<unknown>>
}

/** Checks the input again with its own schema, so that a route mounted without validation still cannot skip it. */
export function api<Input, Output>(definition: Definition<Input, Output>): Api {
  return { ...definition, answer: async (input, context) => definition.answer(definition.body.parse(input), context) }
}

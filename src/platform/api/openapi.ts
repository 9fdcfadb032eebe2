import { z } from 'zod'
import type { Api } from './api.ts'
import { problemsSchema } from './problem.ts'

/** The version of the contract, not of the product: it moves only when an answer changes its shape. */
const contractVersion = '1.0.0'

/** The OpenAPI 3.1 description of the APIs, written from the schemas that check the calls. */
export function openApiOf(apis: readonly Api[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const api of apis) {
    const path = `/api/v1${api.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [api.method.toLowerCase()]: operation(api) }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Juxta', version: contractVersion, description: 'Money is whole pence, days are YYYY-MM-DD, moments are UTC.' },
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'juxta', description: 'The session of a signed-in officer, by the cookie of the site.' } } },
  }
}

function operation(api: Api): object {
  const open = api.right.grants.some(({ role }) => role === 'visitor')
  return {
    summary: api.summary,
    ...(api.description === undefined ? {} : { description: api.description }),
    operationId: operationId(api),
    ...(open ? { security: [] } : { security: [{ session: [] }], 'x-roles': api.right.grants.map(({ role }) => role) }),
    ...(api.method === 'GET' ? { parameters: parameters(api) } : bodyOf(api)),
    responses: {
      200: { description: 'The answer', content: json(schemaOf(api.response, 'output')) },
      400: { description: 'What is wrong with the question, and where', content: json(schemaOf(problemsSchema, 'output')) },
      ...(open ? {} : { 401: { description: 'Nobody is signed in' }, 403: { description: 'The role may not do this' } }),
    },
  }
}

function operationId({ method, path }: Api): string {
  return method.toLowerCase() + path.replace(/[/:-]+(\w)/g, (_all, letter: string) => letter.toUpperCase())
}

function parameters({ body, path }: Api): readonly object[] {
  const { properties = {}, required = [] } = schemaOf(body, 'input') as { properties?: Record<string, object>; required?: readonly string[] }
  return Object.entries(properties).map(([name, schema]) => {
    const inPath = path.includes(`:${name}`)
    return { name, in: inPath ? 'path' : 'query', required: inPath || required.includes(name), schema }
  })
}

function bodyOf({ body, path }: Api): object {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  return { ...(inPath.length === 0 ? {} : { parameters: inPath }), requestBody: { required: true, content: json(schemaOf(body, 'input')) } }
}

function json(schema: object): object {
  return { 'application/json': { schema } }
}

/** A refinement or transform has no form in JSON Schema; the shape around it still does. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openApiOf, problemsOf, type Api } from '#platform/api'
import { admit } from './admit.ts'
import { anyone } from './assets.ts'
import type { Host } from './host.ts'
import { page } from './page.ts'
import { roleWords } from './role-words.ts'

/** Puts each API under `/api/v1`, behind the same rights as the pages, and beside them what describes them. */
export function mountApis(app: FastifyInstance, host: Host, apis: readonly Api[]): void {
  for (const api of apis) {
    app.route({
      method: api.method,
      url: `/api/v1${api.path}`,
      config: { right: api.right },
      handler: (request, reply) => answerApi(host, api, request, reply),
    })
  }
  const description = openApiOf(apis)
  app.get('/api/openapi.json', { config: { right: anyone } }, async () => description)
  apiPage(apis).mount(app, host)
}

async function answerApi(host: Host, api: Api, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = admit(host, request, api.right)
  const input = inputOf(request)
  const read = api.body.safeParse(input)
  if (!read.success) return reply.status(400).send({ errors: problemsOf(read.error) })
  const answered = await api.answer(input, ctx)
  if ('problems' in answered) return reply.status(400).send({ errors: answered.problems })
  return reply.header('cache-control', 'no-store').send(answered.answer)
}

/** What is in the address names the thing, so it wins over a body that says otherwise. */
function inputOf({ method, query, params, body }: FastifyRequest): unknown {
  const named = params as object
  if (method === 'GET') return { ...(query as object), ...named }
  return Object.keys(named).length === 0 ? body : { ...(body as object), ...named }
}

function apiPage(apis: readonly Api[]) {
  return page({
    path: '/api',
    right: anyone,
    template: 'platform/web/api.njk',
    show: async (_input, { words }) => ({
      apis: apis.map(({ method, path, summary, description, right }) => ({
        method, summary, description,
        path: `/api/v1${path}`,
        roles: right.grants.map(({ role }) => roleWords(role, words)),
        open: right.grants.some(({ role }) => role === 'visitor'),
      })),
    }),
  })
}

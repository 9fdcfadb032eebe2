import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problemsOf, type Api } from '#platform/api'
import { admit } from './admit.ts'
import type { Host } from './host.ts'

/** Puts each API under `/api/v1`, behind the same rights as the pages. */
export async function mountApis(app: FastifyInstance, host: Host, apis: readonly Api[]): Promise<void> {
  for (const api of apis) {
    app.route({
      method: api.method,
      url: `/api/v1${api.path}`,
      config: { right: api.right },
      handler: (request, reply) => answerApi(host, api, request, reply),
    })
  }
}

async function answerApi(host: Host, api: Api, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = admit(host, request, api.right)
  const read = api.body.safeParse(inputOf(request))
  if (!read.success) return reply.status(400).send({ errors: problemsOf(read.error) })
  const answered = await api.answer(read.data, ctx)
  if ('problems' in answered) return reply.status(400).send({ errors: answered.problems })
  return reply.header('cache-control', 'no-store').send(answered.answer)
}

function inputOf({ method, query, params, body }: FastifyRequest): unknown {
  return method === 'GET' ? { ...(query as object), ...(params as object) } : body
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { anyone, type Feed } from '#platform/web'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { payMessageMaxBytes } from '../limits.ts'
import { hearMessage } from './card-payment.store.ts'
import { payMessage } from './pay-shapes.ts'
import { isSignedBy } from './pay-signature.feed.ts'

/**
 * `POST /pay/messages` at the public door: what GOV.UK Pay tells of payments, signed. It tells at least once and in any order, so a message
 * is acted on once and a payment never goes back. 200 for whatever was understood, also when it is of a payment that is not ours.
 */
export function payMessages(signingSecret: string): Feed {
  return {
    name: 'pay-messages',
    mount: (part, { db, clock }) => {
      // The signature is over the body as it came: no parser may touch it.
      part.removeAllContentTypeParsers()
      part.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: payMessageMaxBytes }, (_request, body, done) => done(null, body))
      part.post('/pay/messages', { config: { right: anyone }, bodyLimit: payMessageMaxBytes }, (request, reply) => hear({ db, clock, signingSecret }, request, reply))
    },
  }
}

interface Listening {
  readonly db: Database
  readonly clock: Clock
  readonly signingSecret: string
}

async function hear({ db, clock, signingSecret }: Listening, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  if (!isSignedBy(body, String(request.headers['pay-signature'] ?? ''), signingSecret)) return reply.status(401).send({ errors: [{ path: '', message: 'Not signed with the agreed secret' }] })
  const message = payMessage.safeParse(jsonIn(body))
  if (!message.success) return reply.status(400).send({ errors: [{ path: '', message: 'Not a message we understand' }] })
  await hearMessage(db, message.data, { officerId: 'card-service', name: 'Card service', role: 'machine', site: 'centre', at: clock.now(), reason: 'The card service told of a payment' })
  return reply.status(200).send({})
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

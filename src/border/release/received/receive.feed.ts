import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '#platform/identity'
import { anyone, type Feed } from '#platform/web'
import { messageMaxBytes } from '../limits.ts'
import { signed, verified } from '../message/sign.feed.ts'
import { keyFor, ownKey, ownKeys, publicKeysOf } from '../own-key/own-keys.feed.ts'
import { readPartner } from '../partner/partner.store.ts'
import { keysOf } from '../partner/partner.ts'
import { rulesOf } from '../rule/rule.store.ts'
import { ruleOn } from '../rule/rule.ts'
import { receive } from './receive.store.ts'

interface PartnerPost {
  Params: { partnerId: string }
}

/**
 * `POST /partners/{partnerId}/messages`: a partner's signed message, answered by a signed one of ours. 404 for a partner we do not know and
 * 401 for what its key did not sign: neither gets an answer that means anything. `GET /partners/key` is the public half of our key.
 */
export const receiveFeed: Feed = {
  name: 'partner-messages',
  mount: async (part, { db, clock, site, audience, dataDir }) => {
    if (site !== 'centre' || audience === 'public') return
    await ownKey(dataDir)
    part.removeAllContentTypeParsers()
    part.addContentTypeParser('*', { parseAs: 'string', bodyLimit: messageMaxBytes }, (_request, body, done) => done(null, body))
    part.get('/partners/key', { config: { right: anyone } }, async () => ({ kty: 'OKP', crv: 'Ed25519', x: (await ownKeys(db, dataDir)).key.publicKey, use: 'sig', alg: 'EdDSA' }))
    part.post<PartnerPost>('/partners/:partnerId/messages', { config: { right: anyone }, bodyLimit: messageMaxBytes }, async (request, reply) => {
      const { partnerId } = request.params
      const partner = isId(partnerId) ? await readPartner(db, partnerId) : undefined
      if (partner === undefined) return stranger(reply, 404, 'No such partner')
      const rules = await rulesOf(db, partner.id)
      const known = rules.find(({ status }) => status === 'approved')
      if (known === undefined) return stranger(reply, 401, 'Not signed by this partner for us')
      const keys = await ownKeys(db, dataDir)
      const theirs = keysOf(partner, known.terms.publicKey, clock.now())
      const said = await verified(bodyOf(request), { by: theirs, to: publicKeysOf(keys) })
      if (said === undefined) return stranger(reply, 401, 'Not signed by this partner for us')
      const { message, by: signedWith } = said
      const outcome = await receive(db, { partner, clock, signedWith, rule: ruleOn(rules, partner, clock.today()) }, message)
      const answer = { type: 'answer', id: newId(), number: message.number, to: signedWith, sentAt: clock.now(), answers: message.id, item: message.item, ...outcome } as const
      return reply.type('application/jose').send(await signed(answer, keyFor(keys, partner)))
    })
  },
}

function bodyOf({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : ''
}

function stranger(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.status(status).send({ errors: [{ path: '', message }] })
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

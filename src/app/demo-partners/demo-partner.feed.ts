import type { FastifyReply, FastifyRequest } from 'fastify'
import { keyFromSeed, ownKeys, publicKeysOf, signed, verified, type PartnerMessage, type SigningKey } from '#border/release'
import { newId } from '#platform/identity'
import { anyone, secretKey, type Feed } from '#platform/web'

interface ToPartner {
  Params: { slug: string }
}

type Held = Map<string, PartnerMessage>

/** Items a made-up partner holds at most: the demonstration lists a few hundred vehicles. */
const heldMax = 5_000

/** The key that the made-up system of this partner signs with. */
export async function keyOfDemoPartner(folder: string, slug: string): Promise<SigningKey> {
  return keyFromSeed(await secretKey(folder, `demo-partner-${slug}`))
}

/**
 * The other side of the demonstration's messages: made-up agencies at `/demo-partner/{name}` of the public door. Each takes what our key signed
 * for it, answers with its own, and shows what it holds to whoever asks. It keeps nothing when it ends.
 */
export function demoPartnerFeed(slugs: readonly string[]): Feed {
  return {
    name: 'demo-partner',
    mount: async (part, { db, clock, dataDir }) => {
      const keys = new Map(await Promise.all(slugs.map(async (slug) => [slug, await keyOfDemoPartner(dataDir, slug)] as const)))
      const held = new Map<string, Held>(slugs.map((slug) => [slug, new Map()]))
      part.removeAllContentTypeParsers()
      part.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
      part.get<ToPartner>('/demo-partner/:slug', { config: { right: anyone } }, async ({ params: { slug } }, reply) => {
        const mine = held.get(slug)
        return mine === undefined ? stranger(reply) : reply.send({ partner: slug, holds: mine.size, items: [...mine.values()] })
      })
      part.post<ToPartner>('/demo-partner/:slug/messages', { config: { right: anyone } }, async (request, reply) => {
        const [key, mine] = [keys.get(request.params.slug), held.get(request.params.slug)]
        const said = key && (await verified(bodyOf(request), { by: publicKeysOf(await ownKeys(db, dataDir)), to: [key.publicKey] }))
        if (key === undefined || mine === undefined || said === undefined) return stranger(reply)
        const { message, by } = said
        const answer = { type: 'answer', id: newId(), number: message.number, to: by, sentAt: clock.now(), answers: message.id, item: message.item, outcome: take(mine, message), reason: null } as const
        return reply.type('application/jose').send(await signed(answer, key))
      })
    },
  }
}

function take(held: Held, message: PartnerMessage): 'received' | 'deleted' | 'never-had' {
  if (message.type === 'withdrawal') return held.delete(message.item) ? 'deleted' : 'never-had'
  if (message.type === 'release' && held.size < heldMax) held.set(message.item, message)
  return 'received'
}

function bodyOf({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : ''
}

function stranger(reply: FastifyReply): FastifyReply {
  return reply.status(401).send({ errors: [{ path: '', message: 'Not signed for a partner here' }] })
}

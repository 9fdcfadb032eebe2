import assert from 'node:assert/strict'
import { createPublicKey, randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { compactVerify } from 'jose'
import { foldHistory } from '#platform/events'
import { worldAt } from '#test/released'
import { aPartner } from '#test/partner'
import { aSite } from '#test/site'
import { instant } from '#values'
import { allowedTargets } from '#platform/outgoing'
import { release } from '../wire.ts'
import { sweep } from '../outbox/sweep.feed.ts'
import { itemId, readItem } from '../outbox/item.store.ts'
import { readBody, readReceived, receivedId, receivedItems } from './received.store.ts'

const partner = await aPartner()
const site = await aSite({ site: 'centre', wirings: [release(allowedTargets(new URL(partner.address).origin))] })
const ourKey = ((await site.visitor.get('/partners/key')).json() as { x: string }).x
const world = await worldAt(site, partner)
await world.agree({ accepts: ['entry'] })
const { db, partnerId } = world

const entry = (item: string, change: object = {}) => ({
  type: 'release', id: randomUUID(), number: 1, to: ourKey, sentAt: '2026-03-10T09:00:00.000Z', item, kind: 'entry', marking: 'uk-only',
  facts: { plate: 'KT11ABC', country: 'GB', handling: 'check', reason: { en: 'Stolen trailer', fr: 'Remorque volée' }, lastDayOn: '2026-05-01' }, conditions: { legalBasis: 'PACE 1984', keepUntil: '2026-05-01' }, ...change,
})

async function post(message: object, { as = partner, to = partnerId } = {}): Promise<{ status: number; answer: Record<string, unknown> }> {
  const { statusCode, body } = await site.app.inject({ method: 'POST', url: `/partners/${to}/messages`, headers: { 'content-type': 'application/jose' }, payload: await as.sign(message) })
  if (statusCode !== 200) return { status: statusCode, answer: {} }
  const { payload } = await compactVerify(body, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: ourKey }, format: 'jwk' }))
  return { status: statusCode, answer: JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown> }
}

const item = randomUUID()
const id = receivedId(partnerId, item)

describe('a message from a partner', () => {
  test('is taken when its key signed it for us, and answered by ours', async () => {
    const message = entry(item)
    assert.partialDeepStrictEqual(await post(message), { status: 200, answer: { type: 'answer', answers: message.id, outcome: 'received', to: partner.publicKey } })
    assert.partialDeepStrictEqual(await readReceived(db, id), { stage: 'waiting', kind: 'entry', entryId: null })
    assert.partialDeepStrictEqual(await readBody(db, id), { keepUntil: '2026-05-01', facts: { plate: 'KT11ABC' } })
  })
  test('changes nothing when it comes again, or after a newer one', async () => {
    await post(entry(item, { number: 3, facts: { plate: 'KT22ABC' } }))
    await post(entry(item, { number: 2, facts: { plate: 'KT33ABC' } }))
    assert.equal((await readBody(db, id))?.facts.plate, 'KT22ABC')
    assert.deepEqual(await foldHistory(db, receivedItems, id), await readReceived(db, id))
  })
  test('is refused when another signed it, when it is for another, or when nobody knows the sender', async () => {
    const stranger = await aPartner()
    assert.equal((await post(entry(randomUUID()), { as: stranger })).status, 401)
    assert.equal((await post(entry(randomUUID(), { to: stranger.publicKey }))).status, 401)
    assert.equal((await post(entry(randomUUID()), { to: randomUUID() })).status, 404)
    assert.equal((await site.app.inject({ method: 'POST', url: `/partners/${partnerId}/messages`, payload: 'x' })).statusCode, 401)
  })
  test('of a kind nobody agreed to is answered with a refusal', async () => {
    assert.partialDeepStrictEqual(await post(entry(randomUUID(), { kind: 'hit' })), { answer: { outcome: 'refused', reason: 'not-agreed' } })
  })
  test('that takes something back erases what it said, and says so', async () => {
    const back = { type: 'withdrawal', id: randomUUID(), number: 4, to: ourKey, sentAt: '2026-03-10T09:00:00.000Z', item, because: 'record-gone' }
    assert.equal((await post(back)).answer['outcome'], 'deleted')
    assert.equal(await readBody(db, id), undefined)
    assert.equal((await readReceived(db, id))?.stage, 'forgotten')
    assert.equal((await post({ ...back, id: randomUUID(), item: randomUUID() })).answer['outcome'], 'never-had')
  })
  test('is kept until its day and not a day longer', async () => {
    const other = randomUUID()
    await post(entry(other, { conditions: { legalBasis: 'PACE 1984', keepUntil: '2026-03-20' } }))
    const kept = async (): Promise<boolean> => (await readBody(db, receivedId(partnerId, other))) !== undefined
    site.clock.set(instant('2026-03-20T23:59:00Z'))
    await sweep(world.sender)
    assert.equal(await kept(), true)
    site.clock.set(instant('2026-03-21T00:00:00Z'))
    await sweep(world.sender)
    assert.equal(await kept(), false)
  })
  test('may answer days later what became of something we took back', async () => {
    partner.behave('thinks-about-withdrawals')
    const lorry = await world.list('QQ11QQQ')
    await world.settle()
    await world.enter(lorry, { type: 'entry-withdrawn' })
    await world.settle()
    const ours = itemId(partnerId, 'entry', lorry)
    const held = await readItem(db, ours)
    assert.equal(held?.stage, 'awaiting')
    const answer = { type: 'answer', id: randomUUID(), number: 5, to: ourKey, sentAt: '2026-03-21T09:00:00.000Z', answers: held?.messageId, item: ours, reason: null }
    assert.equal((await post({ ...answer, outcome: 'kept' })).answer['outcome'], 'refused')
    assert.equal((await post({ ...answer, outcome: 'kept', reason: 'Exhibit in R v Example' })).answer['outcome'], 'received')
    assert.partialDeepStrictEqual(await readItem(db, ours), { stage: 'kept', reason: 'Exhibit in R v Example' })
  })
})

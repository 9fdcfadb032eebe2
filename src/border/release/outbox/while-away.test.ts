import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { aReleaseWorld, loggedMessages } from '#test/released'
import { day, instant } from '#values'
import { begin, type Begun } from './begin.feed.ts'
import { deliver } from './deliver.feed.ts'
import { itemId, readItem } from './item.store.ts'
import { readLane } from './lane.store.ts'
import { keyFromSeed } from '../message/sign.feed.ts'
import { readPartner } from '../partner/partner.store.ts'
import { sendDue } from './send-due.feed.ts'
import { changeRule } from '../rule/change-rule.store.ts'
import { rulesOf } from '../rule/rule.store.ts'

const world = await aReleaseWorld()
const { db, partner, partnerId, clock, sender } = world
await world.agree({ kinds: ['entry'] })

let minute = 0
/** Past the longest pause between attempts. */
const later = (): void => clock.set(instant(`2026-03-10T${String(10 + Math.floor((minute += 10) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`))
const back = async (): Promise<void> => {
  partner.behave('answers')
  later()
  await world.settle()
}
const stage = async (entryId: string) => (await readItem(db, itemId(partnerId, 'entry', entryId)))?.stage
const told = (plate: string): number => partner.platesEverTold().filter((one) => one === plate).length

/** One step of the sender alone: what is written down before anything leaves. It is idle while another test's open transaction on the same server holds the queue. */
async function begunOnly(): Promise<Begun> {
  for (let tries = 0; tries < 4000; tries += 1) {
    const step = await begin(sender, partnerId)
    if (typeof step === 'object') return step
    if (step === 'idle') await pause(5)
  }
  throw new Error('The sender had nothing to begin with')
}

afterEach(async () => {
  const logged = await loggedMessages(db)
  assert.deepEqual(partner.arrived.filter(({ id, type }) => type !== 'successor' && !logged.has(id)).map(({ id }) => id), [], 'no message without a row in the log')
})

describe('while the partner is away', () => {
  test('what waits is held back when the rule is narrowed, and what went before is asked back', async () => {
    const gone = await world.list('AA11AAA')
    const stays = await world.list('AA22AAA', { handling: 'observe' })
    await world.settle()
    partner.behave('away')
    const canary = await world.list('AA33AAA')
    await world.settle()
    assert.equal((await readLane(db, partnerId))?.failures, 1)
    await world.agree({ kinds: ['entry'], handlings: ['observe'] })
    await back()
    assert.deepEqual([told('AA33AAA'), await stage(gone), await stage(stays)], [0, 'deleted', 'released'])
    assert.ok(['not-sent', 'never-had', undefined].includes(await stage(canary)))
    await world.agree({ kinds: ['entry'] })
    await world.settle()
  })
  test('a record that is corrected goes as it is now, and never as it was', async () => {
    partner.behave('away')
    const id = await world.list('BB11BBB')
    await world.settle()
    await world.enter(id, { type: 'entry-reviewed', lastDayOn: day('2026-04-01'), reviewOn: day('2026-04-01') })
    await back()
    const said = partner.arrived.filter(({ facts }) => facts?.plate === 'BB11BBB').map(({ facts }) => facts?.['lastDayOn'])
    assert.deepEqual([...new Set(said)], ['2026-04-01'])
  })
  test('a record that is withdrawn never goes', async () => {
    partner.behave('away')
    const id = await world.list('CC11CCC')
    await world.settle()
    await world.enter(id, { type: 'entry-withdrawn' })
    await back()
    assert.deepEqual([told('CC11CCC'), partner.held().has(itemId(partnerId, 'entry', id))], [0, false])
  })
  test('a record marked for the other country, by mistake for this one, and put right again never goes', async () => {
    partner.behave('away')
    const id = await world.list('DD11DDD')
    await world.mark('fr-only', id)
    await world.settle()
    await world.mark('uk-only', id)
    await world.settle()
    await world.mark('fr-only', id)
    await back()
    assert.equal(told('DD11DDD'), 0)
  })
  test('the same mistake seen by a partner who is there is asked back, and the record goes when it may', async () => {
    const id = await world.list('EE11EEE')
    await world.settle()
    await world.mark('fr-only', id)
    await world.settle()
    assert.equal(await stage(id), 'deleted')
    await world.mark('uk-only', id)
    await world.settle()
    assert.deepEqual([await stage(id), told('EE11EEE')], ['released', 2])
  })
})

describe('a process that ends between judging and sending', () => {
  test('sends the same message under the same key when it is back', async () => {
    await world.settle()
    const id = await world.list('FF11FFF')
    const begun = await begunOnly()
    await world.settle()
    const sent = partner.arrived.filter(({ facts }) => facts?.plate === 'FF11FFF')
    assert.deepEqual([sent.map((one) => one.id), await stage(id)], [[begun.item.messageId], 'released'])
  })
  test('never sends what the rule no longer allows, and asks back what may have gone', async () => {
    const id = await world.list('GG11GGG')
    await begunOnly()
    await world.agree({ kinds: ['entry'], handlings: ['observe'] })
    await world.settle()
    assert.deepEqual([told('GG11GGG'), await stage(id)], [0, 'never-had'])
    await world.agree({ kinds: ['entry'] })
    await world.settle()
  })
  test('does not send what changed in the moment between, and says so in the log', async () => {
    await world.settle()
    const id = await world.list('HH11HHH')
    const begun = await begunOnly()
    await world.mark('fr-only', id)
    assert.equal(await deliver(sender, begun), 'changed')
    assert.deepEqual([told('HH11HHH'), await stage(id)], [0, 'not-sent'])
  })
  test('does not forget an earlier version that the partner has, when a later one never left', async () => {
    const id = await world.list('RR11RRR')
    await world.settle()
    await world.enter(id, { type: 'entry-reviewed', lastDayOn: day('2026-04-02'), reviewOn: day('2026-04-02') })
    const begun = await begunOnly()
    await world.mark('fr-only', id)
    assert.equal(await deliver(sender, begun), 'changed')
    await world.settle()
    assert.deepEqual([told('RR11RRR'), await stage(id), partner.held().has(itemId(partnerId, 'entry', id))], [1, 'deleted', false])
  })
  test('asks back what the partner took without our hearing of it, once it may not be there', async () => {
    partner.behave('takes-and-says-nothing')
    const id = await world.list('JJ11JJJ')
    await world.settle()
    assert.deepEqual([partner.held().has(itemId(partnerId, 'entry', id)), await stage(id)], [true, 'sending'])
    await world.mark('fr-only', id)
    await back()
    assert.deepEqual([partner.held().has(itemId(partnerId, 'entry', id)), await stage(id)], [false, 'deleted'])
  })
  test('is heard once by a partner to whom it speaks twice', async () => {
    partner.behave('takes-and-says-nothing')
    const id = await world.list('KK11KKK')
    await world.settle()
    await back()
    const sent = partner.arrived.filter(({ facts }) => facts?.plate === 'KK11KKK')
    assert.deepEqual([new Set(sent.map((one) => one.id)).size, sent.length, await stage(id)], [1, 2, 'released'])
  })
})

describe('a partner that does not know how keys follow one another', () => {
  test('is told everything else as before, under the key it knows', async () => {
    await world.settle()
    const arrivedBefore = partner.arrived.length
    partner.behave('knows-no-successors')
    const id = await world.list('PP11PPP')
    const next = { ...keyFromSeed(Buffer.alloc(32, 7)), number: 2 }
    await sendDue({ ...sender, keys: { ...sender.keys, next } })
    assert.deepEqual([await stage(id), partner.arrived.length > arrivedBefore, (await readPartner(db, partnerId))?.ownKey], ['released', true, null])
    partner.behave('answers')
    await sendDue({ ...sender, keys: { ...sender.keys, next }, tellKeyAgainAt: new Map() })
    assert.equal((await readPartner(db, partnerId))?.ownKey, 2)
    partner.trust(sender.keys.key.publicKey)
  })
})

describe('an answer', () => {
  test('counts only when the partner has signed it', async () => {
    partner.behave('answers-unsigned')
    const id = await world.list('LL11LLL')
    await world.settle()
    assert.equal(await stage(id), 'sending')
    await back()
    assert.equal(await stage(id), 'released')
  })
  test('that refuses a record is kept, and the record is not sent again until it changes', async () => {
    partner.behave('refuses')
    const id = await world.list('MM11MMM')
    await world.settle()
    await back()
    assert.deepEqual([await stage(id), told('MM11MMM')], ['refused', 1])
  })
  test('is waited for before a rule is changed, so that nothing goes by a rule that has ended', async () => {
    await world.settle()
    partner.behave('stalls')
    await world.list('NN11NNN')
    const begun = await begunOnly()
    const order: string[] = []
    const sending = deliver(sender, begun)
    await until(async () => told('NN11NNN') === 1)
    const newest = (await rulesOf(db, partnerId))[0]
    const moving = changeRule(db, { id: newest?.id ?? '', partnerId, by: world.by('second') }, () => ({ events: [] })).then(() => order.push('rule may change'))
    await until(async () => (await sql`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`.execute(db)).rows.length >= 1)
    order.push('partner answers')
    partner.letGo()
    await moving
    assert.deepEqual([await sending, ...order], ['answered', 'partner answers', 'rule may change'])
  })
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 4000; tries += 1) {
    if (await isSo()) return
    await pause(5)
  }
  throw new Error('It never came to that')
}

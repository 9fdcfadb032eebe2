import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { settableClock } from '#platform/clock'
import { aDatabase } from '#test/database'
import { instant } from '#values'
import { seedWatchlists } from '../seed-watchlists.feed.ts'
import { proveHeld } from './answer-held.feed.ts'
import { holdingOf, type Held } from './held-lists.ts'
import { answerVersion, heldBySites, listContent } from './held-lists.store.ts'

const content = { number: 7, entries: 3, content: '42' }
const at = instant('2026-03-10T14:00:00Z')
const centre: Held = { site: 'centre', number: 7, heldAt: at, proven: content }
const port = (change: Partial<Held>): Held => ({ ...centre, site: 'calais', ...change })

describe('a port holds the lists', () => {
  test('the same, when the newest version was summed up to the same', () => assert.equal(holdingOf(port({}), centre), 'same'))
  test('behind, when it has not answered for the newest change', () => assert.equal(holdingOf(port({ number: 6, proven: { ...content, number: 6 } }), centre), 'behind'))
  test('unproven, until both have summed up the same version', () => {
    assert.equal(holdingOf(port({ proven: null }), centre), 'unproven')
    assert.equal(holdingOf(port({ proven: { ...content, number: 6, content: '41' } }), centre), 'unproven')
  })
  test('otherwise than the centre, when the same version sums up to something else, even while it is behind', () => {
    assert.equal(holdingOf(port({ proven: { ...content, content: '43' } }), centre), 'differs')
    assert.equal(holdingOf(port({ proven: { ...content, entries: 4 } }), centre), 'differs')
    assert.equal(holdingOf(port({ proven: { ...content, content: '43' } }), { ...centre, number: 8 }), 'differs')
  })
  test('silently, when it never answered', () => assert.equal(holdingOf(undefined, centre), 'silent'))
})

describe('the version of the lists', async () => {
  const db = await aDatabase()
  await seedWatchlists(db, settableClock(at), { plate: 'B84KLG', country: 'RO' })
  const number = async (): Promise<number> => Number((await listContent(db))?.number)

  test('goes up by one with each statement that changes them', async () => {
    const before = await number()
    await sql`update watchlists.entry set review_on = last_day_on where plate = 'B84KLG'`.execute(db)
    assert.equal(await number(), before + 1)
  })
  test('is not raised by rows that arrive from elsewhere: their number arrives too', async () => {
    const before = await number()
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`update watchlists.entry set review_on = starts_on where plate = 'B84KLG'`.execute(tx)
    })
    assert.equal(await number(), before)
  })
  test('is answered for, and the sum shows a single row that changed without it', async () => {
    await proveHeld(db, 'centre')
    await proveHeld(db, 'calais')
    const same = await heldBySites(db)
    assert.equal(holdingOf(same.get('calais'), centreOf(same)), 'same')
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`update watchlists.entry set markers = '{weapons}' where plate = 'B84KLG'`.execute(tx)
    })
    await proveHeld(db, 'calais')
    const drifted = await heldBySites(db)
    assert.equal(holdingOf(drifted.get('calais'), centreOf(drifted)), 'differs')
  })
  test('is behind at a port that has not answered since', async () => {
    await sql`update watchlists.entry set markers = '{}' where plate = 'B84KLG'`.execute(db)
    await answerVersion(db, 'centre')
    const held = await heldBySites(db)
    assert.equal(holdingOf({ ...centreOf(held), site: 'calais', number: centreOf(held).number - 1, proven: null }, centreOf(held)), 'behind')
  })
})

function centreOf(held: ReadonlyMap<string, Held>): Held {
  const own = held.get('centre')
  assert.ok(own)
  return own
}

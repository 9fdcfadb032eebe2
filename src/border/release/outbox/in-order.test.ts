import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { connect } from '#platform/database'
import { aReleaseWorld, loggedMessages } from '#test/released'
import { enqueue, foldQueue, longestWaiting, queueLengths } from './queue.store.ts'
import { sendDue } from './send-due.feed.ts'

const world = await aReleaseWorld()
const { db, url, partner, partnerId, sender } = world
await world.agree({ kinds: ['entry'] })
await world.settle()

describe('many writers at once, whose transactions end in another order than they began', () => {
  const writers = 8
  const each = 6
  test('leave nothing out and send nothing twice', async () => {
    const writing = Array.from({ length: writers }, async (_none, writer) => {
      for (let number = 0; number < each; number += 1) {
        await world.list(`W${writer}N${String(number).padStart(2, '0')}XY`)
        await pause((writer * 7 + number * 3) % 9)
      }
    })
    const written = new AbortController()
    const sending = (async () => {
      while (!written.signal.aborted) await sendDue(sender)
    })()
    await Promise.all(writing)
    written.abort()
    await sending
    await world.settle()
    const told = partner.platesEverTold()
    assert.deepEqual([new Set(told).size, told.length], [writers * each, writers * each])
    const logged = await loggedMessages(db)
    assert.deepEqual(partner.arrived.filter(({ id }) => !logged.has(id)), [])
    const numbers = partner.arrived.map(({ number }) => number)
    assert.deepEqual(numbers, [...numbers].sort((one, other) => one - other), 'in the order of their numbers')
  })
  test('are not overtaken: what an open transaction may still come before is not taken', async () => {
    const other = connect(url)
    const [early, late] = [crypto.randomUUID(), crypto.randomUUID()]
    const taken = other.db.transaction().execute(async (tx) => {
      await enqueue(tx, partnerId, [{ subject: 'entry', subjectId: early }])
      await enqueue(db, partnerId, [{ subject: 'entry', subjectId: late }])
      return longestWaiting(db, partnerId)
    })
    assert.equal(await taken, undefined)
    await other.close()
    for (;;) {
      const first = await longestWaiting(db, partnerId)
      if (first !== undefined) return assert.equal(first.subjectId, early)
      await pause(10)
    }
  })
})

describe('a hit', () => {
  test('goes before a list that waits, however long the list', async () => {
    partner.behave('away')
    const entries = await Promise.all(['AA01AAA', 'AA02AAA', 'AA03AAA'].map((plate) => world.list(plate)))
    await world.agree({ kinds: ['hit', 'entry'], confirmedOnly: false })
    const hit = await world.raise('AA03AAA', entries[2] ?? '')
    await world.settle()
    while ((await longestWaiting(db, partnerId))?.subjectId !== hit) await pause(10)
    assert.ok(((await queueLengths(db)).get(partnerId)?.waiting ?? 0) > 3)
  })
})

describe('a partner that is away for long', () => {
  test('costs one place for each record, however often it changed', async () => {
    await sql`delete from release.queue`.execute(db)
    const ids = Array.from({ length: 20 }, () => crypto.randomUUID())
    for (let round = 0; round < 5; round += 1) await enqueue(db, partnerId, ids.map((subjectId) => ({ subject: 'entry' as const, subjectId })))
    do {
      await foldQueue(db, partnerId)
      await pause(10)
    } while ((await queueLengths(db)).get(partnerId)?.waiting !== ids.length)
    const { rows } = await sql<{ subject_id: string }>`select subject_id from release.queue order by id`.execute(db)
    assert.deepEqual(rows.map(({ subject_id }) => subject_id), ids, 'each at its oldest place')
  })
})

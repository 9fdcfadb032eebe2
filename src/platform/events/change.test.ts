import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { instant, type By } from '#values'
import { announce, refuse, type Happening } from '#platform/decisions'
import { newId } from '#platform/identity'
import { aDatabase } from '#test/database'
import { change, countPending, foldHistory, historyOf, reactToOne, recordLook, settleUnheard, verifyChain, type HistoryEntry, type Thing } from './door.ts'

interface Kettle {
  readonly litres: number
}
interface Filled extends Happening {
  readonly type: 'kettle-filled'
  readonly litres: number
}
type KettleTables = { 'kitchen.kettle': { id: string; litres: number } }

const kettle: Thing<Kettle, Filled> = {
  name: 'kettle',
  evolve: (state, event) => ({ litres: (state?.litres ?? 0) + event.litres }),
  read: async (db, id) => db.withTables<KettleTables>().selectFrom('kitchen.kettle').select('litres').where('id', '=', id).executeTakeFirst(),
  save: async (tx, id, { litres }) => {
    await tx.withTables<KettleTables>().insertInto('kitchen.kettle').values({ id, litres }).onConflict((row) => row.column('id').doUpdateSet({ litres })).execute()
  },
}

const by: By = { officerId: 'o1', name: 'Ada Example', role: 'lane-officer', site: 'calais', at: instant('2026-11-22T10:00:00Z'), reason: 'tea' }
const fill = (litres: number) => (): ReturnType<typeof announce<Filled>> => announce<Filled>({ type: 'kettle-filled', litres, under: [{ cite: 'House rules 1', url: 'https://example.org/1' }] })

const db = await aDatabase()
await sql`create schema kitchen`.execute(db)
await sql`create table kitchen.kettle (id uuid primary key, litres integer not null check (litres < 10))`.execute(db)

describe('an act', () => {
  test('moves the row and the history together', async () => {
    const id = newId()
    await change(db, kettle, { id, by }, fill(1))
    await change(db, kettle, { id, by }, fill(2))

    assert.deepEqual(await kettle.read(db, id), { litres: 3 })
    assert.deepEqual(await foldHistory(db, kettle, id), { litres: 3 })
    const [first, second] = await historyOf(db, 'kettle', id)
    assert.deepEqual(first?.by, by)
    assert.deepEqual(first?.under, [{ cite: 'House rules 1', url: 'https://example.org/1' }])
    assert.equal(second?.version, 2)
  })

  test('leaves neither behind when the row cannot be saved', async () => {
    const id = newId()
    await assert.rejects(change(db, kettle, { id, by }, fill(11)))
    assert.equal(await kettle.read(db, id), undefined)
    assert.deepEqual(await historyOf(db, 'kettle', id), [])
  })

  test('writes nothing when a rule says no', async () => {
    const id = newId()
    assert.deepEqual(await change(db, kettle, { id, by }, () => refuse('too-hot')), { refused: 'too-hot' })
    assert.deepEqual(await historyOf(db, 'kettle', id), [])
  })

  test('decides on what the one before it left, however many come at once', async () => {
    const id = newId()
    await Promise.all(Array.from({ length: 8 }, () => change(db, kettle, { id, by }, (state) => (state && state.litres >= 5 ? refuse('full') : fill(1)()))))
    assert.deepEqual(await kettle.read(db, id), { litres: 5 })
  })
})

describe('the chain of a site', () => {
  const id = newId()
  const there: By = { ...by, site: 'dunkerque' }
  before(async () => {
    for (const litres of [1, 2, 3]) await change(db, kettle, { id, by: there }, fill(litres))
  })


  test('holds as written', async () => {
    const { entries, broken } = await verifyChain(db, 'dunkerque')
    assert.deepEqual({ entries, broken }, { entries: 3, broken: undefined })
  })

  test('refuses a change to what has happened', async () => {
    await assert.rejects(sql`update history.entry set reason = 'other' where site = 'dunkerque' and seq = 2`.execute(db), /append-only/)
    await assert.rejects(sql`delete from history.entry where site = 'dunkerque' and seq = 2`.execute(db), /append-only/)
  })

  test('still holds when a body is erased under a retention rule', async () => {
    await sql`update history.entry set body = null, salt = null where site = 'dunkerque' and seq = 1`.execute(db)
    assert.equal((await verifyChain(db, 'dunkerque')).broken, undefined)
  })

  test('breaks at a changed body, a changed head, and a removed entry, and says where', async () => {
    await db.transaction().execute(async (one) => {
      await sql`set local session_replication_role = replica`.execute(one)
      await sql`update history.entry set body = '{"type":"kettle-filled","litres":9}' where site = 'dunkerque' and seq = 3`.execute(one)
    })
    assert.equal((await verifyChain(db, 'dunkerque')).broken?.fault, 'body-differs')

    await db.transaction().execute(async (one) => {
      await sql`set local session_replication_role = replica`.execute(one)
      await sql`update history.entry set by_name = 'Somebody Else' where site = 'dunkerque' and seq = 2`.execute(one)
    })
    assert.deepEqual((await verifyChain(db, 'dunkerque')).broken?.fault, 'hash-differs')

    await db.transaction().execute(async (one) => {
      await sql`set local session_replication_role = replica`.execute(one)
      await sql`delete from history.pending where entry_id in (select id from history.entry where site = 'dunkerque')`.execute(one)
      await sql`delete from history.entry where site = 'dunkerque' and seq = 2`.execute(one)
    })
    assert.deepEqual((await verifyChain(db, 'dunkerque')).broken, { seq: 2, fault: 'entry-missing' })

    await db.transaction().execute(async (one) => {
      await sql`set local session_replication_role = replica`.execute(one)
      await sql`delete from history.entry where site = 'dunkerque' and seq > 1`.execute(one)
    })
    assert.deepEqual((await verifyChain(db, 'dunkerque')).broken, { seq: 2, fault: 'tail-missing' })
  })
})

describe('a look at a record', () => {
  test('needs a reason, and is in the chain', async () => {
    const { reason: _none, ...unsaid } = by
    await assert.rejects(recordLook(db, { subject: 'plate:AB12CDE', what: 'plate history', by: unsaid }), /needs a reason/)
    await recordLook(db, { subject: 'plate:AB12CDE', what: 'plate history', by })
    const [look] = await historyOf(db, 'look:plate', 'AB12CDE')
    assert.equal(look?.type, 'record-looked-at')
    assert.equal(look?.by.reason, 'tea')
  })
})

describe('a reaction', () => {
  test('hears of each entry, again after a fault, and no more once it succeeded', async () => {
    await sql`delete from history.pending`.execute(db)
    await recordLook(db, { subject: 'plate:XY34ZAB', what: 'plate history', by })
    const heard: HistoryEntry[] = []
    let faults = 0
    const reaction = {
      to: 'record-looked-at',
      react: async (entry: HistoryEntry) => {
        heard.push(entry)
        if (heard.length === 1) throw new Error('the first time fails')
      },
    }
    const step = () => reactToOne(db, [reaction], () => (faults += 1))
    assert.equal(await step(), false)
    assert.equal(await step(), true)
    assert.equal(await step(), false)
    assert.deepEqual([heard.length, faults], [2, 1])
  })

  test('is what an entry waits for: one that nothing reacts to waits no longer', async () => {
    await change(db, kettle, { id: newId(), by }, fill(1))
    await recordLook(db, { subject: 'plate:XY35ZAB', what: 'plate history', by })
    await settleUnheard(db, [{ to: 'record-looked-at', react: async () => {} }])
    assert.equal(await countPending(db), 1)
    await settleUnheard(db, [])
    assert.equal(await countPending(db), 0)
  })
})

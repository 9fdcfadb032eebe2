import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { instant, type By } from '#values'
import { announce, refuse, type Happening } from '#platform/decisions'
import { newId } from '#platform/identity'
import { aDatabase } from '#test/database'
import { change, changeAllIn, foldHistory, historyOf, verifyChain, type ThingOfMany } from './door.ts'

interface Lamp {
  readonly lit: number
}
interface Lit extends Happening {
  readonly type: 'lamp-lit'
}
type LampTables = { 'house.lamp': { id: string; lit: number } }

const lamp: ThingOfMany<Lamp, Lit> = {
  name: 'lamp',
  evolve: (state) => ({ lit: (state?.lit ?? 0) + 1 }),
  read: async (db, id) => (await lamp.readAll(db, [id])).get(id),
  save: (tx, id, state) => lamp.saveAll(tx, new Map([[id, state]])),
  readAll: async (db, ids) => {
    const rows = await db.withTables<LampTables>().selectFrom('house.lamp').selectAll().where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
    return new Map(rows.map(({ id, lit }) => [id, { lit }]))
  },
  saveAll: async (tx, states) => {
    for (const [id, { lit }] of states) await tx.withTables<LampTables>().insertInto('house.lamp').values({ id, lit }).onConflict((row) => row.column('id').doUpdateSet({ lit })).execute()
  },
}

const by: By = { officerId: 'o1', name: 'Ada Example', role: 'lane-officer', site: 'coquelles', at: instant('2026-11-22T10:00:00Z') }
const light = (): ReturnType<typeof announce<Lit>> => announce<Lit>({ type: 'lamp-lit' })

const db = await aDatabase()
await sql`create schema house`.execute(db)
await sql`create table house.lamp (id uuid primary key, lit integer not null check (lit < 9))`.execute(db)

const together = (ids: readonly string[], decide: (state: Lamp | undefined) => ReturnType<typeof light> | ReturnType<typeof refuse> = light) =>
  db.transaction().execute((tx) => changeAllIn(tx, lamp, by, ids.map((id) => ({ id, decide }))))

describe('acts on many things at once', () => {
  test('move each row with its history, and make one unbroken chain', async () => {
    const ids = [newId(), newId(), newId()]
    await change(db, lamp, { id: ids[1] ?? '', by }, light)
    await together(ids)
    assert.deepEqual(await lamp.readAll(db, ids), new Map(ids.map((id, place) => [id, { lit: place === 1 ? 2 : 1 }])))
    for (const id of ids) assert.deepEqual(await foldHistory(db, lamp, id), await lamp.read(db, id))
    assert.deepEqual((await historyOf(db, 'lamp', ids[1] ?? '')).map(({ version }) => version), [1, 2])
    assert.equal((await verifyChain(db, 'coquelles')).broken, undefined)
  })

  test('write nothing for the one that is refused, and the others all the same', async () => {
    const [lit, unlit] = [newId(), newId()]
    await together([lit])
    const decisions = await together([lit, unlit], (state) => (state === undefined ? light() : refuse('lit-already')))
    assert.deepEqual(decisions, [{ refused: 'lit-already' }, light()])
    assert.deepEqual([await lamp.read(db, lit), await lamp.read(db, unlit)], [{ lit: 1 }, { lit: 1 }])
  })

  test('leave nothing behind when one row cannot be saved', async () => {
    const [worn, fresh] = [newId(), newId()]
    await sql`insert into house.lamp values (${worn}, 8)`.execute(db)
    await assert.rejects(together([worn, fresh]))
    assert.equal(await lamp.read(db, fresh), undefined)
    assert.deepEqual(await historyOf(db, 'lamp', fresh), [])
  })

  test('wait for each other in one order, whatever order they name the things in', async () => {
    const ids = [newId(), newId(), newId(), newId()]
    await Promise.all([together(ids), together(ids.toReversed()), together(ids), together(ids.toReversed())])
    assert.deepEqual([...(await lamp.readAll(db, ids)).values()], ids.map(() => ({ lit: 4 })))
  })

  test('are one to a thing', async () => {
    const id = newId()
    await assert.rejects(together([id, id]), /cannot be decided together/)
  })
})

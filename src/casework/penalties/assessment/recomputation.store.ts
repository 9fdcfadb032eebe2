import { asJson, type Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { By, Instant } from '#values'
import { differingKept } from '../limits.ts'
import { named, type Named } from '../penalty/penalty.ts'
import { recomputeSome, type Differing } from './recompute-all.store.ts'

type RecomputationRow = {
  id: string
  wanted_by: Named
  wanted_at: Instant
  after_id: string | null
  asked: number
  differing_count: number
  differing: readonly Differing[]
  done_at: Instant | null
}

const on = (db: Database) => db.withTables<{ 'penalties.recomputation': RecomputationRow }>()

/** One time that the law was asked again about every stored answer. */
export interface Recomputation {
  readonly wantedBy: Named
  readonly wantedAt: Instant
  readonly asked: number
  readonly differingCount: number
  /** The first of them, up to the limit. */
  readonly differing: readonly Differing[]
  readonly doneAt: Instant | null
}

/** While one is under way a second is not begun. */
export async function wantRecomputation(db: Database, by: By): Promise<void> {
  const row = { id: newId(), wanted_by: asJson(named(by)), wanted_at: by.at, after_id: null, asked: 0, differing_count: 0, differing: asJson([]), done_at: null }
  await on(db).insertInto('penalties.recomputation').values(row).onConflict((conflict) => conflict.doNothing()).execute()
}

export async function latestRecomputation(db: Database): Promise<Recomputation | undefined> {
  const row = await on(db).selectFrom('penalties.recomputation').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row && { wantedBy: row.wanted_by, wantedAt: row.wanted_at, asked: row.asked, differingCount: row.differing_count, differing: row.differing, doneAt: row.done_at }
}

/** Some hundred more of the one under way; true when there is more to do. */
export async function goOnRecomputing(db: Database, at: Instant): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const row = await on(tx).selectFrom('penalties.recomputation').selectAll().where('done_at', 'is', null).forUpdate().skipLocked().executeTakeFirst()
    if (row === undefined) return false
    const { asked, differing, next } = await recomputeSome(tx, row.after_id)
    await on(tx).updateTable('penalties.recomputation').where('id', '=', row.id).set({
      asked: row.asked + asked, differing_count: row.differing_count + differing.length, differing: asJson([...row.differing, ...differing].slice(0, differingKept)),
      after_id: next ?? row.after_id, done_at: next === undefined ? at : null,
    }).execute()
    return next !== undefined
  })
}

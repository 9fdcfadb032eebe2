import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import { announce, isRefused, type Decision, type Happening, type Refusal } from '#platform/decisions'
import type { Database } from '#platform/database'
import type { By, Site } from '#values'
import type { Named } from '../penalty/penalty.ts'
import { doToOne, undoToOne, type Doing } from './acts-on-one.store.ts'
import { passOf, type Actor, type BulkAct, type BulkEvent, type Pass } from './bulk-act.ts'
import { changeBulk, readBulk } from './bulk-act.store.ts'
import { bulkCounts, claimResult, claimUndo, keepCheck, leftIn } from './bulk-results.store.ts'
import { putBack } from './picked.store.ts'

/** What an act goes on with: where it is, what time it is there, and how many cases it may take on now. */
export interface GoingOn {
  readonly site: Site
  readonly clock: Clock
  readonly most: number
}

interface Each {
  readonly caseId: string
  readonly had: Named | null
}

/**
 * Takes the pass that is under way some cases further, each in a transaction of its own with its result; one that was cut off therefore goes
 * on where it stopped. Answers whether there may be more to do.
 */
export async function goOn(db: Database, bulkId: string, { site, clock, most }: GoingOn): Promise<boolean> {
  const bulk = await readBulk(db, bulkId)
  const pass = bulk && passOf(bulk)
  if (bulk === undefined || pass === undefined) return false
  const doing = doingOf(bulk, pass, { site, clock })
  const left = await leftIn(db, bulk, pass, most)
  for (const each of left) await passed[pass](db, bulk, each, doing)
  if (left.length < most) await finish[pass](db, bulk, doing.by)
  if (left.length > 0) await sql`select pg_notify('juxta', json_build_object('topic', 'bulk', 'id', ${bulkId}::text)::text)`.execute(db)
  return left.length === most
}

/** Whoever began the pass, with the reasons they gave for it. */
function doingOf(bulk: BulkAct, pass: Pass, { site, clock }: Pick<GoingOn, 'site' | 'clock'>): Doing {
  const actor: Actor = { check: bulk.preparedBy, run: bulk.runBy ?? bulk.preparedBy, undo: bulk.undoing?.by ?? bulk.preparedBy }[pass]
  const reason = pass === 'undo' && bulk.undoing !== null ? bulk.undoing.reasons : bulk.reasons
  return { actor, by: { ...actor, site, at: clock.now(), reason }, today: clock.today() }
}

type OnePass = (db: Database, bulk: BulkAct, each: Each, doing: Doing) => Promise<void>

const passed: Readonly<Record<Pass, OnePass>> = {
  /** The act itself is done and taken back, so that what is foretold cannot know another rule. */
  check: async (db, bulk, { caseId }, doing) => {
    const refusal = await takenBack(db, async (tx) => {
      const decision = await doToOne(tx, bulk, caseId, doing)
      throw new TakenBack(isRefused(decision) ? decision : undefined)
    })
    await keepCheck(db, bulk.id, { caseId, refused: refusal?.refused ?? null, at: doing.by.at })
  },
  run: (db, bulk, { caseId }, doing) => once(db, { claim: (tx, refused) => claimResult(tx, bulk.id, { caseId, refused, at: doing.by.at }), act: (tx) => doToOne(tx, bulk, caseId, doing) }),
  undo: (db, bulk, { caseId, had }, doing) => once(db, { claim: (tx, refused) => claimUndo(tx, bulk.id, { caseId, refused, at: doing.by.at }), act: (tx) => undoToOne(tx, bulk, { caseId, had }, doing) }),
}

/** The result is claimed before the act and kept with it; where the act is refused both are taken back, and the refusal is the result. */
async function once(db: Database, { claim, act }: { readonly claim: (tx: Database, refused: string | null) => Promise<boolean>; readonly act: (tx: Database) => Promise<Decision<Happening>> }): Promise<void> {
  const refusal = await takenBack(db, async (tx) => {
    if (!(await claim(tx, null))) return
    const decision = await act(tx)
    if (isRefused(decision)) throw new TakenBack(decision)
  })
  if (refusal !== undefined) await claim(db, refusal.refused)
}

const finish: Readonly<Record<Pass, (db: Database, bulk: BulkAct, by: By) => Promise<void>>> = {
  check: async () => {},
  run: async (db, bulk, by) => {
    const { ran, done } = await bulkCounts(db, bulk.id)
    await putBack(db, bulk.preparedBy.officerId, bulk.caseIds)
    await over(db, bulk, { type: 'bulk-run', done, refused: ran - done }, by)
  },
  undo: async (db, bulk, by) => {
    const { undone, notUndone } = await bulkCounts(db, bulk.id)
    await over(db, bulk, { type: 'bulk-undone', done: undone, refused: notUndone }, by)
  },
}

/** Said once, by whoever comes to the end first. */
async function over(db: Database, { id, stage }: BulkAct, event: BulkEvent, by: By): Promise<void> {
  await changeBulk(db, id, by, (current) => (current?.stage === stage ? announce(event) : announce()))
}

/** Ends a transaction without keeping anything of it. */
class TakenBack extends Error {
  readonly refusal: Refusal | undefined
  constructor(refusal: Refusal | undefined) {
    super('Taken back')
    this.refusal = refusal
  }
}

async function takenBack(db: Database, work: (tx: Database) => Promise<void>): Promise<Refusal | undefined> {
  try {
    await db.transaction().execute(work)
    return undefined
  } catch (fault) {
    if (fault instanceof TakenBack) return fault.refusal
    throw fault
  }
}

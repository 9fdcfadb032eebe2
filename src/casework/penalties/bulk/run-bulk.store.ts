import { sql } from 'kysely'
import { announce, isRefused, refuse, type Decision, type Happening, type Refusal } from '#platform/decisions'
import type { Database } from '#platform/database'
import { may, newId, type Right } from '#platform/identity'
import { day, type By, type CalendarDate, type Instant, type Officer } from '#values'
import { allocateCaseIn } from '../allocation/allocate-case.store.ts'
import { readCase } from '../case/case.store.ts'
import { closeCaseIn } from '../case/close-case.store.ts'
import { penaltiesStanding } from '../penalty/penalty.store.ts'
import { holdKinds } from '../recovery/hold.ts'
import { holdRecoveryIn } from '../recovery/hold.store.ts'
import { closeCases, holdRecoveries, moveCases } from '../rights.ts'
import type { BulkAct, BulkName } from './bulk-act.ts'

/** Who runs it, on which day. */
export interface Running {
  readonly officer: Officer
  readonly by: By
  readonly today: CalendarDate
}

type DoOne = (tx: Database, caseId: string, bulk: BulkAct, running: Running) => Promise<Decision<Happening>>

/** Each act as it is done to one case, under the right that the act has there. */
const acts: Readonly<Record<BulkName, { readonly right: Right; readonly doOne: DoOne }>> = {
  move: {
    right: moveCases,
    doOne: (tx, caseId, { answers, reasons }, { by }) => allocateCaseIn(tx, caseId, { to: { officerId: answers['to'] ?? '', name: answers['toName'] ?? '' }, how: 'moved', reasons }, by),
  },
  // Among many cases nobody looks at the flag of one: that one is left for a person to close.
  close: { right: closeCases, doOne: (tx, caseId, _bulk, { by, today }) => closeCaseIn(tx, { caseId, by, closedOn: today, byItself: true }) },
  hold: { right: holdRecoveries, doOne: holdEach },
}

/** Every penalty of the case with a notice in force is held, or none is. */
async function holdEach(tx: Database, caseId: string, { answers, reasons, preparedBy }: BulkAct, { by, today }: Running): Promise<Decision<Happening>> {
  const inForce = (await penaltiesStanding(tx, [caseId])).filter(({ stage }) => stage === 'issued' || stage === 'determined')
  if (inForce.length === 0) return refuse('nothing-in-force')
  const kind = holdKinds.find((each) => each === answers['kind']) ?? 'complaint'
  const untilOn = answers['untilOn'] === null || answers['untilOn'] === undefined ? null : day(answers['untilOn'])
  for (const { id } of inForce) {
    const decision = await holdRecoveryIn(tx, id, { holdId: newId(), kind, fromOn: today, untilOn, reasons, placedBy: preparedBy }, by)
    if (isRefused(decision)) return decision
  }
  return announce()
}

/** Ends a transaction without keeping anything of it. */
class TakenBack extends Error {
  readonly refusal: Refusal | undefined
  constructor(refusal: Refusal | undefined) {
    super('Taken back')
    this.refusal = refusal
  }
}

/** What would come of each case: the act itself is done and taken back, so that the preview cannot know another rule. */
export async function tryBulk(db: Database, bulk: BulkAct, running: Running): Promise<ReadonlyMap<string, Refusal | undefined>> {
  const outcomes = new Map<string, Refusal | undefined>()
  for (const caseId of bulk.caseIds) {
    outcomes.set(caseId, await takenBack(db, async (tx) => {
      const decision = await doOne(tx, caseId, bulk, running)
      throw new TakenBack(isRefused(decision) ? decision : undefined)
    }))
  }
  return outcomes
}

/** Does it to each case that has no result yet, each in a transaction of its own with its result. Run again, it goes on where it stopped. */
export async function runBulk(db: Database, bulk: BulkAct, running: Running): Promise<void> {
  for (const caseId of bulk.caseIds) {
    const refusal = await takenBack(db, async (tx) => {
      if (!(await claim(tx, bulk.id, caseId, { refused: null, at: running.by.at }))) return
      const decision = await doOne(tx, caseId, bulk, running)
      if (isRefused(decision)) throw new TakenBack(decision)
    })
    if (refusal !== undefined) await claim(db, bulk.id, caseId, { refused: refusal.refused, at: running.by.at })
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

async function doOne(tx: Database, caseId: string, bulk: BulkAct, running: Running): Promise<Decision<Happening>> {
  const found = await readCase(tx, caseId)
  if (found === undefined) return refuse('no-such-case')
  const { right, doOne: act } = acts[bulk.act]
  if (!may(running.officer, right, { state: found.stage, site: found.incident.port })) return refuse('not-yours-to-do')
  return act(tx, caseId, bulk, running)
}

/** False where a result is there already. */
async function claim(tx: Database, bulkId: string, caseId: string, { refused, at }: { readonly refused: string | null; readonly at: Instant }): Promise<boolean> {
  const { rows } = await sql`
    insert into penalties.bulk_result (bulk_id, case_id, refused, at) values (${bulkId}, ${caseId}, ${refused}, ${at}) on conflict do nothing returning case_id`.execute(tx)
  return rows.length > 0
}

/** The refusal of each case that has a result; null where it was done. */
export async function bulkResults(db: Database, bulkId: string): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ case_id: string; refused: string | null }>`select case_id, refused from penalties.bulk_result where bulk_id = ${bulkId}`.execute(db)
  return new Map(rows.map(({ case_id, refused }) => [case_id, refused]))
}

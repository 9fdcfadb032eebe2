import { sql } from 'kysely'
import pg from 'pg'
import { paymentThing } from '../../src/casework/penalties/payment/payment.store.ts'
import { moneyOfPenalties } from '../../src/casework/penalties/payment/money.store.ts'
import { trialBalance } from '../../src/casework/penalties/payment/trial-balance.store.ts'
import { bankEntryThing } from '../../src/casework/penalties/bank-import/bank-entry.store.ts'
import { writeOffThing } from '../../src/casework/penalties/write-off/write-off.store.ts'
import type { Database } from '../../src/platform/database/door.ts'
import { canonical, foldHistory, idsWithHistory, type Thing } from '../../src/platform/events/door.ts'
import type { Happening } from '../../src/platform/decisions/door.ts'
import { pounds } from '../../src/values/door.ts'
import { aProposedCase, decide, issue, penaltyFor } from '../../test/support/a-proposed-case.ts'
import { moveMoney, type MoneyCase, type Random } from './money-acts.ts'

export interface LedgerPlan {
  readonly operations: number
  readonly cases: number
  readonly seed: number
  /** A connection that is at work is cut after so many operations, wherever it is in its transaction. */
  readonly cutEvery: number
  /** Something worse, such as the whole server killed, after so many. */
  readonly crash?: { readonly every: number; readonly now: () => Promise<void> }
}

export interface LedgerFigures {
  readonly operations: number
  /** Operations that a cut connection or a killed server ended; what they had begun is gone or whole. */
  readonly crashed: number
  readonly cuts: number
  readonly operationsPerSecond: number
  /** What is wrong with the ledger afterwards: nothing, or it is broken. */
  readonly faults: readonly string[]
}

/** As many at once as a busy office has people booking money. */
const workers = 4

/** Moves money at random and at once in a few cases, with crashes in between, and judges the ledger to the penny. */
export async function measureLedger({ db, url }: { readonly db: Database; readonly url: string }, plan: LedgerPlan): Promise<LedgerFigures> {
  const cases: MoneyCase[] = []
  for (let made = 0; made < plan.cases; made += 1) cases.push(await aMoneyCase(db))
  const done = { operations: 0, crashed: 0, cuts: 0 }
  const down = { until: Promise.resolve() }
  const beganMs = performance.now()
  await Promise.all(Array.from({ length: workers }, (_, worker) => work({ db, url, plan, cases, done, down }, seeded(plan.seed + worker))))
  const seconds = (performance.now() - beganMs) / 1000
  return { ...done, operationsPerSecond: Math.round(done.operations / seconds), faults: await faultsOf(db, cases) }
}

interface Working {
  readonly db: Database
  readonly url: string
  readonly plan: LedgerPlan
  readonly cases: readonly MoneyCase[]
  readonly done: { operations: number; crashed: number; cuts: number }
  /** While the server comes back nobody begins anything; what had begun is lost or whole. */
  readonly down: { until: Promise<void> }
}

async function work({ db, url, plan, cases, done, down }: Working, random: Random): Promise<void> {
  while (done.operations < plan.operations) {
    await down.until
    done.operations += 1
    const nth = done.operations
    if (nth % plan.cutEvery === 0) done.cuts += await cutSomebody(url)
    if (plan.crash !== undefined && nth % plan.crash.every === 0) await (down.until = plan.crash.now())
    try {
      await moveMoney(db, cases, random)
    } catch (fault) {
      if (!isCrash(fault)) throw fault
      done.crashed += 1
    }
  }
}

/** One connection that is in a transaction, and not ours, ends without a word. */
async function cutSomebody(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rowCount } = await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null and backend_type = 'client backend' order by random() limit 1`)
    return rowCount ?? 0
  } catch (fault) {
    if (!isCrash(fault)) throw fault
    return 0
  } finally {
    await client.end().catch(() => {})
  }
}

/** The connection or the server is gone; everything else is a fault of ours. */
function isCrash(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const code = 'code' in fault ? String(fault.code) : ''
  return /^(57P0\d|08\d{3}|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/.test(code) || /Connection (terminated|ended)|terminating connection|not queryable|Client was closed/i.test(fault.message)
}

async function aMoneyCase(db: Database): Promise<MoneyCase> {
  const caseId = await aProposedCase(db)
  const penaltyIds = [await penaltyFor(db, caseId, 'driver'), await penaltyFor(db, caseId, 'owner')]
  for (const id of penaltyIds) {
    await decide(db, id, pounds(6000))
    await issue(db, id)
  }
  return { caseId, penaltyIds }
}

async function faultsOf(db: Database, cases: readonly MoneyCase[]): Promise<readonly string[]> {
  const trial = await trialBalance(db)
  const money = await moneyOfPenalties(db, cases.flatMap(({ penaltyIds }) => penaltyIds))
  const { rows: apart } = await sql<{ id: string }>`
    select p.id from ledger.payment p left join ledger.account a on a.id = 'held:' || p.id where p.held_pence <> -coalesce(a.balance_pence, 0)`.execute(db)
  return [
    ...(trial.differencePence === 0 ? [] : [`the books differ by ${trial.differencePence} pence`]),
    ...trial.disagreeing.map((account) => `${account} is not the sum of its postings`),
    ...[...money].filter(([, { issuedPence, takenOffPence, writtenOffPence, collectedPence, owedPence }]) => issuedPence - takenOffPence - writtenOffPence - collectedPence !== owedPence).map(([id]) => `the numbers of ${id} do not add up`),
    ...apart.map(({ id }) => `payment ${id} holds another amount than its account`),
    ...(await foldedOtherwise(db, paymentThing)), ...(await foldedOtherwise(db, writeOffThing)), ...(await foldedOtherwise(db, bankEntryThing)),
  ]
}

async function foldedOtherwise<State, Event extends Happening>(db: Database, thing: Thing<State, Event>): Promise<readonly string[]> {
  const faults: string[] = []
  for (const id of await idsWithHistory(db, thing.name)) {
    if (canonical(await foldHistory(db, thing, id)) !== canonical(await thing.read(db, id))) faults.push(`the history of ${thing.name} ${id} does not fold to its row`)
  }
  return faults
}

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

import { writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { filtersOf, usualList } from '../src/casework/penalties/case/case-filters.ts'
import { listCases } from '../src/casework/penalties/case/case-list.store.ts'
import { rememberReason } from '../src/casework/penalties/case/look-reason.store.ts'
import { nearestDayOf } from '../src/casework/penalties/deadline/nearest-day-of.ts'
import { seedCases } from '../src/casework/penalties/demonstration/seed-cases.store.ts'
import { stories } from '../src/casework/penalties/demonstration/stories.ts'
import { openCases } from '../src/casework/penalties/exception/open-cases.store.ts'
import { casesOnAPage } from '../src/casework/penalties/limits.ts'
import { sweepCases, type Sweep } from '../src/casework/penalties/work/sweep-cases.store.ts'
import { exitCodes, type CommandIo } from '../src/platform/cli/door.ts'
import { settableClock, systemClock, type Clock } from '../src/platform/clock/door.ts'
import { connect, ensureDatabase, migrate, migrationsIn, type Database } from '../src/platform/database/door.ts'
import { day, instant, type Officer } from '../src/values/door.ts'
import { measureAssessments, type AssessmentFigures } from './casework/assessments.ts'
import { openCasework, type Asked } from './casework/asker.ts'
import { growCases } from './casework/grow.ts'
import { measureLedger, type LedgerFigures } from './casework/ledger.ts'
import { growNaive, naiveList } from './casework/naive-list.ts'
import { measureLetters, type LetterFigures } from './casework/letters.ts'
import { growNames, measureSearch } from './casework/search.ts'
import { timings, timingTable, used, type Timing } from './casework/timings.ts'
import { machine } from './kit/machine.ts'
import { inScratchFolder, withServer } from './kit/scratch.ts'

/** The size that was asked for: a team's cases of half a century, so that nothing is quick because it is small. */
const wanted = 100_000

/** Questions of each kind: a p95 of 200 is the tenth slowest, and all kinds are over in a minute. Fewer where the whole is small. */
const questionsFor = (cases: number): number => Math.min(200, Math.ceil(cases / 10))

/** Long enough for the compiler to have seen every step, on one core; less where the whole is small. */
const partSeconds = (cases: number): number => Math.min(5, cases / 10_000)

const on = day('2026-03-10')
const officers: Readonly<Record<'caseworker' | 'senior' | 'finance', Officer>> = {
  caseworker: { id: 'officer-7', name: 'Officer 7', role: 'caseworker' },
  senior: { id: 'bench-senior', name: 'Senior', role: 'senior-officer' },
  finance: { id: 'bench-finance', name: 'Finance', role: 'finance' },
}

/** Lists as people ask for them: the usual one most often, then narrowed, sorted and turned over. */
const lists = [
  '/cases', '/cases', '/cases?mine=yes', '/cases?place=calais', '/cases?overdue=yes', '/cases?stage=proposed', '/cases?stage=open', '/cases?waits=determine', '/cases?who=nobody',
  '/cases?within=14', '/cases?sort=reference&down=yes', '/cases?sort=incident', '/cases?sort=stage', '/cases?down=yes', '/cases?page=20', '/cases?stage=all&page=3', '/cases?stage=closed',
]

interface Result {
  readonly cases: number
  readonly persons: number
  readonly entries: number
  readonly timings: readonly Timing[]
  readonly firstSweep: Pick<Sweep, 'cases' | 'tookMs'>
  readonly sweep: Pick<Sweep, 'cases' | 'tookMs'>
  /** Of the program and all of PostgreSQL. */
  readonly sweepProcessorS: number
  readonly assessments: AssessmentFigures
  readonly letters: LetterFigures
  readonly ledger: LedgerFigures
}

/** Lists, cases, queues and the nightly look of a large casework, and the same list as it is often written. */
export async function benchCasework(io: CommandIo, jsonFile: string | undefined, cases = wanted): Promise<number> {
  const tell = (words: string): void => io.err(`${words}\n`)
  const report = await inScratchFolder(async (folder) => {
    // What is made up need not survive a power cut; what is measured is asked of a server as sites run it.
    const grownInS = await withServer(folder, { durable: false }, async (url) => {
      await ensureDatabase(url('postgres'), 'bench')
      await migrate(url('bench'), await migrationsIn())
      return growCasework(url('bench'), cases)
    })
    tell(`grown in ${grownInS} s`)
    return { ...(await withServer(folder, { durable: true }, (url) => measureCasework(url('bench'), cases, tell))), grownInS }
  })
  io.out(reportOf(report, report.grownInS))
  if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify(report, null, 2)}\n`)
  return exitCodes.done
}

const clock: Clock = { ...settableClock(instant('2026-03-10T09:00:00Z')), steadyMs: systemClock.steadyMs }

/** Fills an empty database; answers the seconds it took. */
export async function growCasework(url: string, cases: number): Promise<number> {
  const beganMs = performance.now()
  const { db, close } = connect(url)
  try {
    await grow(db, url, cases)
  } finally {
    await close()
  }
  return Math.round((performance.now() - beganMs) / 1000)
}

/** Measures a database that has been filled. */
export async function measureCasework(url: string, cases: number, tell: (words: string) => void): Promise<Result> {
  const { db, close } = connect(url)
  try {
    const firstSweep = await sweepCases(db, clock)
    tell(`first look over all cases: ${firstSweep.tookMs} ms`)
    await sql`vacuum analyze`.execute(db)
    const before = await used()
    const sweep = await sweepCases(db, clock)
    const sweepProcessorS = Math.round(((await used()) - before) * 10) / 10
    tell(`the nightly look: ${sweep.tookMs} ms, ${sweepProcessorS} s of processor time`)
    if (sweep.differences.length > 0) throw new Error(`${sweep.differences.length} last days are kept otherwise than the law says`)
    const site = await openCasework(db, url)
    try {
      const timed = await measurePages(db, site, cases)
      return { cases, ...(await sizes(db)), firstSweep, sweep, sweepProcessorS, timings: timed, assessments: measureAssessments(partSeconds(cases)), letters: await measureLetters(partSeconds(cases)), ledger: await measureLedger({ db, url }, ledgerPlan(cases)) }
    } finally {
      await site.close()
    }
  } finally {
    await close()
  }
}

async function grow(db: Database, url: string, cases: number): Promise<void> {
  await seedCases(db, clock)
  const story = (reached: string): string => stories.find((each) => each.reached === reached)?.id ?? ''
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    await growCases(client, cases, { issued: story('issued'), objected: story('objected') })
    await growNames(client)
  } finally {
    await client.end()
  }
  for await (const batch of openCases(db, on)) {
    const days = batch.flatMap(({ state: { found, penalties } }) => {
      const nearest = nearestDayOf(found, penalties)
      return nearest === undefined ? [] : [{ case_id: found.id, last_day: nearest.lastDay, clock: nearest.clock }]
    })
    await sql`update penalties.nearest_day n set last_day = d.last_day, clock = d.clock from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d (case_id uuid, last_day date, clock text) where n.case_id = d.case_id`.execute(db)
  }
}

async function measurePages(db: Database, site: Asked, cases: number): Promise<readonly Timing[]> {
  const questions = questionsFor(cases)
  const few = Array.from({ length: Math.ceil(questions / 10) })
  const { rows } = await sql<{ id: string }>`select id from penalties.case where reference like 'JX-1999-%' order by md5(id::text) limit ${questions}`.execute(db)
  const at = instant('2026-03-10T08:00:00Z')
  for (const { id } of rows) await rememberReason(db, { officerId: officers.caseworker.id, caseId: id, reason: 'Measuring', at })
  // Templates are read and statements planned before anything counts.
  for (const address of lists) await site.ask(officers.senior, address)
  for (const { id } of rows.slice(0, 20)) await site.ask(officers.caseworker, `/cases/${id}`)
  const askers = Object.values(officers)
  const listed = Array.from({ length: questions }, (_, place) => () => site.ask(askers[place % askers.length] ?? officers.senior, lists[place % lists.length] ?? '/cases'))
  return [
    await timings('list of cases', listed),
    await timings('case page', rows.map(({ id }) => () => site.ask(officers.caseworker, `/cases/${id}`))),
    await measureSearch(site, askers, questions),
    await timings('queue board', few.map(() => () => site.ask(officers.senior, '/casework/queues'))),
    await timings('one queue ahead', few.map(() => () => site.ask(officers.senior, '/casework/queues/decide?people=5'))),
    await timings('who has what', few.map(() => () => site.ask(officers.senior, '/casework/team'))),
    ...(await besideNaive(db)),
  ]
}

/** The same first page by both, without drawing it; they have to name the same cases. */
async function besideNaive(db: Database): Promise<readonly Timing[]> {
  await growNaive(db)
  const ask = async () => (await listCases(db, officers.senior, filtersOf(usualList, on), { limit: casesOnAPage, offset: 0 })).map(({ id }) => id)
  const [ours, theirs] = [await ask(), await naiveList(db, officers.senior, casesOnAPage)]
  if (ours.join() !== theirs.join()) throw new Error('The list and its peer name other cases')
  return [
    await timings('the usual list, from the database', Array.from({ length: 50 }, () => timed(ask))),
    await timings('the same, read whole and judged in the application', Array.from({ length: 5 }, () => timed(() => naiveList(db, officers.senior, casesOnAPage)))),
  ]
}

function timed(work: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
}

async function sizes(db: Database): Promise<Pick<Result, 'persons' | 'entries'>> {
  const { rows: [row] } = await sql<{ persons: number; entries: number }>`select (select count(*) from penalties.person) as persons, (select count(*) from history.entry) as entries`.execute(db)
  return row ?? { persons: 0, entries: 0 }
}

/** Money moved at random beside everything else that is there; the whole of 100,000 is asked for by name (`bench/casework/ledger.test.ts`). */
const ledgerPlan = (cases: number) => ({ operations: cases < wanted ? 20 : 2_000, cases: cases < wanted ? 1 : 5, seed: 20_240_310, cutEvery: 50 })

function reportOf({ cases, persons, entries, timings: rows, firstSweep, sweep, sweepProcessorS, assessments, letters, ledger }: Result, grownInS: number): string {
  return `${cases.toLocaleString('en')} cases, ${persons.toLocaleString('en')} persons, ${entries.toLocaleString('en')} entries of history, made in ${grownInS} s. Server time of whole pages, without a network.
${timingTable(rows)}
Nightly look over ${sweep.cases.toLocaleString('en')} open cases: ${(sweep.tookMs / 1000).toFixed(1)} s, of which ${sweepProcessorS} s processor time; the first time, when everything is written, ${(firstSweep.tookMs / 1000).toFixed(1)} s.
The law, on one core, ${assessments.personsEach} persons and ${assessments.stepsEach} steps an incident: ${assessments.assessmentsPerSecond.toLocaleString('en')} assessments a second, ${assessments.withNearestFactsPerSecond.toLocaleString('en')} with what would change each.
Letters, on the one thread that sets them: ${letters.lettersPerSecond.toLocaleString('en')} notices a second in ${letters.languages} languages with the English text behind each, median ${letters.medianMs} ms, p99 ${letters.p99Ms} ms, ${letters.kilobytesEach} kB each.
The ledger: ${ledger.operations.toLocaleString('en')} random operations by four at once, ${ledger.operationsPerSecond} a second, ${ledger.cuts} connections cut in the middle; ${ledger.faults.length === 0 ? 'it balances to the penny' : ledger.faults.join('; ')}.
${machine()}
`
}

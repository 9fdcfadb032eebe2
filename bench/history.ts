import { writeFile } from 'node:fs/promises'
import { freemem, totalmem } from 'node:os'
import pg from 'pg'
import { exitCodes, type CommandIo } from '../src/platform/cli/door.ts'
import { connect, ensureDatabase, migrate, migrationsIn, type Database } from '../src/platform/database/door.ts'
import { sightingsLike } from '../src/border/arrivals/history/sightings.store.ts'
import { growYear, mondayOf, type Year } from './history/grow.ts'
import { askByForce, askPeer, growPeer, peers, tunePeer, type Peer } from './history/peers.ts'
import { questionsAbout, type Question } from './history/questions.ts'
import { machine } from './kit/machine.ts'
import { inScratchFolder, withServer } from './kit/scratch.ts'
import { aligned } from './kit/table.ts'

/** Set JUXTA_BENCH_SIGHTINGS for another size, and JUXTA_BENCH_FOLDER for a disk with room: about 450 bytes a sighting, and half as much again for the peers. */
const wanted = Number(process.env['JUXTA_BENCH_SIGHTINGS'] ?? 1_000_000)

const weeks = 52

/** Two plates a crossing, and as many crossings each week. */
const sightings = weeks * 2 * Math.ceil(wanted / weeks / 2)

const year: Year = { sightings, firstDayMs: Date.UTC(2025, 10, 24), weeks }

/** Questions of each kind, and how many of them are held against the answer by force. */
const [ofEach, judged] = [40, 2]

/** The first page, as the screen shows it. */
const pageSize = 50

/** A peer that reads its whole table answers fewer of the questions, and is stopped at this: some would take it hours. */
const peerPatienceMs = 30_000

interface Timed {
  readonly side: string
  readonly kind: string
  readonly asked: number
  readonly medianMs: number
  readonly p95Ms: number
  readonly slowestMs: number
}

/** Searches of a year's sightings, beside one plain table; then a week forgotten by dropping it, beside deleting its rows. */
export async function benchHistory(io: CommandIo, jsonFile: string | undefined): Promise<number> {
  const { words, figures } = await inScratchFolder((folder) => withServer(folder, { durable: false }, (url) => measure(url, io)))
  io.out(words)
  if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify(figures, null, 2)}\n`)
  return exitCodes.done
}

async function measure(url: (database: string) => string, io: CommandIo) {
  await ensureDatabase(url('postgres'), 'bench')
  await migrate(url('bench'), await migrationsIn())
  const client = new pg.Client({ connectionString: url('bench'), options: '-c timezone=UTC' })
  const { db, close } = connect(url('bench'))
  await client.connect()
  try {
    // What a site of this size would give its server to sort with.
    await client.query("set maintenance_work_mem = '1GB'; set work_mem = '64MB'")
    const grownIn = await timed(() => growYear(client, year, (words) => io.err(`${words}\n`)))
    const questions = await questionsAbout(client, year, ofEach)
    const ours = await askAll('juxta', questions, ({ wanted }) => ask(db, wanted))
    io.err(tableOf(ours))
    const theirs = process.env['JUXTA_BENCH_PEERS'] === 'no' ? [] : await againstPeers({ client, db, io }, questions)
    await client.query('set statement_timeout = 0')
    const forgetting = await forgetAWeek(client, theirs.length > 0)
    return report([...ours, ...theirs], { grownInMs: grownIn.ms, ...forgetting })
  } finally {
    await client.end()
    await close()
  }
}

async function ask(db: Database, wanted: Question['wanted']): Promise<readonly string[]> {
  return (await sightingsLike(db, wanted, { most: pageSize })).seen.map(({ id }) => id)
}

async function againstPeers({ client, db, io }: { client: pg.Client; db: Database; io: CommandIo }, questions: readonly Question[]): Promise<readonly Timed[]> {
  io.err('the peers’ table\n')
  await growPeer(client)
  await judge(client, db, questions)
  const timings: Timed[] = []
  for (const peer of peers) {
    await client.query('set statement_timeout = 0')
    if (peer === peers[1]) await tunePeer(client)
    await client.query(`set statement_timeout = ${peerPatienceMs}`)
    timings.push(...await askAll(peer, patiently(peer, questions), ({ wanted }) => askPeer(client, wanted, pageSize).catch(gaveUp)))
    io.err(tableOf(timings.filter(({ side }) => side === peer)))
  }
  return timings
}

/** A question that took longer than our patience counts as having taken that long. */
function gaveUp(fault: unknown): undefined {
  if (!(fault instanceof pg.DatabaseError && fault.code === '57014')) throw fault
}

function patiently(peer: Peer, questions: readonly Question[]): readonly Question[] {
  return peer === peers[0] ? [...Map.groupBy(questions, ({ kind }) => kind).values()].flatMap((same) => same.slice(0, 10)) : questions
}

/** Both sides have to find the same: the newest page of what fits, whoever is quicker. */
async function judge(client: pg.Client, db: Database, questions: readonly Question[]): Promise<void> {
  for (const same of Map.groupBy(questions, ({ kind }) => kind).values()) {
    for (const { kind, wanted } of same.slice(0, judged)) {
      const [ours, right] = [await ask(db, wanted), await askByForce(client, wanted, pageSize)]
      if (ours.join() !== right.join()) throw new Error(`"${kind}" for ${wanted.pattern}: found ${ours.length}, and by force ${right.length}`)
    }
  }
}

async function askAll(side: string, questions: readonly Question[], answer: (question: Question) => Promise<unknown>): Promise<readonly Timed[]> {
  const byKind = new Map<string, number[]>()
  for (const question of questions) {
    const spent = byKind.get(question.kind) ?? []
    if (spent.reduce((sum, ms) => sum + ms, 0) > peerPatienceMs) continue
    spent.push((await timed(() => answer(question))).ms)
    byKind.set(question.kind, spent)
  }
  const all = [...byKind.values()].flat()
  return [...byKind, ['all', all] as const].map(([kind, spent]) => summaryOf(side, kind, spent))
}

function summaryOf(side: string, kind: string, spent: readonly number[]): Timed {
  const sorted = [...spent].sort((one, other) => one - other)
  const at = (share: number): number => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 100) / 100
  return { side, kind, asked: spent.length, medianMs: at(0.5), p95Ms: at(0.95), slowestMs: at(1) }
}

async function forgetAWeek(client: pg.Client, besidePeer: boolean) {
  const week = `arrivals.crossing_plate_week_${mondayOf(year, 0).replaceAll('-', '')}`
  const { rows: [held] } = await client.query<{ rows: number }>(`select count(*)::int as rows from ${week}`)
  const until = mondayOf(year, 1)
  const deleted = besidePeer ? await timed(() => client.query('delete from bench.plain where seen_at < $1', [until])) : undefined
  const vacuumed = besidePeer ? await timed(() => client.query('vacuum bench.plain')) : undefined
  const dropped = await timed(() => client.query(`drop table ${week}`))
  return { weekRows: held?.rows ?? 0, dropMs: dropped.ms, deleteMs: deleted?.ms, vacuumMs: vacuumed?.ms }
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const startedAt = performance.now()
  const result = await work()
  return { ms: Math.round((performance.now() - startedAt) * 100) / 100, result }
}

interface Forgetting {
  readonly grownInMs: number
  readonly weekRows: number
  readonly dropMs: number
  readonly deleteMs: number | undefined
  readonly vacuumMs: number | undefined
}

function report(timings: readonly Timed[], forgetting: Forgetting) {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB (${Math.round(freemem() / 2 ** 30)} free)`
  const { weekRows, dropMs, deleteMs, vacuumMs, grownInMs } = forgetting
  const beside = deleteMs === undefined ? '' : `; deleting the same rows from one table ${deleteMs} ms, and ${vacuumMs} ms until their room can be used again`
  const words = `${sightings.toLocaleString('en')} sightings in ${year.weeks} weeks, made and indexed in ${Math.round(grownInMs / 1000)} s; first page of ${pageSize}, newest first.
${tableOf(timings)}
A week of ${weekRows.toLocaleString('en')} sightings dropped in ${dropMs} ms${beside}.
${memory}, ${machine()}
`
  return { words, figures: { sightings, timings, forgetting, machine: `${memory}, ${machine()}` } }
}

function tableOf(timings: readonly Timed[]): string {
  const head = ['side', 'search', 'asked', 'median ms', 'p95 ms', 'slowest ms']
  return `${aligned(head, timings.map(({ side, kind, asked, medianMs, p95Ms, slowestMs }) => [side, kind, asked, medianMs, p95Ms, slowestMs]), 2)}\n`
}

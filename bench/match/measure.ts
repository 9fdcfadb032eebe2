import { performance } from 'node:perf_hooks'
import type { Built, Contender } from './contender.ts'
import { workload, type Workload } from './workload.ts'

export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

export interface Measured {
  readonly contender: string
  readonly plates: number
  readonly buildMs: number
  readonly memoryBytes: number
  /** Reads in a second of the clock. */
  readonly readsPerSecond: Spread
  /** Reads in a second of processor time, its own and that of its server: what a core left alone would do. */
  readonly readsPerCoreSecond: Spread
  readonly readsPerRound: number
  readonly addAndFindUs: Spread
  /** Plates found for the compared reads; undefined where answers mean something else. */
  readonly answers: readonly (readonly string[])[] | undefined
}

const rounds = 5

/** Processor time, so that a busy machine gives each round as much work as an idle one. */
const roundMs = 1_500

/** Until the code is compiled and the tables are in memory nothing counts. */
const warmUpMs = 2_500

/** A contender that needs seconds for one read is asked fewer. */
const comparingMs = 60_000
const comparedAtOnce = 20
const addingMs = 10_000

/** Reads compared with brute force: as many as brute force does within half a minute. */
export function comparedAt(plates: number): number {
  return plates <= 10_000 ? 2_000 : plates <= 1_000_000 ? 400 : 20
}

export async function measure(contender: Contender, plates: number): Promise<Measured> {
  const work = workload(plates, comparedAt(plates))
  const from = performance.now()
  const built = await contender.build(work.listed)
  const buildMs = performance.now() - from
  try {
    const answers = await answersOf(built, work.compared)
    const readsPerRound = await warmedUp(built, work)
    const figures: Round[] = []
    for (let round = 0; round < rounds; round += 1) figures.push(await timed(built, work.reads.slice(0, readsPerRound)))
    return {
      contender: contender.name, plates, buildMs, memoryBytes: await built.memoryBytes(), readsPerRound,
      readsPerSecond: spreadOf(figures.map(({ perSecond }) => perSecond)),
      readsPerCoreSecond: spreadOf(figures.map(({ perCoreSecond }) => perCoreSecond)),
      addAndFindUs: spreadOf(await additions(built, work)),
      answers: answers?.map((each) => [...new Set(each)].sort()),
    }
  } finally {
    await built.close()
  }
}

/** As many of the compared reads as are answered in the time there is, a few at a time. */
async function answersOf({ answers }: Built, compared: readonly string[]): Promise<Measured['answers']> {
  if (answers === undefined) return undefined
  const until = performance.now() + comparingMs
  const told: (readonly string[])[] = []
  for (let from = 0; from < compared.length && performance.now() < until; from += comparedAtOnce) told.push(...await answers(compared.slice(from, from + comparedAtOnce)))
  return told
}

/** Runs until warm, more reads at a time as long as they take less than a round, and tells how many fill a round. */
async function warmedUp(built: Built, { reads }: Workload): Promise<number> {
  const from = processorMs(built)
  let perRound = 1
  for (;;) {
    const roundFrom = processorMs(built)
    await built.find(reads.slice(0, perRound))
    const tookMs = processorMs(built) - roundFrom
    if (processorMs(built) - from > warmUpMs) return perRound
    if (tookMs < roundMs / 2) perRound = Math.min(reads.length, Math.ceil(perRound * Math.min(10, roundMs / Math.max(tookMs, 1))))
  }
}

interface Round {
  readonly perSecond: number
  readonly perCoreSecond: number
}

/** The same reads again until a round is full. */
async function timed(built: Built, reads: readonly string[]): Promise<Round> {
  const processorFrom = processorMs(built)
  const from = performance.now()
  let count = 0
  while (processorMs(built) - processorFrom < roundMs) {
    await built.find(reads)
    count += reads.length
  }
  const ms = performance.now() - from
  return { perSecond: (count / ms) * 1000, perCoreSecond: (count / (processorMs(built) - processorFrom)) * 1000 }
}

/** Processor time so far: this process's and that of whoever works for it. */
function processorMs({ elsewhereMs }: Built): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + (elsewhereMs?.() ?? 0)
}

/** The first compiles what the others run; one that takes long is not done two hundred times. */
async function additions(built: Built, { late }: Workload): Promise<readonly number[]> {
  const tookUs: number[] = []
  const until = performance.now() + addingMs
  for (const plate of late) {
    if (tookUs.length > 1 && performance.now() > until) break
    const from = performance.now()
    const found = await built.addAndFind(plate)
    tookUs.push((performance.now() - from) * 1000)
    if (!found) throw new Error(`${plate} was listed and is not found`)
  }
  return tookUs.slice(1)
}

function spreadOf(figures: readonly number[]): Spread {
  const ordered = figures.toSorted((one, other) => one - other)
  return { median: ordered[Math.floor(ordered.length / 2)] ?? Number.NaN, least: ordered.at(0) ?? Number.NaN, most: ordered.at(-1) ?? Number.NaN }
}

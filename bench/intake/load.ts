import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openLines, type Answer } from './camera-lines.ts'
import { latencyOf, type Latency } from './latency.ts'
import { messageOf, requestOf } from './message.ts'
import { familyOf, processorSeconds } from './processor-time.ts'
import type { Side, SideName } from './side.ts'
import { benchCameras, benchKey } from './bench-cameras.ts'

export interface Wanted {
  readonly ratePerSecond: number
  readonly seconds: number
  /** How many lanes' cameras take turns to send. */
  readonly lanes: number
  /** The plate of every so many-th message, taken from here; none without it. */
  readonly listed?: { readonly everyNth: number; readonly next: () => string }
}

export interface Run {
  readonly side: SideName
  readonly ratePerSecond: number
  readonly lanes: number
  readonly sent: number
  /** Messages the sender was told are kept. */
  readonly acknowledged: number
  /** Messages the sender was told to send again, because they could not be kept. */
  readonly refused: number
  readonly toAnswer: Latency
  readonly toBoard: Latency
  readonly neverShown: number
  /** From the moment a message of a listed vehicle was due until the product's lane board has the hit's card. */
  readonly toHit?: Latency
  readonly hitsExpected: number
  /** Reads a second from the first message until every one has been stored, matched and shown. */
  readonly sustainedPerSecond: number
  readonly processorMicrosPerRead: ProcessorMicros
}

/** Processor time a read, from the first message until the last is shown. Less at the mercy of who else uses the machine than any delay is. */
export interface ProcessorMicros {
  readonly program: number
  /** All processes of PostgreSQL. */
  readonly database: number
  /** The cameras and screens of this measurement, on the same cores. */
  readonly cameras: number
}

/** A message on paper: the request, and when it is due after the beginning. */
interface Planned {
  readonly id: string
  readonly dueMs: number
  readonly request: Buffer
  readonly isListed: boolean
}

/** As many connections as a busy port has cameras. */
const connections = 64

/** How long to wait for the last messages to be shown: a side that was flooded has a backlog. */
const settleMs = 60_000

/**
 * Sends at a fixed rate whatever the other side does. Every delay counts from the moment the message was due, so that a side which
 * stalls cannot hide it by making the sender wait.
 */
export async function load(side: Side, wanted: Wanted): Promise<Run> {
  const planned = plan(wanted)
  const lines = await openLines(side.address, connections)
  const before = await usedBy(side)
  const startedMs = performance.now()
  const answers: Promise<Answer>[] = []
  for (const { dueMs, request } of planned) {
    const aheadMs = startedMs + dueMs - performance.now()
    if (aheadMs > 1) await pause(aheadMs)
    answers.push(lines.send(request))
  }
  const heard = await Promise.all(answers)
  await allShown(side, planned)
  const hits = await allHits(side, planned)
  const after = await usedBy(side)
  lines.close()
  return { ...judge(side, wanted, { planned, heard, startedMs, hits }), processorMicrosPerRead: microsPerRead(before, after, planned.length) }
}

async function usedBy({ processId, databaseProcessId }: Side): Promise<ProcessorMicros> {
  const seconds = async (family: readonly number[]): Promise<number> => await processorSeconds(family) * 1e6
  return { program: await seconds(await familyOf(processId)), database: await seconds(await familyOf(databaseProcessId)), cameras: await seconds([process.pid]) }
}

function microsPerRead(before: ProcessorMicros, after: ProcessorMicros, reads: number): ProcessorMicros {
  const each = (part: keyof ProcessorMicros): number => Math.round((after[part] - before[part]) / reads)
  return { program: each('program'), database: each('database'), cameras: each('cameras') }
}

/** Written before the clock runs, so that the sender's own work is not in the figures. */
function plan({ ratePerSecond, seconds, lanes, listed }: Wanted): readonly Planned[] {
  const beginsAtMs = Date.now()
  return Array.from({ length: ratePerSecond * seconds }, (_, index) => {
    const dueMs = (index * 1000) / ratePerSecond
    const id = randomUUID()
    const isListed = listed !== undefined && index % listed.everyNth === 0
    const body = messageOf({ id, atMs: Math.round(beginsAtMs + dueMs), plate: isListed ? listed.next() : undefined })
    return { id, dueMs, isListed, request: requestOf({ camera: benchCameras[index % lanes]?.id ?? '', key: benchKey, body }) }
  })
}

async function allShown(side: Side, planned: readonly Planned[]): Promise<void> {
  const untilMs = performance.now() + settleMs
  let waiting = planned
  while (performance.now() < untilMs && waiting.length > 0) {
    await pause(50)
    waiting = waiting.filter(({ id }) => !side.shownAtMs.has(id))
  }
}

/** Waits for the cards of the hits as long as more of them come. */
async function allHits(side: Side, planned: readonly Planned[]): Promise<ReadonlyMap<string, number>> {
  const listed = planned.filter(({ isListed }) => isListed)
  for (let before = -1; ;) {
    const hits = await side.hitsByMessage()
    const shown = listed.filter(({ id }) => hits.has(id)).length
    if (shown === listed.length || shown === before) return hits
    before = shown
    await pause(hitsSettleMs)
  }
}

/** A card that has not come in this time after the one before it is not on its way. */
const hitsSettleMs = 2000

interface Outcome {
  readonly planned: readonly Planned[]
  readonly heard: readonly Answer[]
  readonly startedMs: number
  readonly hits: ReadonlyMap<string, number>
}

function judge(side: Side, { ratePerSecond, lanes }: Wanted, { planned, heard, startedMs, hits }: Outcome): Omit<Run, 'processorMicrosPerRead'> {
  const delaysOf = (atMs: (message: Planned, place: number) => number | undefined): readonly number[] =>
    planned.flatMap((message, place) => {
      const at = atMs(message, place)
      return at === undefined ? [] : [at - startedMs - message.dueMs]
    })
  const toBoard = delaysOf(({ id }) => side.shownAtMs.get(id))
  const toHit = delaysOf(({ id, isListed }) => (isListed ? hits.get(id) : undefined))
  const lastShownMs = planned.reduce((last, { id }) => Math.max(last, side.shownAtMs.get(id) ?? 0), 0)
  return {
    side: side.name, ratePerSecond, lanes, sent: planned.length,
    acknowledged: heard.filter(({ status }) => status === 200).length,
    refused: heard.filter(({ status }) => status === 503).length,
    toAnswer: latencyOf(delaysOf((_, place) => (heard[place]?.status === 200 ? heard[place].atMs : undefined))),
    toBoard: latencyOf(toBoard),
    neverShown: planned.length - toBoard.length,
    ...(toHit.length === 0 ? {} : { toHit: latencyOf(toHit) }),
    hitsExpected: planned.filter(({ isListed }) => isListed).length,
    sustainedPerSecond: Math.round((toBoard.length * 1000) / (lastShownMs - startedMs)),
  }
}

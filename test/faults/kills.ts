import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { seededRandom, type Random } from '../../src/app/traffic/random.ts'
import { aPlate, startCameras, vehiclesFrom, type CameraClient, type CameraClock } from './camera-client.ts'
import { judge, type Verdict } from './judge.ts'
import { kill, targets, type Target } from './processes.ts'
import { lastWords } from './last-words.ts'
import { whenQuiet } from './quiet.ts'
import { listArrives, listAtCentre, startWorld, urlOf, type Here, type World, type WorldPlan } from './world.ts'

export interface Battery {
  readonly seed: number
  readonly times: number
  readonly world?: WorldPlan
  readonly perSecond?: number
  /** In each message, beside the plate. */
  readonly pictureBytes?: number
  readonly cameraClocks?: readonly CameraClock[]
  /** One vehicle in so many is on the list. */
  readonly listedEvery?: number
  /** How long everything may take to settle afterwards. */
  readonly quietWithinMs?: number
  /** Every second vehicle of the list is listed only while the faults are under way, so that some have passed by then. */
  readonly listsLater?: boolean
  /** Hears how far it is. */
  readonly tell?: (words: string) => void
}

export interface BatteryReport extends Verdict {
  readonly seed: number
  /** How often each fault was really done: one that was only meant proves nothing. */
  readonly done: Readonly<Record<string, number>>
  readonly seconds: number
  readonly said: readonly string[]
  /** From the last fault until both sites took work again, where the battery waited for it: how often, the middle and the longest. */
  readonly recoveredMs: Readonly<Record<string, readonly [times: number, middle: number, longest: number]>>
}

const usuallyListedEvery = 8

/** What a fault and its recovery take on a busy machine: enough listed vehicles are kept for that long. */
const secondsPerFault = 6

/** A fault may strike while the one before it is being mended. */
const waitsForRecovery = 0.7

/** Kills whatever the dice say, at moments they say, while cameras go on sending; then lets everything settle and has it judged. */
export async function killBattery(battery: Battery): Promise<BatteryReport> {
  return underLoad(battery, async (world, random, note) => {
    for (let time = 0; time < battery.times; time += 1) {
      await pause(random.whole(50, 1500))
      const what = await killOne(world, random, note)
      if (random.chance(waitsForRecovery)) note.recovered(what, await recovery(world))
      if (time % 10 === 9) battery.tell?.(`${time + 1} of ${battery.times}`)
    }
  })
}

/** Whom a kill strikes where it is not left to the dice. */
export interface Struck {
  readonly site: Here
  readonly target: Target
}

/** Tries until something was there to be killed. */
export async function killOne(world: World, random: Random, note: Notes, struck?: Struck): Promise<string> {
  for (;;) {
    const { site, target } = struck ?? { site: random.pick<Here>(['calais', 'centre']), target: random.weighted(targets) }
    const what = `${target} at ${site}`
    if (await kill(world, site, target, random)) {
      note.done(what)
      return what
    }
    await pause(recoveryPollMs)
  }
}

export interface Notes {
  readonly done: (what: string) => void
  readonly recovered: (from: string, tookMs: number) => void
  /** What is to be looked at when everything has settled. */
  readonly whenQuiet: (then: () => Promise<void>) => void
  /** Lists some more of the vehicles that are to be listed later. */
  readonly listMore: () => Promise<void>
}

/** The frame of every battery: a world, a list, cameras; the faults; then quiet, and the judge. */
export async function underLoad(battery: Battery, spoil: (world: World, random: Random, note: Notes) => Promise<void>): Promise<BatteryReport> {
  const { seed, perSecond = 30, listedEvery = usuallyListedEvery } = battery
  let settled = async (): Promise<void> => {}
  const random = seededRandom(seed)
  const beganMs = performance.now()
  const record = await mkdtemp(join(tmpdir(), 'juxta-record-'))
  const world = await startWorld(battery.world)
  const done: Record<string, number> = {}
  const recoveries = new Map<string, number[]>()
  let cameras: CameraClient | undefined
  try {
    const listed = Array.from({ length: Math.ceil((perSecond * (10 + battery.times * secondsPerFault)) / listedEvery) }, () => aPlate(random))
    const later = listed.filter((_plate, place) => battery.listsLater === true && place % 2 === 1)
    const atOnce = listed.filter((plate) => !later.includes(plate))
    await listAtCentre(world, atOnce)
    await listArrives(world, atOnce)
    const listMore = (most: number): Promise<void> => listAtCentre(world, later.splice(0, most))
    const recordFile = join(record, 'cameras.jsonl')
    cameras = startCameras({ address: world.addresses.calais, recordFile, random: seededRandom(seed + 1), perSecond, pictureBytes: battery.pictureBytes ?? 0, clocks: battery.cameraClocks, vehicles: vehiclesFrom(seededRandom(seed + 2), listed, listedEvery) })
    await spoil(world, random, {
      done: (what) => void (done[what] = (done[what] ?? 0) + 1),
      recovered: (from, tookMs) => void recoveries.set(from, [...(recoveries.get(from) ?? []), Math.round(tookMs)]),
      whenQuiet: (then) => void (settled = then),
      listMore: () => listMore(Math.ceil(listed.length / 2 / battery.times)),
    })
    await cameras.finish()
    await listMore(later.length)
    await whenQuiet(world, { withinMs: battery.quietWithinMs, lookBack: battery.listsLater })
    await settled()
    const verdict = await judge({ recordFile, portUrl: await urlOf(world, 'calais'), centreUrl: await urlOf(world, 'centre') })
    return { ...verdict, seed, done, recoveredMs: Object.fromEntries([...recoveries].map(([from, each]) => [from, summary(each)])), seconds: Math.round((performance.now() - beganMs) / 1000), said: world.said }
  } catch (fault) {
    throw new Error(`The battery of seed ${seed} could not go on after ${JSON.stringify(done)}\n${await lastWords(world)}`, { cause: fault })
  } finally {
    cameras?.abandon()
    await world.stop()
    await rm(record, { recursive: true, force: true, maxRetries: 5 })
  }
}

function summary(figures: readonly number[]): readonly [number, number, number] {
  const sorted = [...figures].sort((one, other) => one - other)
  return [sorted.length, sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0]
}

const recoveryPollMs = 250
/** Far longer than any recovery on a machine of its own, because these batteries are also run on busy ones. */
const recoveryMaxMs = 120_000

/** Ready means that the port stores and both databases answer; it is not asked for more, because links take care of themselves. */
export async function recovery(world: World): Promise<number> {
  const beganMs = performance.now()
  while (!(await world.isReady('calais')) || !(await world.isReady('centre'))) {
    if (performance.now() - beganMs > recoveryMaxMs) throw new Error(`Not ready ${recoveryMaxMs / 1000} s after a fault: ${world.said.slice(-3).join('; ')}`)
    await pause(recoveryPollMs)
  }
  return performance.now() - beganMs
}

/** One question to a site's database, on a connection of its own, because the server may be another one by the next. */
export async function ask<Row extends pg.QueryResultRow>(world: World, here: Here, query: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: await urlOf(world, here) })
  client.on('error', () => {})
  await client.connect()
  return (await client.query<Row>(query).finally(() => client.end())).rows
}

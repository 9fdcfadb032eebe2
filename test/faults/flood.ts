import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { signIn } from './board.ts'
import { underLoad, type Battery, type BatteryReport } from './kills.ts'
import type { World } from './world.ts'

export interface FloodReport extends BatteryReport {
  readonly perSecond: number
  readonly floodSeconds: number
  /** Asked for as an officer's browser does, five times a second, from the first camera's message to the last. */
  readonly boardMs: { readonly looks: number; readonly middle: number; readonly p99: number; readonly longest: number }
  /** Of the port's own process, in megabytes: before, at its highest, and when all had settled. */
  readonly memoryMb: { readonly before: number; readonly highest: number; readonly after: number }
}

export interface FloodPlan extends Pick<Battery, 'seed' | 'tell' | 'world'> {
  readonly perSecond: number
  readonly seconds: number
}

const lookEveryMs = 200

/** Many times the reads a port is built for, while an officer looks at the board. */
export async function floodBattery({ seed, tell, world, perSecond, seconds }: FloodPlan): Promise<FloodReport> {
  const looks: number[] = []
  const memory: number[] = []
  let before = 0
  let after = 0
  const battery: Battery = { seed, times: Math.ceil(seconds / 6), perSecond, listedEvery: Math.max(8, Math.round(perSecond / 10)), quietWithinMs: 300_000, ...(tell && { tell }), world: { ...world, demonstration: true } }
  const report = await underLoad(battery, async (world, _random, note) => {
    const officer = await signIn(world.addresses.calais, 'demo-lane-officer-calais')
    before = await memoryMbOf(world)
    const beganMs = performance.now()
    while (performance.now() - beganMs < seconds * 1000) {
      const lookedMs = performance.now()
      await officer.get('/lanes')
      looks.push(performance.now() - lookedMs)
      memory.push(await memoryMbOf(world))
      await pause(Math.max(0, lookEveryMs - (performance.now() - lookedMs)))
    }
    note.done(`${perSecond} reads a second for ${seconds} s`)
    note.whenQuiet(async () => {
      after = await memoryMbOf(world)
    })
  })
  const sorted = [...looks].sort((one, other) => one - other).map(Math.round)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    ...report, perSecond, floodSeconds: seconds,
    boardMs: { looks: sorted.length, middle: at(0.5), p99: at(0.99), longest: at(1) },
    memoryMb: { before, highest: Math.max(...memory), after },
  }
}

async function memoryMbOf(world: World): Promise<number> {
  const status = await readFile(`/proc/${world.sites.calais.processId()}/status`, 'utf8')
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024)
}

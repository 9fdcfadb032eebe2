import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../multi-site/sites.ts'
import { ask, underLoad, type Battery, type BatteryReport } from './kills.ts'
import type { World } from './world.ts'

const hourSeconds = 3600

/** Where the port's clock is set to, against the right time. */
const steps = [hourSeconds, 0, -hourSeconds, 10, -10, 0, -1, 26 * hourSeconds, 0, -600] as const

/** Sets the port's clock ahead and back under load. Cameras keep their own, which is right, so to the port they seem to be wrong. */
export async function clockBattery(battery: Battery): Promise<BatteryReport> {
  const file = join(tmpdir(), `juxta-clock-${process.pid}`)
  const world = { preload: [new URL('./stepped-clock.ts', import.meta.url).href], environment: { FAULTS_CLOCK_FILE: file } }
  const beganMs = performance.now()
  return underLoad({ ...battery, world, cameraClocks: ['right'] }, async (world, random, note) => {
    for (let time = 0; time < battery.times; time += 1) {
      const aheadSeconds = time < steps.length ? (steps[time] ?? 0) : random.pick(steps)
      await writeFile(file, String(aheadSeconds * 1000))
      process.kill(world.sites.calais.processId() ?? 0, 'SIGUSR2')
      await pause(random.whole(1200, 2500))
      note.done(`${aheadSeconds} s`)
      if (time % 10 === 9) battery.tell?.(`${time + 1} of ${battery.times}`)
    }
    await until('the boards at both ends say that the clock was set', () => bothSay(world))
    await nothingEarly(world, performance.now() - beganMs)
  })
}

async function bothSay(world: World): Promise<boolean> {
  const said = await Promise.all((['calais', 'centre'] as const).map((here) => ask(world, here, "select from platform.site_condition where site = 'calais' and name = 'clock-stepped'")))
  return said.every((rows) => rows.length === 1)
}

/** As the product promises (docs/operations/faults.md). */
const escalateAfterMs = 120_000

/** Nobody acknowledges here, so no hit may be called late before this battery itself has lasted so long. */
async function nothingEarly(world: World, lastedMs: number): Promise<void> {
  const escalated = await ask(world, 'calais', 'select from arrivals.hit where escalated_at is not null')
  const faulty = await ask(world, 'calais', "select from arrivals.camera_fault where kind = 'clock'")
  if (lastedMs < escalateAfterMs && escalated.length > 0) throw new Error(`${escalated.length} hits were called late after ${Math.round(lastedMs / 1000)} s`)
  if (faulty.length > 0) throw new Error(`${faulty.length} cameras were blamed for the port’s own clock`)
}

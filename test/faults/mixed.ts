import { setTimeout as pause } from 'node:timers/promises'
import { underLoad, killOne, recovery, type Battery, type BatteryReport, type Struck } from './kills.ts'
import { stormOf, type StormName } from './links.ts'

/** Kills and storms in turn, so that a small sample meets both: what is being mended is spoilt in another way. */
export async function mixedBattery(battery: Battery): Promise<BatteryReport> {
  return underLoad(battery, async (world, random, note) => {
    for (let time = 0; time < battery.times; time += 1) {
      await pause(random.whole(50, 600))
      if (time % 2 === 0) await killOne(world, random, note)
      else note.done(await stormOf(world, random))
      // A list is changed at a centre that may have been killed a moment ago.
      note.recovered('either', await recovery(world))
      await note.listMore()
    }
  })
}

type Fault = { readonly kill: Struck } | { readonly storm: StormName }

/** Each kind of thing killed once, at either site, and a storm after each that spoils what is being mended. */
const sample: readonly Fault[] = [
  { kill: { site: 'centre', target: 'session' } }, { storm: 'reset in mid-transfer' },
  { kill: { site: 'calais', target: 'server' } }, { storm: 'lanes heal in either order' },
  { kill: { site: 'calais', target: 'site' } }, { storm: 'cut' },
]

/** What a whole suite can bear of it. */
export async function sampleBattery(seed: number): Promise<BatteryReport> {
  return underLoad({ seed, times: sample.length, perSecond: 12, listedEvery: 4 }, async (world, random, note) => {
    for (const fault of sample) {
      await pause(random.whole(50, 400))
      if ('kill' in fault) await killOne(world, random, note, fault.kill)
      else note.done(await stormOf(world, random, fault.storm))
    }
    note.recovered('all of it', await recovery(world))
  })
}

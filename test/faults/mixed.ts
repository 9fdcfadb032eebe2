import { setTimeout as pause } from 'node:timers/promises'
import { underLoad, killOne, recovery, type Battery, type BatteryReport } from './kills.ts'
import { stormOf } from './links.ts'

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

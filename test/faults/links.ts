import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../src/app/traffic/random.ts'
import type { Weather } from './faulty-link.ts'
import { underLoad, type Battery, type BatteryReport } from './kills.ts'
import type { Here, World } from './world.ts'

type Storm = (world: World, random: Random) => Promise<void>

const hereOf = (random: Random): readonly Here[] => random.pick<readonly Here[]>([['centre'], ['calais'], ['centre', 'calais']])

/** Bad weather on one direction or both for a while, then a good line. */
function weather(name: string, make: (random: Random) => Weather, [least, most]: readonly [number, number] = [200, 2000]): readonly [string, Storm] {
  return [name, async (world, random) => {
    const struck = hereOf(random)
    const bad = make(random)
    for (const here of struck) world.lines[here].become(bad)
    await pause(random.whole(least, most))
    for (const here of struck) world.lines[here].become({})
  }]
}

/** Everything stops without a word; then some lanes go on alone, and the others later. */
const outOfOrder: Storm = async (world, random) => {
  for (const line of Object.values(world.lines)) line.become({ held: 'all' })
  await pause(random.whole(200, 1500))
  for (const line of Object.values(world.lines)) line.become({ held: random.pick(['odd', 'even']) })
  await pause(random.whole(200, 1500))
  for (const line of Object.values(world.lines)) line.become({})
}

/** In the middle of whatever is being carried, several times. */
const resets: Storm = async (world, random) => {
  for (let time = random.whole(1, 4); time > 0; time -= 1) {
    for (const here of hereOf(random)) world.lines[here].reset()
    await pause(random.whole(20, 400))
  }
}

/** Longer than the receivers wait for a line that says nothing, so that they give it up themselves. */
const longSilenceMs = [10_500, 12_000] as const

const storms: Readonly<Record<string, Storm>> = Object.fromEntries([
  weather('cut', () => ({ cut: true })),
  weather('slow to arrive', (random) => ({ delayMs: random.whole(50, 600) })),
  weather('narrow', (random) => ({ bytesPerSecond: random.whole(4, 64) * 1024 })),
  weather('half open', () => ({ held: 'all' })),
  weather('half open for long', () => ({ held: 'all' }), longSilenceMs),
  ['lanes heal in either order', outOfOrder],
  ['reset in mid-transfer', resets],
])

/** How often each is drawn; a silence of eleven seconds is the dear one. */
const weights = { 'cut': 5, 'slow to arrive': 4, 'narrow': 4, 'half open': 4, 'half open for long': 1, 'lanes heal in either order': 5, 'reset in mid-transfer': 5 }

export type StormName = keyof typeof weights

/** One storm, as the dice say unless it is named; answers which. */
export async function stormOf(world: World, random: Random, name: StormName = random.weighted(weights)): Promise<StormName> {
  await storms[name]?.(world, random)
  return name
}

/** Spoils the lines as the dice say while cameras send and the centre goes on listing vehicles, some of which have passed by then. */
export async function linkBattery(battery: Battery): Promise<BatteryReport> {
  return underLoad({ ...battery, listsLater: true }, async (world, random, note) => {
    for (let time = 0; time < battery.times; time += 1) {
      const listing = note.listMore()
      note.done(await stormOf(world, random))
      await listing
      if (time % 10 === 9) battery.tell?.(`${time + 1} of ${battery.times}`)
    }
  })
}

import { join } from 'node:path'
import { until } from '../multi-site/sites.ts'
import { signIn, type Looker } from './board.ts'
import { ask, underLoad, type Battery, type BatteryReport } from './kills.ts'
import { fill } from './small-disk.ts'
import type { Here, World } from './world.ts'

const megabyte = 1024 * 1024
const reserveMb = 24

/** What was seen to happen, in the order of the story. */
export interface DiskStory extends BatteryReport {
  readonly seen: readonly string[]
}

/** The port's disk fills, up to its last byte, and empties again, while cameras send plates with pictures. */
export async function fullDiskBattery(battery: Omit<Battery, 'times'>): Promise<DiskStory> {
  const seen: string[] = []
  const plan = { ...battery, times: 6, pictureBytes: 20_000, perSecond: 20, world: { portDiskMb: 384, environment: { JUXTA_RESERVE_MB: String(reserveMb) }, demonstration: true as const } }
  const report = await underLoad(plan, async (world, _random, note) => {
    const disk = join(world.folder, 'calais')
    const officer = await signIn(world.addresses.calais, 'demo-lane-officer-calais')
    const note1 = (what: string): void => {
      seen.push(what)
      note.done(what)
      battery.tell?.(what)
    }
    await until('pictures are kept', async () => (await figures(world)).pictures > 0)

    const emptied = [await fill(disk, reserveMb * megabyte)]
    await until('the boards at both ends say that little room is left', () => conditionIs(world, 'disk-short'))
    const short = await figures(world)
    await until('reads and hits go on', async () => isFurther(await figures(world), short))
    if ((await figures(world)).pictures > short.pictures + plan.perSecond) throw new Error('Pictures were kept although little room was left')
    if (!(await says(officer, /Disk nearly full/))) throw new Error('The lane board does not say that the disk is nearly full')
    note1('little room: pictures dropped, plates read and checked')

    emptied.push(await fill(disk, 0))
    await until('the boards at both ends say that the disk is full', () => conditionIs(world, 'disk-full'))
    const full = await figures(world)
    await until('reads and hits go on in the reserve', async () => isFurther(await figures(world), full))
    if (!(await says(officer, /Disk full/))) throw new Error('The lane board does not say that the disk is full')
    note1('no room but the reserve: plates read and checked')

    emptied.push(await fill(disk, 0))
    await until('a message too large for what is left is refused aloud', async () => (await sendLarge(world)) === 503)
    note1('not even the reserve: cameras answered from the spool’s own, and refused aloud beyond it')

    for (const empty of emptied) await empty()
    await until('the site takes work again by itself', () => world.isReady('calais'))
    await until('the boards at both ends say nothing of it any more', async () => (await conditionsAt(world, 'calais')).length === 0 && (await conditionsAt(world, 'centre')).length === 0)
    const freed = await figures(world)
    await until('pictures are kept again', async () => (await figures(world)).pictures > freed.pictures)
    note1('room again: recovered by itself, pictures kept')
  })
  return { ...report, seen }
}

interface Figures {
  readonly reads: number
  readonly hits: number
  readonly pictures: number
}

function isFurther(now: Figures, before: Figures): boolean {
  return now.reads > before.reads + 20 && now.hits > before.hits
}

/** Hits as the centre has them: a hit that nobody there sees is none. */
async function figures(world: World): Promise<Figures> {
  const [port] = await ask<{ reads: number; pictures: number }>(world, 'calais', 'select (select count(*)::int from arrivals.plate_read) as reads, (select count(*)::int from arrivals.image) as pictures')
  const [centre] = await ask<{ hits: number }>(world, 'centre', "select count(*)::int as hits from arrivals.hit where site = 'calais'")
  return { reads: port?.reads ?? 0, pictures: port?.pictures ?? 0, hits: centre?.hits ?? 0 }
}

async function conditionIs(world: World, name: string): Promise<boolean> {
  const both = await Promise.all([conditionsAt(world, 'calais'), conditionsAt(world, 'centre')])
  return both.every((names) => names.join() === name)
}

async function conditionsAt(world: World, here: Here): Promise<readonly string[]> {
  return (await ask<{ name: string }>(world, here, "select name from platform.site_condition where site = 'calais'")).map(({ name }) => name)
}

async function says(officer: Looker, words: RegExp): Promise<boolean> {
  return words.test(await officer.get('/lanes'))
}

async function sendLarge(world: World): Promise<number> {
  const body = Buffer.alloc(7 * megabyte, 'x')
  const answer = await fetch(`${world.addresses.calais}/cameras/calais-1-front/events?key=demonstration-calais-1-front`, { method: 'POST', body, signal: AbortSignal.timeout(10_000) })
  await answer.arrayBuffer()
  return answer.status
}

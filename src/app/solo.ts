import { setTimeout as pause } from 'node:timers/promises'
import { exitCodes, type Command, type CommandIo } from '#platform/cli'
import { isControl, siteName, type Site } from '#values'
import { closingStack, type ClosingStack } from './closing-stack.ts'
import { demoPeopleInWords } from './demo-people.ts'
import { keepSite, type KeptSite } from './keep-site.ts'
import { planSolo, readWishes, type SoloPlan, type SoloWishes } from './solo-plan.ts'
import { progressLine, welcome } from './solo-words.ts'
import { toldToStop } from './told-to-stop.ts'
import { startTraffic } from './traffic/door.ts'

/** The same lorries at each start, so that two people who try Juxta can talk about the same ones. */
const trafficSeed = 1999

/** A site works before its links stand, so a slow one does not hold up the start for longer. */
const joinTimeoutMs = 15_000

/** `juxta demo`: the centre, three ports and their traffic on one machine. */
export const demoCommand: Command = {
  name: 'demo',
  usage: '[--fresh] [--speed N] [--first-port 4600]',
  summary: 'run the centre, three ports and made-up traffic on this machine',
  run: async (args, io) => {
    const stopped = toldToStop()
    const wishes = readWishes(args)
    const plan = await planSolo(wishes)
    const closing = closingStack((fault) => io.err(`While stopping: ${String(fault)}\n`))
    try {
      return await runUntil(stopped, plan, { wishes, closing, io })
    } finally {
      await closing.close()
    }
  },
}

interface Around {
  readonly wishes: SoloWishes
  readonly closing: ClosingStack
  readonly io: CommandIo
}

async function runUntil(stopped: Promise<undefined>, plan: SoloPlan, { wishes, closing, io }: Around): Promise<number> {
  io.out(`Starting the centre and three ports, each with its own PostgreSQL, in ${plan.rootFolder}\n`)
  const sites = plan.sites.map((site) => keepSite(site, { onStep: stepsOf(siteName(site.site), io), onEnd: (what) => io.err(`${siteName(site.site)} ${what}.\n`) }))
  closing.add(() => stopAll(sites))
  void prepareScreens(io)
  const begun = await Promise.race([stopped, firstFault(sites), allBegun(sites)])
  if (begun !== 'begun') return ended(begun, io)

  const traffic = startTraffic({ targets: portsOf(plan), speed: wishes.speed, seed: trafficSeed, story: wishes.speed > 0 })
  closing.add(traffic.stop)
  io.out(welcome(plan, demoPeopleInWords()))
  const reason = await Promise.race([stopped, firstFault(sites)])
  io.out('\nStopping everything ...\n')
  return ended(reason, io)
}

function portsOf({ sites }: SoloPlan) {
  return sites.flatMap(({ site, address }) => (isControl(site) ? [{ port: site, url: address }] : []))
}

function ended(reason: string | undefined, io: CommandIo): number {
  if (reason === undefined) return exitCodes.done
  io.err(`${reason}\n`)
  return exitCodes.failed
}

async function allBegun(sites: readonly KeptSite[]): Promise<'begun'> {
  await Promise.all(sites.map(({ ready }) => ready))
  await Promise.race([Promise.all(sites.map(({ joined }) => joined)), pause(joinTimeoutMs, undefined, { ref: false })])
  return 'begun'
}

/** At the very first start, styles are compiled once here while the databases are made, and not once by each site. */
async function prepareScreens(io: CommandIo): Promise<void> {
  const step = stepsOf('every site', io)
  const { assets } = await import('#platform/web')
  await assets().then(() => step('styles and screens prepared'), () => {})
}

/** The first site that cannot even begin, with its reason. One that ends later is started again. */
async function firstFault(sites: readonly KeptSite[]): Promise<string> {
  return Promise.race(sites.map(async ({ site, failed }) => `${siteName(site as Site)}: ${await failed}`))
}

async function stopAll(sites: readonly KeptSite[]): Promise<void> {
  await Promise.all(sites.map(({ stop }) => stop()))
}

/** Prints each step with the time since the one before it. */
function stepsOf(where: string, io: CommandIo): (step: string) => void {
  let before = performance.now()
  return (step) => {
    const now = performance.now()
    io.out(progressLine(where, step, now - before))
    before = now
  }
}

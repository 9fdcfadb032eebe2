import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from '../../src/app/traffic/random.ts'
import type { Here, World } from './world.ts'

/** What can be killed: a site's own process (at a port, that is the intake), its database server, or one of the server's sessions and workers. */
export type Target = 'site' | 'server' | 'session'

/** How often each is drawn: a site is the dearest to start again. */
export const targets: Readonly<Record<Target, number>> = { site: 1, server: 2, session: 2 }

/** Ends it as a power switch would; false when there was none at that moment. */
export async function kill(world: World, site: Here, target: Target, random: Random): Promise<boolean> {
  const number = await numberOf(world, site, target, random)
  if (number === undefined) return false
  try {
    process.kill(number, 'SIGKILL')
    return true
  } catch {
    return false
  }
}

async function numberOf(world: World, site: Here, target: Target, random: Random): Promise<number | undefined> {
  if (target === 'site') return world.sites[site].processId()
  const server = await serverOf(world, site)
  if (server === undefined || target === 'server') return server
  const sessions = await childrenOf(server)
  return sessions.length === 0 ? undefined : random.pick(sessions)
}

/** The server notes its own number in its folder. */
export async function serverOf(world: World, site: Here): Promise<number | undefined> {
  const note = await readFile(join(world.folder, site, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
  const number = Number(note.split('\n')[0])
  return number > 0 ? number : undefined
}

async function childrenOf(number: number): Promise<readonly number[]> {
  const listed = await readFile(`/proc/${number}/task/${number}/children`, 'utf8').catch(() => '')
  return listed.trim().split(' ').filter((each) => each !== '').map(Number)
}

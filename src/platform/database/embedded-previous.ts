import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '#platform/config'
import { orphanPatienceMs, previousServerMs, readyPollMs } from './limits.ts'

/**
 * A server whose Juxta was killed ends by itself within seconds; wait for that, and for the sessions of a server that was killed
 * itself, which may still be writing to its files. What remains after a power cut is only its note of a process number, which
 * may belong to some other program by now and would keep PostgreSQL from starting.
 */
export async function waitForPreviousServer(cluster: string): Promise<void> {
  const note = join(cluster, 'postmaster.pid')
  const beganMs = performance.now()
  for (let waitedMs = 0; waitedMs < previousServerMs; waitedMs = performance.now() - beganMs) {
    const server = await notedProcess(note)
    const isServed = server !== undefined && (await isPostgres(server))
    const left = isServed ? [] : await sessionsIn(cluster)
    if (!isServed && left.length === 0) return rm(note, { force: true })
    if (waitedMs > orphanPatienceMs) await endOrphans(isServed ? server : undefined, left, waitedMs)
    await pause(readyPollMs)
  }
  throw new CannotStart(`Another Juxta is still running in ${cluster}: end it first, or set JUXTA_DATA_DIR to another folder.`)
}

/**
 * A server whose Juxta has gone is ended in order, and at once if that takes too long: its line should have done so (embedded-lifeline.ts), but
 * whoever killed the one may have killed the other. A session whose server has gone may wait for ever for a lock that nobody holds
 * any more; nothing that it could still do would be kept.
 */
async function endOrphans(server: number | undefined, sessions: readonly number[], waitedMs: number): Promise<void> {
  if (server !== undefined && (await isOrphaned(server))) end(server, waitedMs < 2 * orphanPatienceMs ? 'SIGINT' : 'SIGQUIT')
  for (const session of sessions) end(session, 'SIGKILL')
}

async function isOrphaned(processId: number): Promise<boolean> {
  if (process.platform !== 'linux') return false
  const status = await readFile(`/proc/${processId}/status`, 'utf8').catch(() => '')
  const parent = /^PPid:\s+(\d+)$/m.exec(status)?.[1]
  return parent !== undefined && (await readlink(`/proc/${parent}/exe`).catch(() => '')) !== (await realpath(process.execPath))
}

function end(processId: number, signal: NodeJS.Signals): void {
  try {
    process.kill(processId, signal)
  } catch {
    // It has ended by itself.
  }
}

/** Every process of a server has its folder as its own. Removing the note under a session left behind would let two servers write the same files. */
async function sessionsIn(cluster: string): Promise<readonly number[]> {
  if (process.platform !== 'linux') return []
  const place = await realpath(cluster)
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(processes.map(async (id) => (await readlink(`/proc/${id}/cwd`).catch(() => '')) === place && (await isPostgres(Number(id)))))
  return processes.filter((_id, at) => found[at]).map(Number)
}

async function notedProcess(note: string): Promise<number | undefined> {
  const content = await readFile(note, 'utf8').catch(() => '')
  const processId = Number(content.split('\n')[0])
  return Number.isInteger(processId) && processId > 0 ? processId : undefined
}

export async function isPostgres(processId: number): Promise<boolean> {
  try {
    process.kill(processId, 0)
  } catch {
    return false
  }
  // Only Linux says what a process is without another program; elsewhere assume the worst and wait.
  if (process.platform !== 'linux') return true
  const command = await readFile(`/proc/${processId}/cmdline`, 'utf8').catch(() => '')
  return command.includes('postgres')
}

import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '#platform/config'
import { previousServerMs, readyPollMs } from './limits.ts'

/**
 * A server whose Juxta was killed ends by itself within seconds; wait for that, and for the sessions of a server that was killed
 * itself, which may still be writing to its files. What remains after a power cut is only its note of a process number, which
 * may belong to some other program by now and would keep PostgreSQL from starting.
 */
export async function waitForPreviousServer(cluster: string): Promise<void> {
  const note = join(cluster, 'postmaster.pid')
  for (let waitedMs = 0; waitedMs < previousServerMs; waitedMs += readyPollMs) {
    const processId = await notedProcess(note)
    const isServed = processId !== undefined && (await isPostgres(processId))
    if (!isServed && !(await isWorkedIn(cluster))) return rm(note, { force: true })
    await pause(readyPollMs)
  }
  throw new CannotStart(`Another Juxta is still running in ${cluster}: end it first, or set JUXTA_DATA_DIR to another folder.`)
}

/** Every process of a server has its folder as its own. Removing the note under a session left behind would let two servers write the same files. */
async function isWorkedIn(cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return false
  const place = await realpath(cluster)
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const folders = await Promise.all(processes.map((id) => readlink(`/proc/${id}/cwd`).catch(() => '')))
  return folders.includes(place)
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

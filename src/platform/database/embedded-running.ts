import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { passwordOf } from './embedded-cluster.ts'
import { isPostgres } from './embedded-previous.ts'

/** How to connect to the server that some process runs in this folder; `undefined` when none does. */
export async function urlOfRunning(folder: string, database: string): Promise<string | undefined> {
  const note = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (note === undefined) return undefined
  // The lines of the note: process number, folder, start, port, socket folder.
  const [processId, , , port, socketFolder] = note.split('\n')
  if (socketFolder === undefined || socketFolder === '' || !(await isPostgres(Number(processId)))) return undefined
  return `postgresql://juxta:${await passwordOf(folder)}@${encodeURIComponent(socketFolder)}:${port}/${database}`
}

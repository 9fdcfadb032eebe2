import { readFile } from 'node:fs/promises'
import { familyOf } from '../intake/processor-time.ts'

/** Memory in mebibytes. */
export interface Memory {
  /** The program: what it holds now, and the most it ever held. */
  readonly programMiB: number
  readonly programMostMiB: number
  /** All processes of PostgreSQL, what they share counted once. */
  readonly databaseMiB: number
}

export async function memoryOf(programId: number, postmasterId: number): Promise<Memory> {
  const status = await readFile(`/proc/${programId}/status`, 'utf8')
  const shares = await Promise.all((await familyOf(postmasterId)).map((id) => readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '')))
  return {
    programMiB: inMiB(status, 'VmRSS'), programMostMiB: inMiB(status, 'VmHWM'),
    databaseMiB: shares.reduce((sum, rollup) => sum + inMiB(rollup, 'Pss'), 0),
  }
}

function inMiB(text: string, name: string): number {
  return Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1024)
}

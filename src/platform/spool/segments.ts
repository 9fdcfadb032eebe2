import { mkdir, open, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { entriesIn, type SpoolEntry } from './frame.ts'
import { readMaxBytes } from './limits.ts'

/** A file of entries. `end` is where its last whole entry ends; a torn one holds more than zeros after that. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly torn: boolean
}

const ending = '.spool'

export function pathOf(folder: string, start: number): string {
  return join(folder, `${String(start).padStart(16, '0')}${ending}`)
}

/** The segments left by the last run, in order. Only the last can have a torn tail: nothing in it was acknowledged. */
export async function segmentsIn(folder: string): Promise<readonly Segment[]> {
  await mkdir(folder, { recursive: true })
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort()
  const starts = names.map((name) => Number(name.slice(0, -ending.length)))
  const last = starts.at(-1)
  if (last === undefined) return []
  const closed = starts.slice(0, -1).map((start, index) => ({ start, end: starts[index + 1] ?? start, torn: false }))
  return [...closed, await lastSegment(folder, last)]
}

async function lastSegment(folder: string, start: number): Promise<Segment> {
  const bytes = await readFile(pathOf(folder, start))
  const end = entriesIn(bytes, start).at(-1)?.end ?? start
  return { start, end, torn: !isBlank(bytes.subarray(end - start)) }
}

/** Zeros are what a file system leaves where a power cut came first, and what the reserve is made of: nobody wrote them. */
function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0)
}

/** Whole entries from a position on, as many as one read of the disk brings. */
export async function readSegment(folder: string, segment: Pick<Segment, 'start' | 'end'>, from: number): Promise<readonly SpoolEntry[]> {
  const file = await open(pathOf(folder, segment.start))
  try {
    const wanted = Buffer.allocUnsafe(Math.min(segment.end - from, readMaxBytes))
    const { bytesRead } = await file.read(wanted, 0, wanted.length, from - segment.start)
    return entriesIn(wanted.subarray(0, bytesRead), from)
  } finally {
    await file.close()
  }
}

export async function deleteSegment(folder: string, start: number): Promise<void> {
  await unlink(pathOf(folder, start))
}

/** A damaged file is evidence: it is set aside for a person and never deleted by us. */
export async function setAside(folder: string, start: number): Promise<void> {
  await rename(pathOf(folder, start), `${pathOf(folder, start)}.damaged`)
}

/** Which spool this is, so that a reader's remembered position is never applied to another one. */
export async function identityOf(folder: string, fresh: () => string): Promise<string> {
  const path = join(folder, 'identity')
  try {
    return await readFile(path, 'utf8')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
    const id = fresh()
    await writeFile(path, id, { flush: true })
    return id
  }
}

/** A new file name is on disk only once its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A file system of so many megabytes that really says when it is full. */
export interface SmallDisk {
  readonly folder: string
  remove(): Promise<void>
}

/** In a folder of its own or in the one given. Undefined where this user may not mount one; tests that need it then say that they were skipped. */
export async function smallDisk(megabytes: number, given?: string): Promise<SmallDisk | undefined> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'juxta-small-disk-')))
  await mkdir(folder, { recursive: true })
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder])
  } catch {
    await rm(folder, { recursive: true })
    return undefined
  }
  await chmod(folder, 0o755)
  return {
    folder,
    remove: async () => {
      // Lazily, because a program that is only just ending may still have a file open.
      await run('umount', ['--lazy', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const notPermitted = 'skipped: this user may not mount a small file system'

const fillerPieces = [4 * 1024 * 1024, 64 * 1024, 4096] as const

/** Fills a disk until it has no more than so many bytes left; answers how to empty it of that again. */
export async function fill(folder: string, leaveBytes: number): Promise<() => Promise<void>> {
  const filler = await mkdtemp(join(folder, 'filler-'))
  for (const pieceBytes of fillerPieces) {
    for (let part = 0; (await freeBytes(folder)) - pieceBytes >= leaveBytes; part += 1) {
      if (await writeFile(join(filler, `${pieceBytes}-${part}`), Buffer.alloc(pieceBytes)).then(() => false, () => true)) break
    }
  }
  return () => rm(filler, { recursive: true, force: true })
}

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

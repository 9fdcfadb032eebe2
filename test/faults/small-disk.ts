import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A file system of so many megabytes that really says when it is full. */
export interface SmallDisk {
  readonly folder: string
  remove(): Promise<void>
}

/** Undefined where this user may not mount one; tests that need it then say that they were skipped. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-small-disk-'))
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

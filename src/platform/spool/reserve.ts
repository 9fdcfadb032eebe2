import { access, rename, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { holdRoom } from './hold-room.ts'
import { reserveBytes } from './limits.ts'
import { isOutOfSpace } from './refused.ts'
import { pathOf, syncFolder } from './segments.ts'

/**
 * A file of zeros that holds room on the disk while there is some. When the disk is full it becomes the next segment and is written
 * over in place, which needs no new room, so nothing else on the disk can take it.
 */
function reserveIn(folder: string): string {
  return join(folder, 'reserve')
}

/** Makes the reserve if it is not there; false when the disk has no room for it. */
export async function makeReserve(folder: string): Promise<boolean> {
  if (await access(reserveIn(folder)).then(() => true, () => false)) return true
  try {
    await holdRoom(reserveIn(folder), reserveBytes)
    return true
  } catch (fault) {
    if (isOutOfSpace(fault)) return false
    throw fault
  }
}

/** Turns the reserve into the segment that begins at a position; false when there is none. */
export async function useReserve(folder: string, start: number): Promise<boolean> {
  const used = await rename(reserveIn(folder), pathOf(folder, start)).then(() => true, () => false)
  if (used) await syncFolder(folder)
  return used
}

/** Gives back what a segment in the reserve did not use. */
export async function giveBack(folder: string, start: number, lengthBytes: number): Promise<void> {
  await truncate(pathOf(folder, start), lengthBytes)
}

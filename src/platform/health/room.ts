import { fullBelowReserves, roomyAboveReserves, shortBelowReserves } from './limits.ts'

/**
 * How a site lives with the room on its disk. `short`: pictures are no longer kept. `full`: reads, hits and their history go on in the
 * room that was kept in reserve for them.
 */
export type Room = 'roomy' | 'short' | 'full'

export interface DiskLook {
  readonly freeBytes: number
  readonly reserveBytes: number
  /** Whether the reserve still takes its room; given up, its room counts as free and is not to spare. */
  readonly reserveHeld: boolean
}

/** What is left beside the reserve; below nothing when some of the reserve is used. */
export function spareBytes({ freeBytes, reserveBytes, reserveHeld }: DiskLook): number {
  return reserveHeld ? freeBytes : freeBytes - reserveBytes
}

/** How much has to be freed before there is room again; nothing while there is. */
export function missingBytes(look: DiskLook): number {
  return Math.max(0, roomyAboveReserves * look.reserveBytes - spareBytes(look))
}

/** Judged with some play, so that a disk on the edge does not change its mind with every picture. */
export function judgeRoom(look: DiskLook, before: Room): Room {
  const reserves = spareBytes(look) / look.reserveBytes
  if (reserves < fullBelowReserves) return 'full'
  if (reserves < shortBelowReserves) return 'short'
  return reserves < roomyAboveReserves && before !== 'roomy' ? 'short' : 'roomy'
}

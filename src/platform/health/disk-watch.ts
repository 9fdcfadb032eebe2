import { access, mkdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { holdRoom } from '#platform/spool'
import { diskLookMs } from './limits.ts'
import { judgeRoom, missingBytes, spareBytes, type Room } from './room.ts'

/** Looks after the room on a site's disk, and keeps some in reserve that nobody else can take. */
export interface DiskWatch {
  room(): Room
  /** What is left beside the reserve; below nothing when some of the reserve is used. */
  spareBytes(): number
  /** What has to be freed until there is room again. */
  missingBytes(): number
  /** Hears at once how it stands, and then each change. */
  onChange(hear: (room: Room) => void): void
  close(): Promise<void>
}

export interface DiskPlan {
  readonly folder: string
  readonly reserveBytes: number
  readonly onFault: (fault: unknown) => void
}

/** Begins to look. The reserve is a file that is really written, so that its room is really taken. */
export async function watchDisk(plan: DiskPlan): Promise<DiskWatch> {
  await mkdir(plan.folder, { recursive: true })
  const disk: Disk = { plan, reserve: join(plan.folder, 'reserve'), room: 'roomy', spareBytes: 0, missingBytes: 0, hearers: [] }
  await look(disk)
  let looking = Promise.resolve()
  const timer = setInterval(() => void (looking = looking.then(() => look(disk)).catch(plan.onFault)), diskLookMs)
  timer.unref()
  return {
    room: () => disk.room,
    spareBytes: () => disk.spareBytes,
    missingBytes: () => disk.missingBytes,
    onChange: (hear) => {
      disk.hearers.push(hear)
      hear(disk.room)
    },
    close: async () => {
      clearInterval(timer)
      await looking
    },
  }
}

interface Disk {
  readonly plan: DiskPlan
  readonly reserve: string
  readonly hearers: ((room: Room) => void)[]
  room: Room
  spareBytes: number
  missingBytes: number
}

async function look(disk: Disk): Promise<void> {
  const { plan: { folder, reserveBytes }, reserve } = disk
  const { bavail, bsize } = await statfs(folder)
  const reserveHeld = await access(reserve).then(() => true, () => false)
  const seen = { freeBytes: bavail * bsize, reserveBytes, reserveHeld }
  const before = disk.room
  disk.room = judgeRoom(seen, before)
  disk.spareBytes = spareBytes(seen)
  disk.missingBytes = disk.room === 'roomy' ? 0 : missingBytes(seen)
  if (disk.room === 'full' && reserveHeld) await rm(reserve, { force: true })
  if (disk.room === 'roomy' && !reserveHeld) await holdRoom(reserve, reserveBytes)
  if (disk.room !== before) for (const hear of disk.hearers) hear(disk.room)
}

import type { SiteConfig } from '#platform/config'
import { reserveDemoMb, reserveMb, watchDisk, type Conditions, type DiskWatch, type Room } from '#platform/health'
import type { Log } from '#platform/log'

/** Looks after the disk that the site's own folder is on, which without DATABASE_URL is its database's too. */
export async function diskOf(config: SiteConfig, log: Pick<Log, 'warn' | 'error'>): Promise<DiskWatch> {
  const megabytes = config.reserveMb ?? (config.mode === 'demo' ? reserveDemoMb : reserveMb)
  const disk = await watchDisk({ folder: config.folder, reserveBytes: megabytes * 1024 * 1024, onFault: (fault) => log.warn(fault, 'the room on the disk could not be looked at, or its reserve not be made') })
  disk.onChange((room) => {
    if (room === 'short') log.warn({ spareBytes: disk.spareBytes() }, 'little room is left on the disk: pictures are not kept')
    if (room === 'full') log.error({ spareBytes: disk.spareBytes() }, 'the disk is full: the reserve is in use')
  })
  return disk
}

export function sayRoom(room: Room, conditions: Conditions): void {
  conditions.say('disk-short', room === 'short')
  conditions.say('disk-full', room === 'full')
}

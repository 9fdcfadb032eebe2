import { rm, stat } from 'node:fs/promises'
import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { pathOfImage } from '../plate-read/image-files.feed.ts'
import { picturesOfWeek } from './retention.store.ts'
import { dropWeek, idsOf, patiently } from './weeks.store.ts'

/** Removes a week's pictures from the disk, and then says that they are gone. A crash in between leaves names without pictures, which is said of each. */
export async function forgetPicturesOfWeek(db: Database, imageDir: string, monday: CalendarDate): Promise<number> {
  const { from, to } = idsOf(monday)
  const names = await picturesOfWeek(db, from, to)
  await removeFiles(imageDir, names)
  await patiently(db, (tx) => dropWeek(tx, 'image', monday))
  return names.length
}

/** The bytes the disk has back. */
export async function removeFiles(imageDir: string, names: readonly string[]): Promise<number> {
  const freed = await Promise.all(names.map(async (sha256) => {
    const path = pathOfImage(imageDir, sha256)
    const size = await stat(path).then((file) => file.size, () => 0)
    await rm(path, { force: true })
    return size
  }))
  return freed.reduce((sum, bytes) => sum + bytes, 0)
}

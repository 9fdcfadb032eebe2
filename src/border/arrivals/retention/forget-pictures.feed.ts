import { rm, stat } from 'node:fs/promises'
import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { picturesAtOnce } from '../limits.ts'
import { pathOfImage } from '../plate-read/image-files.feed.ts'
import { forgetPictures, oldestPictures, picturesOfWeek } from './retention.store.ts'
import { dropWeek, idsOf, patiently } from './weeks.store.ts'

/** Removes a week's pictures from the disk, and then says that they are gone. A crash in between leaves names without pictures, which is said of each. */
export async function forgetPicturesOfWeek(db: Database, imageDir: string, monday: CalendarDate): Promise<number> {
  const { from, to } = idsOf(monday)
  const names = await picturesOfWeek(db, from, to)
  await removeFiles(imageDir, names)
  await patiently(db, (tx) => dropWeek(tx, 'image', monday))
  return names.length
}

/**
 * Makes room on a full disk: the oldest pictures that nothing rests on, until so many bytes are free or none is left.
 * Answers how many bytes were freed.
 */
export async function dropOldestPictures(db: Database, imageDir: string, wantedBytes: number): Promise<number> {
  let freedBytes = 0
  while (freedBytes < wantedBytes) {
    const oldest = await oldestPictures(db, picturesAtOnce)
    if (oldest.length === 0) break
    freedBytes += await removeFiles(imageDir, oldest)
    await forgetPictures(db, oldest)
  }
  return freedBytes
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

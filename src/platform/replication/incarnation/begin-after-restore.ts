import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import type { Instant, Site } from '#values'
import { beginIncarnation, readLogPlace, type LogPlace } from './incarnation.store.ts'

/** What is noted outside the database, because a database put back from a copy remembers nothing of what came after. */
type Noted = LogPlace

const fileIn = (folder: string): string => join(folder, 'link', 'place.json')

/**
 * At start: a log that is shorter than it was, or another cluster in the same place, is a database that was put back from a
 * copy. It goes on under a new number, so that nobody takes its new rows for those that it has lost.
 */
export async function beginAfterRestore(db: Database, { site, folder, now, log }: { readonly site: Site; readonly folder: string; readonly now: Instant; readonly log: Pick<Log, 'warn'> }): Promise<void> {
  const noted = await readNote(folder)
  const place = await readLogPlace(db, site)
  if (noted === undefined) return
  const why = whyRestored(noted, place)
  if (why === undefined) return
  const number = Math.max(noted.incarnation, place.incarnation) + 1
  await beginIncarnation(db, { number, at: now, why })
  log.warn({ number, why }, 'this database was put back from a copy and goes on under a new number')
}

function whyRestored(noted: Noted, place: Noted): string | undefined {
  if (place.cluster !== noted.cluster) return 'another cluster stands in its place'
  if (place.timeline > noted.timeline) return 'it was recovered to a point in time'
  if (place.beat < noted.beat) return 'it has forgotten heartbeats that it had written'
  return BigInt(place.walBytes) < BigInt(noted.walBytes) ? 'its log is shorter than it was' : undefined
}

/** Notes how far the log has come; only what is on the disk counts, or a crash would look like a restore. */
export async function notePlace(db: Database, site: Site, folder: string): Promise<void> {
  const place = await readLogPlace(db, site)
  await mkdir(join(folder, 'link'), { recursive: true })
  await writeFile(`${fileIn(folder)}.part`, JSON.stringify(place))
  await rename(`${fileIn(folder)}.part`, fileIn(folder))
}

async function readNote(folder: string): Promise<Noted | undefined> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Noted)
}

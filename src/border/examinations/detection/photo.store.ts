import { createHash } from 'node:crypto'
import type { Instant, Site } from '#values'
import type { Database } from '#platform/database'
import { isRefused, type Decision } from '#platform/decisions'
import { changeIn, type Act } from '#platform/events'
import { keptHere } from '../kept-here.ts'
import { attachPhotos } from './attach-photo.ts'
import type { DetectionEvent } from './detection.ts'
import { detections } from './detection.store.ts'
import type { Photo } from './photo.ts'

type PhotoTables = {
  'examinations.photo': { site: Site; sha256: string; bytes: Buffer; kept_at: Instant }
}

/** A photograph about to be kept: what is said of it, and its bytes. */
export interface TakenPhoto {
  readonly photo: Photo
  readonly bytes: Buffer
}

const on = (db: Database) => db.withTables<PhotoTables>()

export function photoHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Names the photographs in the record and keeps their bytes, both or neither. */
export async function attachTaken(db: Database, act: Act, taken: readonly TakenPhoto[]): Promise<Decision<DetectionEvent>> {
  return db.transaction().execute(async (tx) => {
    const decision = await changeIn(tx, detections, act, keptHere(act.by.site, (detection) => attachPhotos(detection, taken.map(({ photo }) => photo))))
    if (!isRefused(decision)) for (const { bytes } of taken) await keepPhoto(tx, act.by.site, bytes, act.by.at)
    return decision
  })
}

/** Keeps the bytes under their own hash; the database computes the hash again and refuses a wrong one. */
export async function keepPhoto(tx: Database, site: Site, bytes: Buffer, keptAt: Instant): Promise<void> {
  await on(tx).insertInto('examinations.photo').values({ site, sha256: photoHash(bytes), bytes, kept_at: keptAt })
    .onConflict((already) => already.doNothing()).execute()
}

/** Undefined also where the record has arrived by the link and its picture not yet. */
export async function readPhoto(db: Database, site: Site, sha256: string): Promise<Buffer | undefined> {
  const row = await on(db).selectFrom('examinations.photo').select('bytes').where('site', '=', site).where('sha256', '=', sha256).executeTakeFirst()
  return row?.bytes
}

/** Which of these pictures have arrived here, without reading them. */
export async function photosHere(db: Database, site: Site, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await on(db).selectFrom('examinations.photo').select('sha256').where('site', '=', site).where('sha256', 'in', hashes).execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}

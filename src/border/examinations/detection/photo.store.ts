import { createHash } from 'node:crypto'
import type { Instant, Site } from '#values'
import type { Database } from '#platform/database'

type PhotoTables = {
  'examinations.photo': { site: Site; sha256: string; bytes: Buffer; kept_at: Instant }
}

const on = (db: Database) => db.withTables<PhotoTables>()

export function photoHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Keeps the bytes under their own hash; the database computes the hash again and refuses a wrong one. */
export async function keepPhoto(tx: Database, site: Site, bytes: Buffer, keptAt: Instant): Promise<void> {
  await on(tx).insertInto('examinations.photo').values({ site, sha256: photoHash(bytes), bytes, kept_at: keptAt })
    .onConflict((already) => already.doNothing()).execute()
}

export async function readPhoto(db: Database, site: Site, sha256: string): Promise<Buffer | undefined> {
  const row = await on(db).selectFrom('examinations.photo').select('bytes').where('site', '=', site).where('sha256', '=', sha256).executeTakeFirst()
  return row?.bytes
}

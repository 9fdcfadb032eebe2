import type { Instant, Site } from '#values'
import type { Database } from '#platform/database'

interface SecretRow {
  camera_id: string
  site: Site
  user_name: string
  sealed: Buffer
  set_at: Instant
}

type SecretTables = { 'arrivals.camera_secret': SecretRow }

const on = (db: Database) => db.withTables<SecretTables>()

/** A user name with its password, sealed. */
export interface SealedPassword {
  readonly user: string
  readonly sealed: Buffer
  readonly setAt: Instant
}

/** In the transaction that notes it in the camera's history. */
export async function saveSecret(tx: Database, { cameraId, site, user, sealed, setAt }: SealedPassword & { readonly cameraId: string; readonly site: Site }): Promise<void> {
  const row = { site, user_name: user, sealed, set_at: setAt }
  await on(tx).insertInto('arrivals.camera_secret').values({ camera_id: cameraId, ...row }).onConflict((same) => same.column('camera_id').doUpdateSet(row)).execute()
}

export async function secretsOf(db: Database, site: Site): Promise<ReadonlyMap<string, SealedPassword>> {
  const rows = await on(db).selectFrom('arrivals.camera_secret').selectAll().where('site', '=', site).execute()
  return new Map(rows.map(({ camera_id, user_name, sealed, set_at }) => [camera_id, { user: user_name, sealed, setAt: set_at }]))
}

export async function secretOf(db: Database, cameraId: string): Promise<SealedPassword | undefined> {
  const row = await on(db).selectFrom('arrivals.camera_secret').selectAll().where('camera_id', '=', cameraId).executeTakeFirst()
  return row && { user: row.user_name, sealed: row.sealed, setAt: row.set_at }
}

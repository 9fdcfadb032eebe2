import type { By, Citation, Instant, Site } from '#values'
import type { Happening } from '#platform/decisions'
import { canonical, sha256 } from './canonical.ts'

/** One row of history as readers see it. `body` is undefined once it has been erased under a retention rule. */
export interface HistoryEntry {
  readonly id: string
  readonly site: Site
  readonly seq: number
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly body: Happening | undefined
  readonly by: By
  readonly under: readonly Citation[]
  readonly hash: string
}

/** One row of history as the database holds it. */
export interface EntryRow {
  id: string
  site: Site
  seq: number
  stream: string
  version: number
  type: string
  body: Happening | null
  salt: string | null
  body_hash: string
  by_id: string
  by_name: string
  by_role: By['role']
  at: Instant
  reason: string | null
  under: readonly Citation[]
  previous: string
  hash: string
}

/** What the first entry of every chain names as its predecessor. */
export const genesis = '0'.repeat(64)

export function bodyHash(salt: string, body: Happening): string {
  return sha256(salt + canonical(body))
}

/** The hash of everything in the row but the body itself, for which its own salted hash stands. */
export function entryHash(row: Omit<EntryRow, 'hash' | 'body' | 'salt'>): string {
  const { id, site, seq, stream, version, type, body_hash, by_id, by_name, by_role, at, reason, under, previous } = row
  return sha256(canonical({ id, site, seq, stream, version, type, body_hash, by_id, by_name, by_role, at, reason, under, previous }))
}

export function entryOf(row: EntryRow): HistoryEntry {
  const by: By = {
    officerId: row.by_id,
    name: row.by_name,
    role: row.by_role,
    site: row.site,
    at: row.at,
    ...(row.reason === null ? {} : { reason: row.reason }),
  }
  const { id, site, seq, stream, version, type, under, hash } = row
  return { id, site, seq, stream, version, type, body: row.body ?? undefined, by, under, hash }
}

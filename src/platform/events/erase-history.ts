import type { Site } from '#values'
import type { Database } from '#platform/database'
import { eraseBodies } from './history.store.ts'

/**
 * Forgets what happened to things of one kind, under a retention rule: their entries stay in the chain with the hash of what
 * they said, so that the chain still holds and shows that something was erased. Only a site's own entries may be erased there.
 */
export async function eraseHistory(tx: Database, site: Site, thing: string, ids: readonly string[]): Promise<void> {
  await eraseBodies(tx, site, ids.map((id) => `${thing}:${id}`))
}

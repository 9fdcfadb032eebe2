import type { PageContext } from '#platform/web'
import { allPorts } from '#values'
import { heldBySites } from './held-lists.store.ts'
import { heldLine, type HeldLine } from './held-words.ts'

/** How each port holds the lists, as the centre knows it; nothing at a port, and nothing before the first list. */
export async function heldLines({ db, site, words }: Pick<PageContext, 'db' | 'site' | 'words'>): Promise<readonly HeldLine[]> {
  const held = await heldBySites(db)
  const centre = held.get('centre')
  return site !== 'centre' || centre === undefined ? [] : allPorts().map((port) => heldLine(port, held.get(port), centre, words))
}

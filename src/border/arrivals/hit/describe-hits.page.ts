import { entriesWithIds } from '#border/watchlists'
import type { PageContext } from '#platform/web'
import { describeHit } from './describe-hit.page.ts'
import { entrySince } from './entry-since.ts'
import type { Hit } from './hit.ts'

export type DescribedHit = ReturnType<typeof describeHit>

/** Hits in the reader's words, each with what has become of its entry meanwhile. */
export async function describeHits(hits: readonly Hit[], { db, clock, words }: Pick<PageContext, 'db' | 'clock' | 'words'>): Promise<readonly DescribedHit[]> {
  const entries = new Map((await entriesWithIds(db, [...new Set(hits.map(({ entryId }) => entryId))])).map((entry) => [entry.id, entry]))
  const [now, today] = [clock.now(), clock.today()]
  return hits.map((hit) => {
    const entry = entries.get(hit.entryId)
    return describeHit(hit, now, words, entry && entrySince(hit, entry, today))
  })
}

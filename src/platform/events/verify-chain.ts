import type { Site } from '#values'
import type { Database } from '#platform/database'
import { bodyHash, entryHash, genesis, type EntryRow } from './history-entry.ts'
import { chainHead, chainRows } from './history.store.ts'
import { chainPageSize } from './limits.ts'

/** The first entry at which a chain does not hold, and what is wrong with it. */
export interface BrokenLink {
  readonly seq: number
  readonly entryId?: string
  readonly fault: 'entry-missing' | 'previous-differs' | 'hash-differs' | 'body-differs' | 'tail-missing'
}

export interface ChainReport {
  readonly site: Site
  readonly entries: number
  readonly head: string
  readonly broken?: BrokenLink
}

/** Recomputes one site's whole chain, a page at a time, and stops at the first link that does not hold. */
export async function verifyChain(db: Database, site: Site): Promise<ChainReport> {
  let seq = 0
  let previous = genesis
  for (;;) {
    const rows = await chainRows(db, site, seq, chainPageSize)
    for (const row of rows) {
      const broken = linkFault(row, seq + 1, previous)
      if (broken !== undefined) return { site, entries: seq, head: previous, broken }
      seq = row.seq
      previous = row.hash
    }
    if (rows.length < chainPageSize) break
  }
  return { site, entries: seq, head: previous, ...(await tailFault(db, site, seq)) }
}

function linkFault(row: EntryRow, expectedSeq: number, previous: string): BrokenLink | undefined {
  if (row.seq !== expectedSeq) return { seq: expectedSeq, fault: 'entry-missing' }
  if (row.previous !== previous) return { seq: row.seq, entryId: row.id, fault: 'previous-differs' }
  if (entryHash(row) !== row.hash) return { seq: row.seq, entryId: row.id, fault: 'hash-differs' }
  if (row.body !== null && row.salt !== null && bodyHash(row.salt, row.body) !== row.body_hash) {
    return { seq: row.seq, entryId: row.id, fault: 'body-differs' }
  }
  return undefined
}

/** Only a site's own database knows how long its chain is; a copy elsewhere may simply not have caught up. */
async function tailFault(db: Database, site: Site, reached: number): Promise<{ broken?: BrokenLink }> {
  const head = await chainHead(db, site)
  if (head === undefined || head.seq === reached) return {}
  return { broken: { seq: reached + 1, fault: 'tail-missing' } }
}

import { setImmediate as othersFirst } from 'node:timers/promises'
import type { Database, Notice } from '#platform/database'
import type { Port } from '#values'
import { listsVersion } from '../held/held-lists.store.ts'
import type { Entry } from '../entry/entry.ts'
import { entriesForPort, entriesWithIds } from '../entry/entry.store.ts'
import type { Watchlist } from '../list/list.ts'
import { allLists } from '../list/list.store.ts'
import { keptInStep } from './kept-in-step.ts'
import { listedEntries, type ListedEntry } from './listed-entry.ts'
import { emptyMatchSet, everyListed, list, listInSteps, unlist, type MatchSet } from './match-set.ts'
import { buildBases, renewBases } from './renew-bases.feed.ts'

/** Where changes are heard; `undefined` means that some were missed. */
interface Hearing {
  subscribe(hear: (notice: Notice | undefined) => void): Promise<() => void>
}

type Current = MatchSet<ListedEntry>

export type CurrentMatchSet = () => Promise<Current>

/**
 * The port's match set, kept in step with the lists: each change, also one that arrived by replication, is taken in by itself as soon as
 * it is heard of. Only when changes were missed is the whole list read again, into another set, while reads of a long list go on with
 * the old one; what they missed meanwhile is found when new entries are held against what has passed.
 */
export function currentMatchSet(db: Database, port: Port, hearing: Hearing): CurrentMatchSet {
  const keeping = keptInStep({ load: () => load(db, port), take: (set, ids) => take(db, port, { set, ids }), reached })
  const hear = (notice: Notice | undefined): void => {
    if (notice === undefined) keeping.missed()
    else if (notice.topic === 'watchlist') keeping.changed(notice.id)
    else if (notice.topic === 'watchlist-version' && notice.id === 'centre' && notice.number !== undefined) keeping.counted(notice.number)
  }
  let listening: Promise<unknown> | undefined

  return async () => {
    listening ??= hearing.subscribe(hear)
    await listening.catch((fault: unknown) => {
      listening = undefined
      throw fault
    })
    return keeping.current()
  }
}

/** Reads the whole list into a set of its own, step by step, and builds its bases. */
async function load(db: Database, port: Port): Promise<Current> {
  // Asked first: what the entries are read with is this version or a later one.
  const version = await listsVersion(db)
  const [entries, lists] = await Promise.all([entriesForPort(db, port), allLists(db)])
  const set = emptyMatchSet<ListedEntry>()
  const steps = listInSteps(set, listedEntries(entries, lists))
  while (steps.next().done !== true) await othersFirst()
  await buildBases(set)
  reached(set, version)
  return set
}

function reached(set: Current, version: number | undefined): void {
  set.version = version ?? null
}

/** Takes in what has become of these rows: entries, and lists, whose name each of their entries carries. */
async function take(db: Database, port: Port, { set, ids }: { readonly set: Current; readonly ids: readonly string[] }): Promise<void> {
  const [entries, lists] = await Promise.all([entriesWithIds(db, ids), allLists(db)])
  const here = entries.filter(({ status, ports }) => status === 'active' && ports.includes(port))
  for (const id of new Set(ids).difference(new Set(here.map(({ id }) => id)))) unlist(set, id)
  for (const listed of listedEntries([...entriesOf(set, lists.filter(({ id }) => ids.includes(id))), ...here], lists)) list(set, listed)
  renewBases(set)
}

function entriesOf(set: Current, lists: readonly Watchlist[]): readonly Entry[] {
  const ids = new Set(lists.map(({ id }) => id))
  return ids.size === 0 ? [] : everyListed(set).map(({ entry }) => entry).filter(({ listId }) => ids.has(listId))
}

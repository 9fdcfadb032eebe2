import type { Database, Notice } from '#platform/database'
import type { Port } from '#values'
import { entriesForPort } from '../entry/entry.store.ts'
import { allLists } from '../list/list.store.ts'
import { listedEntries, type ListedEntry } from './listed-entry.ts'
import { buildMatchSet, type MatchSet } from './match-set.ts'

/** Where changes are heard; `undefined` means that some were missed. */
interface Hearing {
  subscribe(hear: (notice: Notice | undefined) => void): Promise<() => void>
}

export type CurrentMatchSet = () => Promise<MatchSet<ListedEntry>>

/**
 * The port's match set, built anew after any change to a list, also one that arrived by replication. The old set is
 * never touched, so a batch that is being matched finishes on the lists it began with.
 */
export function currentMatchSet(db: Database, port: Port, hearing: Hearing): CurrentMatchSet {
  let listening: Promise<unknown> | undefined
  let built: Promise<MatchSet<ListedEntry>> | undefined

  const forget = (): void => {
    built = undefined
  }
  const hear = (notice: Notice | undefined): void => {
    if (notice === undefined || notice.topic === 'watchlist') forget()
  }
  return async () => {
    listening ??= hearing.subscribe(hear)
    await listening.catch((fault: unknown) => {
      listening = undefined
      throw fault
    })
    built ??= build(db, port)
    return built.catch((fault: unknown) => {
      forget()
      throw fault
    })
  }
}

async function build(db: Database, port: Port): Promise<MatchSet<ListedEntry>> {
  const [entries, lists] = await Promise.all([entriesForPort(db, port), allLists(db)])
  return buildMatchSet(listedEntries(entries, lists))
}

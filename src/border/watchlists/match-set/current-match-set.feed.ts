import { setImmediate as othersFirst } from 'node:timers/promises'
import type { Database, Notice } from '#platform/database'
import type { Port } from '#values'
import { entriesForPort } from '../entry/entry.store.ts'
import { allLists } from '../list/list.store.ts'
import { listedEntries, type ListedEntry } from './listed-entry.ts'
import { awaitedEntriesMax } from './limits.ts'
import { buildInSteps, type MatchSet } from './match-set.ts'

/** Where changes are heard; `undefined` means that some were missed. */
interface Hearing {
  subscribe(hear: (notice: Notice | undefined) => void): Promise<() => void>
}

export type CurrentMatchSet = () => Promise<MatchSet<ListedEntry>>

/**
 * The port's match set, built anew after any change to a list, also one that arrived by replication. The old set is
 * never touched, so a batch that is being matched finishes on the lists it began with. Reads wait for the new set of a short
 * list; those of a long one go on with the old, and what they missed meanwhile is found when the new entries are held against them.
 */
export function currentMatchSet(db: Database, port: Port, hearing: Hearing): CurrentMatchSet {
  const hear = (notice: Notice | undefined): void => {
    if (notice === undefined || notice.topic === 'watchlist') rebuilding.note()
  }
  const rebuilding = rebuiltWhenNoted(() => build(db, port))
  let listening: Promise<unknown> | undefined

  return async () => {
    listening ??= hearing.subscribe(hear)
    await listening.catch((fault: unknown) => {
      listening = undefined
      throw fault
    })
    const fresh = rebuilding.newest()
    const before = rebuilding.last()
    if (before === undefined || before.size <= awaitedEntriesMax) return fresh
    // A set that could not be built is forgotten, so whoever asks next waits for another and hears of the fault.
    fresh.catch(() => {})
    return before
  }
}

type Built = MatchSet<ListedEntry>

/** One set is built at a time; changes noted while it is built are all in the next. */
function rebuiltWhenNoted(begin: () => Promise<Built>): { note(): void; last(): Built | undefined; newest(): Promise<Built> } {
  let last: Built | undefined
  let stale = true
  let building: Promise<Built> | undefined

  const rebuild = async (): Promise<Built> => {
    stale = false
    try {
      last = await begin()
      return last
    } catch (fault) {
      stale = true
      last = undefined
      throw fault
    } finally {
      building = undefined
    }
  }
  const newest = (): Promise<Built> => {
    if (building !== undefined) return stale ? building.then(newest, newest) : building
    if (last !== undefined && !stale) return Promise.resolve(last)
    building = rebuild()
    return building
  }
  return {
    newest,
    last: () => last,
    note: () => {
      stale = true
    },
  }
}

async function build(db: Database, port: Port): Promise<Built> {
  const [entries, lists] = await Promise.all([entriesForPort(db, port), allLists(db)])
  const building = buildInSteps(listedEntries(entries, lists))
  for (;;) {
    const step = building.next()
    if (step.done) return step.value
    await othersFirst()
  }
}

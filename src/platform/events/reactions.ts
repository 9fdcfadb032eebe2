import { sql } from 'kysely'
import { prepared, type Database } from '#platform/database'
import type { HistoryEntry } from './history-entry.ts'
import { readEntry } from './history.store.ts'
import { reactionAttempts, reactionSweepMs } from './limits.ts'

/** When this happened, do that. Delivered at least once, so a reaction must not mind a repeat. */
export interface Reaction {
  readonly to: string
  react(entry: HistoryEntry): Promise<void>
}

export interface Reacting {
  /** Looks for work now; called when a notice says that history grew. */
  wake(): void
  close(): Promise<void>
}

type PendingTables = {
  'history.pending': { entry_id: string; attempts: number; last_fault: string | null }
}

const on = (db: Database) => db.withTables<PendingTables>()

/** Hands every new history entry, of this site and of those that arrive from others, to the reactions to its type. */
export function startReacting(db: Database, reactions: readonly Reaction[], onFault: (fault: unknown, entry: HistoryEntry) => void): Reacting {
  const stop = new AbortController()
  let working: Promise<void> = Promise.resolve()
  let wanted = false

  const work = async (): Promise<void> => {
    wanted = false
    await settleUnheard(db, reactions)
    let more = true
    while (more && !stop.signal.aborted) more = await reactToOne(db, reactions, onFault)
  }
  const wake = (): void => {
    if (wanted || stop.signal.aborted) return
    wanted = true
    working = working.then(work, work)
    working.catch(() => {})
  }

  const timer = setInterval(wake, reactionSweepMs)
  wake()
  return {
    wake,
    close: async () => {
      stop.abort()
      clearInterval(timer)
      await working.catch(() => {})
    },
  }
}

/** Takes away, all at once, the entries that nothing here reacts to: most of them, and at a port every one. */
export async function settleUnheard(db: Database, reactions: readonly Reaction[]): Promise<void> {
  const heard = [...new Set(reactions.map(({ to }) => to))]
  await sql`${prepared} delete from history.pending using history.entry where entry.id = pending.entry_id and entry.type <> all(${heard}::text[])`.execute(db)
}

/** How many entries wait for their reactions. */
export async function countPending(db: Database): Promise<number> {
  const row = await on(db).selectFrom('history.pending').select((count) => count.fn.countAll<number>().as('number')).executeTakeFirstOrThrow()
  return row.number
}

/** Takes one pending entry; true while there may be more. */
export async function reactToOne(db: Database, reactions: readonly Reaction[], onFault: (fault: unknown, entry: HistoryEntry) => void): Promise<boolean> {
  const pending = await on(db)
    .selectFrom('history.pending').selectAll()
    .where('attempts', '<', reactionAttempts)
    .orderBy('attempts').orderBy('entry_id').limit(1).executeTakeFirst()
  if (pending === undefined) return false

  const entry = await readEntry(db, pending.entry_id)
  if (entry === undefined) throw new Error(`Pending entry ${pending.entry_id} is not in history`)
  try {
    for (const reaction of reactions.filter(({ to }) => to === entry.type)) await reaction.react(entry)
    await on(db).deleteFrom('history.pending').where('entry_id', '=', entry.id).execute()
    return true
  } catch (fault) {
    onFault(fault, entry)
    await on(db).updateTable('history.pending')
      .set({ attempts: sql`attempts + 1`, last_fault: String(fault) })
      .where('entry_id', '=', entry.id).execute()
    return false
  }
}

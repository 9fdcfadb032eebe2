import type { By } from '#values'
import { isRefused, type Decision, type Happening } from '#platform/decisions'
import type { Database } from '#platform/database'
import type { Thing } from './change.ts'
import { appendHistories, lockStreams, type Appended } from './history.store.ts'

/** A thing of which many can be read and saved in one statement. */
export interface ThingOfMany<State, Event extends Happening> extends Thing<State, Event> {
  readAll(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, State>>
  saveAll(tx: Database, states: ReadonlyMap<string, State>): Promise<void>
}

/** One of the acts decided together, each on a thing of its own. */
export interface ActOnOne<State, Event extends Happening> {
  readonly id: string
  readonly decide: (state: State | undefined) => Decision<Event>
}

/**
 * As `changeIn` for many things of one kind and one actor, inside the caller's transaction: the number of statements does not grow with
 * the number of things, because each trip to the database is time in which an officer does not see them. Answers the decisions in order;
 * a refusal writes nothing for its thing and leaves the others to be written.
 */
export async function changeAllIn<State, Event extends Happening>(
  tx: Database, thing: ThingOfMany<State, Event>, by: By, acts: readonly ActOnOne<State, Event>[],
): Promise<readonly Decision<Event>[]> {
  if (acts.length === 0) return []
  const ids = acts.map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw new Error(`Two acts on one ${thing.name} cannot be decided together`)

  const streamOf = (id: string): string => `${thing.name}:${id}`
  const versions = await lockStreams(tx, ids.map(streamOf))
  const before = await thing.readAll(tx, ids)
  const decided = acts.map(({ id, decide }) => ({ id, decision: decide(before.get(id)) }))
  const after = new Map<string, State>()
  const appended: Appended[] = []
  for (const { id, decision } of decided) {
    if (isRefused(decision) || decision.events.length === 0) continue
    const next = decision.events.reduce<State | undefined>((state, event) => thing.evolve(state, event), before.get(id))
    if (next === undefined) throw new Error(`${thing.name} ${id} has events but no state`)
    after.set(id, next)
    appended.push({ stream: streamOf(id), version: versions.get(streamOf(id)) ?? 0, events: decision.events })
  }
  if (appended.length > 0) {
    await thing.saveAll(tx, after)
    await appendHistories(tx, by, appended)
  }
  return decided.map(({ decision }) => decision)
}

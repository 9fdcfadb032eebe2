import type { By } from '#values'
import { isRefused, type Decision, type Happening } from '#platform/decisions'
import type { Database } from '#platform/database'
import { appendHistories, historyOf, lockStream } from './history.store.ts'

/** Something with a state row and a history: how its events change it, and where its row is. */
export interface Thing<State, Event extends Happening> {
  /** The officers' word for it: `search`, `penalty`. Also the head of its stream's name. */
  readonly name: string
  evolve(state: State | undefined, event: Event): State
  read(db: Database, id: string): Promise<State | undefined>
  save(tx: Database, id: string, state: State): Promise<void>
}

export interface Act {
  readonly id: string
  readonly by: By
}

/** Takes the lock and decides nothing: from here until the transaction ends, the acts on this thing happen one after another. */
export async function lockThing(tx: Database, { name }: { readonly name: string }, id: string): Promise<void> {
  await lockStream(tx, `${name}:${id}`)
}

/** Decides on the locked state, then writes the new state row and its history together, or neither. */
export async function change<State, Event extends Happening>(
  db: Database,
  thing: Thing<State, Event>,
  act: Act,
  decide: (state: State | undefined) => Decision<Event>,
): Promise<Decision<Event>> {
  return db.transaction().execute((tx) => changeIn(tx, thing, act, decide))
}

/** The same inside a transaction that the caller has open, for acts that move two things at once. */
export async function changeIn<State, Event extends Happening>(
  tx: Database,
  thing: Thing<State, Event>,
  { id, by }: Act,
  decide: (state: State | undefined) => Decision<Event>,
): Promise<Decision<Event>> {
  const stream = `${thing.name}:${id}`
  const version = await lockStream(tx, stream)
  const state = await thing.read(tx, id)
  const decision = decide(state)
  if (isRefused(decision) || decision.events.length === 0) return decision

  const next = decision.events.reduce<State | undefined>((before, event) => thing.evolve(before, event), state)
  if (next === undefined) throw new Error(`${thing.name} ${id} has events but no state`)
  await thing.save(tx, id, next)
  await appendHistories(tx, by, [{ stream, version, events: decision.events }])
  return decision
}

/** Replays a thing's history from nothing: what its row ought to say. */
export async function foldHistory<State, Event extends Happening>(db: Database, thing: Thing<State, Event>, id: string): Promise<State | undefined> {
  const entries = await historyOf(db, thing.name, id)
  return entries.reduce<State | undefined>((state, entry) => {
    if (entry.body === undefined) throw new Error(`${thing.name} ${id} cannot be replayed: entry ${entry.version} was erased`)
    return thing.evolve(state, entry.body as Event)
  }, undefined)
}

import { sql } from 'kysely'
import { refuse, type Decision, type Happening } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, type Thing } from '#platform/events'
import type { By } from '#values'
import { readCase } from '../case/case.store.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { lockCase } from '../case/lock-case.store.ts'

/** Something that lies in the file of one case and has a history of its own. */
export interface KeptInFile {
  readonly id: string
  readonly caseId: string
}

type FileTable = 'flag' | 'evidence' | 'representative' | 'information_request' | 'note' | 'case_link' | 'person_link'

export interface ThingInFile<State extends KeptInFile, Event extends Happening> extends Thing<State, Event> {
  /** All of this kind in one case, in the order they came. */
  ofCase(db: Database, caseId: string): Promise<readonly State[]>
}

/** A thing of the file: its row holds what its history folds to. */
export function thingInFile<State extends KeptInFile, Event extends Happening>(
  name: string, table: FileTable, evolve: Thing<State, Event>['evolve'],
): ThingInFile<State, Event> {
  const rows = sql.table(`penalties.${table}`)
  const states = async (db: Database, where: ReturnType<typeof sql>) => (await sql<{ state: State }>`select state from ${rows} where ${where} order by id`.execute(db)).rows.map(({ state }) => state)
  return {
    name, evolve,
    read: async (db, id) => (await states(db, sql`id = ${id}`))[0],
    ofCase: (db, caseId) => states(db, sql`case_id = ${caseId}`),
    save: async (tx, id, state) => {
      await sql`insert into ${rows} (id, case_id, state) values (${id}, ${state.caseId}, ${JSON.stringify(state)}::jsonb)
        on conflict (id) do update set state = excluded.state`.execute(tx)
    },
  }
}

export interface ActInFile {
  readonly id: string
  readonly caseId: string
  readonly by: By
}

/** What an act on the file may ask about: the case, and the others of its kind. */
export interface Around<State> {
  readonly found: PenaltyCase
  readonly others: readonly State[]
}

type DecideInFile<State, Event extends Happening> = (state: State | undefined, around: Around<State>) => Decision<Event>

/** The one way a thing of the file changes: in its case's turn, and only in the case it was asked for in. */
export async function changeInFile<State extends KeptInFile, Event extends Happening>(
  db: Database, thing: ThingInFile<State, Event>, act: ActInFile, decide: DecideInFile<State, Event>,
): Promise<Decision<Event>> {
  return db.transaction().execute((tx) => changeInFileIn(tx, thing, act, decide))
}

/** The same inside a caller's transaction, for acts that move something else with it. */
export async function changeInFileIn<State extends KeptInFile, Event extends Happening>(
  tx: Database, thing: ThingInFile<State, Event>, { id, caseId, by }: ActInFile, decide: DecideInFile<State, Event>,
): Promise<Decision<Event>> {
  await lockCase(tx, caseId)
  const found = await readCase(tx, caseId)
  if (found === undefined) return refuse('no-such-case')
  const others = (await thing.ofCase(tx, caseId)).filter((other) => other.id !== id)
  return changeIn(tx, thing, { id, by }, (state) => (state !== undefined && state.caseId !== caseId ? refuse('not-in-this-case') : decide(state, { found, others })))
}

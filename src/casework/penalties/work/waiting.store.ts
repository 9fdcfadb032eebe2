import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { lastEntries } from '#platform/events'
import { dayOf, type By, type CalendarDate } from '#values'
import { caseStatesOf } from '../case/case-state.store.ts'
import type { CaseState } from '../case/required-actions.ts'
import { casesRefreshedAtOnce } from '../limits.ts'
import { beganOn, changeOf, waitingOf, type KeptWaiting, type WaitingChange } from './waiting.ts'
import { languagesOf, weightOf } from './weight.ts'

/** Works out anew what changed cases wait for, oldest change first, until none is left. Answers how many were looked at. */
export async function refreshDue(db: Database, today: CalendarDate): Promise<number> {
  let looked = 0
  for (;;) {
    const done = await db.transaction().execute((tx) => refreshSome(tx, today))
    if (done === 0) return looked
    looked += done
  }
}

/** The notes are taken away before the cases are read, so that a change that comes meanwhile leaves a note of its own. */
async function refreshSome(tx: Database, today: CalendarDate): Promise<number> {
  const { rows } = await sql<{ case_id: string }>`
    delete from penalties.work_due where id in (select id from penalties.work_due order by id limit ${casesRefreshedAtOnce} for update skip locked)
    returning case_id`.execute(tx)
  const caseIds = [...new Set(rows.map(({ case_id }) => case_id))]
  if (caseIds.length > 0) await refreshWork(tx, await caseStatesOf(tx, caseIds, today), today)
  return rows.length
}

/** Writes what these cases wait for, and how heavy they are. */
export async function refreshWork(tx: Database, states: readonly CaseState[], today: CalendarDate): Promise<void> {
  const kept = await keptOf(tx, states.map(({ found }) => found.id))
  const change = changeOf(kept, states.flatMap(waitingOf))
  await writeWaiting(tx, change, { acts: await lastActs(tx, states, kept, change), today })
  await writeWeights(tx, states)
}

async function keptOf(tx: Database, caseIds: readonly string[]): Promise<readonly KeptWaiting[]> {
  const { rows } = await sql<KeptWaiting>`
    select id, case_id as "caseId", code, about, roles, by_on as "byOn" from penalties.waiting where case_id = any(${caseIds}::uuid[]) and ended_on is null`.execute(tx)
  return rows
}

/** Who acted last in each case in which something began or ended. */
async function lastActs(tx: Database, states: readonly CaseState[], kept: readonly KeptWaiting[], { begun, ended }: WaitingChange): Promise<ReadonlyMap<string, By>> {
  const gone = new Set(ended)
  const changed = new Set([...begun, ...kept.filter(({ id }) => gone.has(id))].map(({ caseId }) => caseId))
  const streams = new Map(states.filter(({ found }) => changed.has(found.id)).flatMap((state) => streamsOf(state).map((stream) => [stream, state.found.id] as const)))
  const acts = new Map<string, By>()
  for (const { stream, by } of await lastEntries(tx, [...streams.keys()])) {
    const caseId = streams.get(stream) ?? ''
    const later = acts.get(caseId)
    if (later === undefined || later.at < by.at) acts.set(caseId, by)
  }
  return acts
}

function streamsOf({ found, persons, penalties, appeals = [] }: CaseState): readonly string[] {
  const named = (name: string, things: readonly { readonly id: string }[]) => things.map(({ id }) => `${name}:${id}`)
  return [`case:${found.id}`, ...named('person', persons), ...named('penalty', penalties), ...named('appeal', appeals)]
}

interface Written {
  readonly acts: ReadonlyMap<string, By>
  readonly today: CalendarDate
}

async function writeWaiting(tx: Database, { begun, moved, ended }: WaitingChange, { acts, today }: Written): Promise<void> {
  const actOn = (caseId: string): CalendarDate => {
    const act = acts.get(caseId)
    return beganOn(act && dayOf(act.at), today)
  }
  const rows = begun.map(({ caseId, code, about, roles, byOn }) => ({ case_id: caseId, code, about, roles, by_on: byOn, began_on: actOn(caseId) }))
  if (rows.length > 0) {
    await sql`insert into penalties.waiting (case_id, code, about, roles, by_on, began_on)
      select case_id, code, about, roles, by_on, began_on from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (case_id uuid, code text, about text, roles text[], by_on date, began_on date)
      on conflict do nothing`.execute(tx)
  }
  for (const { id, byOn, roles } of moved) await sql`update penalties.waiting set by_on = ${byOn}, roles = ${roles} where id = ${id}`.execute(tx)
  if (ended.length > 0) await endThem(tx, ended, { acts, today })
}

async function endThem(tx: Database, ended: readonly number[], { acts, today }: Written): Promise<void> {
  const people = [...acts].map(([caseId, { officerId, role, at }]) => ({ case_id: caseId, by: role === 'machine' ? null : officerId, on: beganOn(dayOf(at), today) }))
  await sql`
    update penalties.waiting as waiting
    set ended_on = greatest(waiting.began_on, coalesce(act.on_day, ${today}::date)), ended_by = act.by
    from unnest(${ended}::bigint[]) as gone (id)
    join penalties.waiting as old on old.id = gone.id
    left join jsonb_to_recordset(${JSON.stringify(people.map(({ on, ...act }) => ({ ...act, on_day: on })))}::jsonb) as act (case_id uuid, by text, on_day date) on act.case_id = old.case_id
    where waiting.id = gone.id`.execute(tx)
}

async function writeWeights(tx: Database, states: readonly CaseState[]): Promise<void> {
  const open = states.filter(({ found }) => found.stage !== 'closed')
  const rows = open.map((state) => ({ case_id: state.found.id, weight: weightOf(state), languages: languagesOf(state) }))
  const closed = states.filter(({ found }) => found.stage === 'closed').map(({ found }) => found.id)
  await sql`
    insert into penalties.work (case_id, weight, languages)
    select case_id, weight, languages from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (case_id uuid, weight integer, languages text[])
    on conflict (case_id) do update set weight = excluded.weight, languages = excluded.languages
    where work.weight <> excluded.weight or work.languages <> excluded.languages`.execute(tx)
  if (closed.length > 0) await sql`delete from penalties.work where case_id = any(${closed}::uuid[])`.execute(tx)
}

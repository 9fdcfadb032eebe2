import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { dayOf, type CalendarDate, type Instant, type Port } from '#values'
import { crossingOf, readCrossing, type CrossingRow, type PlateRow } from '../crossing/crossing.store.ts'
import type { Crossing } from '../crossing/crossing.ts'
import { deleteOn, type Because, type Linked } from './evidence.ts'

/** Crossings between two ids that a confirmed hit rests on, or that an officer holds. */
export async function linkedByArrivals(db: Database, from: string, to: string): Promise<readonly Linked[]> {
  const { rows } = await sql<{ crossing_id: string; because: Because; reference: string; until_on: CalendarDate | null }>`
    select crossing_id, 'hit' as because, id::text as reference, null::date as until_on from arrivals.hit where status = 'confirmed' and crossing_id >= ${from} and crossing_id < ${to}
    union all select id, 'hold', reference, until_on from arrivals.hold where released_at is null and id >= ${from} and id < ${to}`.execute(db)
  return rows.map(({ crossing_id, because, reference, until_on }) => ({ crossingId: crossing_id, because, reference, ...(until_on === null ? {} : { untilOn: until_on }) }))
}

interface Taking {
  readonly port: Port
  readonly at: Instant
  readonly linked: readonly Linked[]
}

/**
 * Copies whole crossings out of their weeks: as they stand, with every read and picture, and with the case they are kept for.
 * One that is there already is taken again only where it has to be kept longer than was known.
 */
export async function takeEvidence(tx: Database, { port, at, linked }: Taking): Promise<void> {
  const dated = await withDays(tx, linked)
  if (dated.length === 0) return
  await sql`
    insert into arrivals.evidence as known (crossing_id, site, because, reference, taken_at, delete_on, crossing, plates, reads, images)
    select crossing.id, crossing.site, told.because, told.reference, ${at}, told.delete_on, to_jsonb(crossing),
      coalesce((select jsonb_agg(to_jsonb(shown) order by shown.id) from arrivals.crossing_plate shown where shown.crossing_id = crossing.id), '[]'),
      coalesce((select jsonb_agg(to_jsonb(read) order by read.captured_at) from arrivals.plate_read read where read.id = any(of_crossing.ids)), '[]'),
      coalesce((select jsonb_agg(to_jsonb(image)) from arrivals.image image where image.read_id = any(of_crossing.ids)), '[]')
    from jsonb_to_recordset(${JSON.stringify(dated)}::jsonb) as told (crossing_id uuid, because text, reference text, delete_on date)
    join arrivals.crossing crossing on crossing.id = told.crossing_id
    cross join lateral (select array(select unnest(coalesce(plate.read_ids, '{}') || plate.read_id) from arrivals.crossing_plate plate where plate.crossing_id = crossing.id) as ids) as of_crossing
    where crossing.site = ${port}
    on conflict (crossing_id) do update set because = excluded.because, reference = excluded.reference, delete_on = excluded.delete_on
    where excluded.delete_on > known.delete_on`.execute(tx)
}

async function withDays(db: Database, linked: readonly Linked[]) {
  if (linked.length === 0) return []
  const { rows } = await sql<{ id: string; last_seen_at: Instant }>`select id, last_seen_at from arrivals.crossing where id = any(${linked.map(({ crossingId }) => crossingId)}::uuid[])`.execute(db)
  const passed = new Map(rows.map(({ id, last_seen_at }) => [id, dayOf(last_seen_at)]))
  const dated = linked.flatMap((one) => {
    const on = passed.get(one.crossingId)
    return on === undefined ? [] : [{ crossing_id: one.crossingId, because: one.because, reference: one.reference, delete_on: deleteOn(one, on) }]
  })
  // Of several reasons for one crossing the one that keeps it longest.
  const rising = dated.sort((one, other) => (one.delete_on < other.delete_on ? -1 : 1))
  return [...new Map(rising.map((one) => [one.crossing_id, one])).values()]
}

/** Which of these crossings are not among the evidence: at the centre, those whose port has not sent it yet. */
export async function notTaken(db: Database, crossingIds: readonly string[]): Promise<readonly string[]> {
  if (crossingIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from arrivals.crossing where id = any(${crossingIds}::uuid[]) and id not in (select crossing_id from arrivals.evidence where crossing_id = any(${crossingIds}::uuid[]))`.execute(db)
  return rows.map(({ id }) => id)
}

/** Evidence whose own day has come, that no officer holds. Answers the pictures that went with it. */
export async function deleteDueEvidence(tx: Database, port: Port, today: CalendarDate): Promise<{ readonly crossings: number; readonly pictures: readonly string[] }> {
  const { rows } = await sql<{ pictures: readonly string[] | null }>`
    delete from arrivals.evidence kept where site = ${port} and delete_on <= ${today}
      and not exists (select from arrivals.hold where hold.id = kept.crossing_id and released_at is null and until_on >= ${today})
    returning (select array_agg(image ->> 'sha256') from jsonb_array_elements(images) as image) as pictures`.execute(tx)
  return { crossings: rows.length, pictures: rows.flatMap(({ pictures }) => pictures ?? []) }
}

/** What a crossing is kept for, and until when. */
export interface KeptAs {
  readonly because: Because
  readonly reference: string
  readonly deleteOn: CalendarDate
}

export interface KeptCrossing {
  readonly keptAs: KeptAs
  readonly crossing: Crossing
}

/** A crossing among the evidence, as it stood when it was taken. */
export async function readEvidence(db: Database, crossingId: string): Promise<KeptCrossing | undefined> {
  const { rows: [row] } = await sql<CrossingRow & { because: Because; reference: string; delete_on: CalendarDate }>`
    select crossing.*, because, reference, delete_on from arrivals.evidence kept, jsonb_populate_record(null::arrivals.crossing, kept.crossing) as crossing where crossing_id = ${crossingId}`.execute(db)
  if (row === undefined) return undefined
  const { rows: plates } = await sql<PlateRow>`
    select plate.* from arrivals.evidence kept, jsonb_populate_recordset(null::arrivals.crossing_plate, kept.plates) as plate where kept.crossing_id = ${crossingId}`.execute(db)
  return { crossing: crossingOf(row, plates), keptAs: { because: row.because, reference: row.reference, deleteOn: row.delete_on } }
}

/** A crossing in its week, or after that among the evidence. */
export async function recallCrossing(db: Database, id: string): Promise<Crossing | undefined> {
  return (await readCrossing(db, id)) ?? (await readEvidence(db, id))?.crossing
}

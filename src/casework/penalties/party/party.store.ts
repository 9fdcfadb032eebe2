import { sql } from 'kysely'
import type { Capacity } from '#law'
import type { Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { change, changeIn, type Thing } from '#platform/events'
import type { By, CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'
import { evolveJudgement, judgeParties, undoJudgement, type Judging, type PartyEvent, type PartyJudgement, type Undone } from './party-judgement.ts'

type JudgementRow = {
  id: string
  one_party_id: string
  other_party_id: string
  same: boolean
  reasons: string
  judged_by: Named
  judged_on: CalendarDate
  undone: Undone | null
}

const on = (db: Database) => db.withTables<{ 'penalties.party_judgement': JudgementRow }>()

export const judgementThing: Thing<PartyJudgement, PartyEvent> = { name: 'party-judgement', evolve: evolveJudgement, read: readJudgement, save: saveJudgement }

export async function readJudgement(db: Database, id: string): Promise<PartyJudgement | undefined> {
  const row = await on(db).selectFrom('penalties.party_judgement').selectAll().where('id', '=', id).executeTakeFirst()
  return row && judgementOf(row)
}

/** Every judgement that touches one of these parties, also those taken back, latest first. */
export async function judgementsOn(db: Database, partyIds: readonly string[]): Promise<readonly PartyJudgement[]> {
  if (partyIds.length === 0) return []
  const rows = await on(db).selectFrom('penalties.party_judgement').selectAll()
    .where((either) => either.or([either('one_party_id', 'in', partyIds), either('other_party_id', 'in', partyIds)]))
    .orderBy('judged_on', 'desc').orderBy('id', 'desc').execute()
  return rows.map(judgementOf)
}

/** This party and all that were judged to be the same, also by way of others. */
export async function sameParty(db: Database, partyId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive same (id) as (
      select ${partyId}::uuid
      union
      select case when j.one_party_id = same.id then j.other_party_id else j.one_party_id end
      from same join penalties.party_judgement j on same.id in (j.one_party_id, j.other_party_id) and j.same and j.undone is null
    ) select id from same order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** One at a time for all: whether two are one may depend on what somebody judges of a third at this moment. */
export async function judgePartiesOf(db: Database, judging: Judging, by: By): Promise<Decision<PartyEvent>> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('penalties.party_judgement'))`.execute(tx)
    const { onePartyId, otherPartyId } = judging
    const standing = (await judgementsOn(tx, [onePartyId])).some(({ undone, ...each }) => undone === null && [each.onePartyId, each.otherPartyId].includes(otherPartyId))
    const alike = (await sameParty(tx, onePartyId)).includes(otherPartyId)
    return changeIn(tx, judgementThing, { id: judging.judgementId, by }, () => judgeParties(judging, { standing, alike }))
  })
}

export async function undoJudgementOf(db: Database, id: string, undone: Undone, by: By): Promise<Decision<PartyEvent>> {
  return change(db, judgementThing, { id, by }, (judgement) => undoJudgement(judgement, undone))
}

/** Why two records may be one person, surest first. */
export const likenesses = ['number', 'name-and-birth', 'name'] as const
export type Likeness = (typeof likenesses)[number]

export interface LikelyPair {
  readonly personId: string
  readonly otherPersonId: string
  readonly reference: string
  readonly otherReference: string
  readonly capacity: Capacity
  readonly by: Likeness
}

const unjudged = sql`not exists (select from penalties.party_judgement j where j.undone is null
  and least(j.one_party_id, j.other_party_id) = least(a.party_id, b.party_id) and greatest(j.one_party_id, j.other_party_id) = greatest(a.party_id, b.party_id))`

/** Records of other cases that may be the same person as somebody on this one: by number, by name and day of birth, or by a name much like it in the same country. */
export async function likelyOf(db: Database, caseId: string, most: number): Promise<readonly LikelyPair[]> {
  const { rows } = await sql<LikelyPair>`
    select * from (select a.id as "personId", b.id as "otherPersonId", c.reference, d.reference as "otherReference", b.capacity,
      case when b.registered_key = a.registered_key and a.registered_key <> '' then 'number'
        when b.name_key = a.name_key and b.identity ->> 'bornOn' = a.identity ->> 'bornOn' then 'name-and-birth' else 'name' end as by
    from penalties.person a join penalties.case c on c.id = a.case_id
    cross join lateral (
      (select p.* from penalties.person p where p.registered_key = a.registered_key and a.registered_key <> '' limit ${most})
      union
      (select p.* from penalties.person p where p.name_key % a.name_key and similarity(p.name_key, a.name_key) > 0.6
        and (p.identity #>> '{address,country}' = a.identity #>> '{address,country}' or p.identity ->> 'bornOn' = a.identity ->> 'bornOn') limit ${most})
    ) b join penalties.case d on d.id = b.case_id
    where a.case_id = ${caseId} and b.case_id <> a.case_id and b.party_id <> a.party_id and ${unjudged}) likely
    order by array_position(${likenesses}, likely.by), likely."otherReference" limit ${most}`.execute(db)
  return rows
}

/** Over all cases, by what identifies somebody for sure: the same number under different records that nobody has judged. Each is paired with the first. */
export async function likelyByNumber(db: Database, most: number): Promise<readonly LikelyPair[]> {
  const { rows } = await sql<LikelyPair>`
    with first as (select registered_key, (array_agg(id order by id))[1] as id from penalties.person where registered_key <> '' group by registered_key having count(distinct party_id) > 1)
    select a.id as "personId", b.id as "otherPersonId", c.reference, d.reference as "otherReference", b.capacity, 'number' as by
    from first join penalties.person a on a.id = first.id join penalties.person b on b.registered_key = first.registered_key and b.id <> a.id
    join penalties.case c on c.id = a.case_id join penalties.case d on d.id = b.case_id
    where b.party_id <> a.party_id and b.case_id <> a.case_id and ${unjudged}
    order by d.reference desc limit ${most}`.execute(db)
  return rows
}

export interface OtherRecord {
  readonly personId: string
  readonly caseId: string
  readonly reference: string
  readonly capacity: Capacity
}

/** Where else somebody who was judged to be the same person stands. */
export async function otherRecords(db: Database, partyIds: readonly string[], exceptCaseId: string): Promise<readonly OtherRecord[]> {
  if (partyIds.length === 0) return []
  const { rows } = await sql<OtherRecord>`
    select p.id as "personId", c.id as "caseId", c.reference, p.capacity from penalties.person p join penalties.case c on c.id = p.case_id
    where p.party_id = any (${partyIds}::uuid[]) and c.id <> ${exceptCaseId} order by c.reference, p.id`.execute(db)
  return rows
}

async function saveJudgement(tx: Database, _id: string, state: PartyJudgement): Promise<void> {
  const row = {
    id: state.id,
    one_party_id: state.onePartyId,
    other_party_id: state.otherPartyId,
    same: state.same,
    reasons: state.reasons,
    judged_by: asJson(state.judgedBy),
    judged_on: state.judgedOn,
    undone: asJson(state.undone),
  }
  await on(tx).insertInto('penalties.party_judgement').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function judgementOf({ id, same, reasons, undone, ...row }: JudgementRow): PartyJudgement {
  return { id, same, reasons, undone, onePartyId: row.one_party_id, otherPartyId: row.other_party_id, judgedBy: row.judged_by, judgedOn: row.judged_on }
}

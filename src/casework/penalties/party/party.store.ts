import { sql, type RawBuilder } from 'kysely'
import type { Capacity, Section } from '#law'
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
  const { rows } = await sql<{ id: string }>`${sameAs(sql`${partyId}::uuid`)} select id from same order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** `same`: a party and all that standing judgements join to it. */
export function sameAs(partyId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`with recursive same (id) as (
    select ${partyId}
    union
    select case when j.one_party_id = same.id then j.other_party_id else j.one_party_id end
    from same join penalties.party_judgement j on same.id in (j.one_party_id, j.other_party_id) and j.same and j.undone is null)`
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

export interface PartyRecord {
  readonly personId: string
  readonly caseId: string
  readonly reference: string
  readonly capacity: Capacity
  readonly occurredOn: CalendarDate
  readonly section: Section
  /** Somebody found that the required actions were not all shown. */
  readonly fellShort: boolean
}

/** Every case on which somebody stands, under this record or another that was judged to be theirs. */
export async function recordsOfParties(db: Database, partyIds: readonly string[]): Promise<readonly PartyRecord[]> {
  if (partyIds.length === 0) return []
  const { rows } = await sql<PartyRecord>`
    select p.id as "personId", c.id as "caseId", c.reference, p.capacity, c.occurred_on as "occurredOn", c.incident ->> 'section' as section,
      p.facts @> '{"complied":{"found":false}}' or p.facts @> '{"actions":{"found":[{"standing":"not-shown"}]}}' as "fellShort"
    from penalties.person p join penalties.case c on c.id = p.case_id
    where p.party_id = any (${partyIds}::uuid[]) order by c.reference, p.id`.execute(db)
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

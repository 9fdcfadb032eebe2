import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { historyOfStreams } from '#platform/events'
import type { CalendarDate } from '#values'
import { activeStages, type CaseStage } from '../case/penalty-case.ts'
import type { DecisionTimeAgreed } from '../events.ts'
import { decideObjectionWithinDays, issueNoticeWithinDays } from '../limits.ts'
import type { Counted } from './months.ts'

/** How many of each thing were done in each month since a day. Nobody and no case is named. */
export async function countedSince(db: Database, from: CalendarDate): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    with issued as (select (notices -> 0 ->> 'issuedOn')::date as on_day, responsible_on from penalties.penalty where notices <> '[]' and notices -> 0 ->> 'issuedOn' >= ${from}),
    decided as (
      select (determination ->> 'toldOn')::date as on_day, (objection ->> 'receivedOn')::date as received_on, (objection ->> 'decideByAgreedOn')::date as agreed_on
      from penalties.penalty where determination is not null and objection is not null and determination ->> 'toldOn' >= ${from}),
    done (what, on_day) as (
      select 'opened', opened_on from penalties.case where opened_on >= ${from}
      union all select 'closed', closed_on from penalties.case where closed_on >= ${from}
      union all select 'issued', on_day from issued
      union all select 'issuedWithin', on_day from issued where on_day - responsible_on <= ${issueNoticeWithinDays}
      union all select 'objections', (objection ->> 'receivedOn')::date from penalties.penalty where objection is not null and objection ->> 'receivedOn' >= ${from}
      union all select 'decided', on_day from decided
      union all select 'decidedWithin', on_day from decided where on_day - received_on <= ${decideObjectionWithinDays}
      union all select 'decidedAsAgreed', on_day from decided where on_day - received_on > ${decideObjectionWithinDays} and on_day <= agreed_on)
    select what, to_char(on_day, 'YYYY-MM') as month, count(*) as count from done group by 1, 2`.execute(db)
  return rows
}

/** Open cases of one stage by how many days ago they were opened. */
export interface Ageing {
  readonly stage: CaseStage
  /** Up to 30 days, up to 90, up to 180, and more. */
  readonly counts: readonly number[]
}

export async function ageingOn(db: Database, today: CalendarDate): Promise<readonly Ageing[]> {
  const { rows } = await sql<Ageing>`
    select stage, array[count(*) filter (where age <= 30), count(*) filter (where age between 31 and 90), count(*) filter (where age between 91 and 180), count(*) filter (where age > 180)] as counts
    from (select stage, ${today}::date - opened_on as age from penalties.nearest_day where stage = any(${activeStages}::text[])) as aged
    group by stage order by array_position(${activeStages}::text[], stage)`.execute(db)
  return rows.map(({ stage, counts }) => ({ stage, counts: counts.map(Number) }))
}

/** A longer time to decide that was agreed, which takes an objection out of the standard. */
export interface Exemption {
  readonly penaltyId: string
  readonly reference: string
  readonly receivedOn: CalendarDate
  readonly agreedOn: CalendarDate
  readonly toldOn: CalendarDate | null
  readonly reasons: string
}

/** Those whose objection came, or was decided, since a day, with the reason that was recorded; the newest first. */
export async function exemptionsSince(db: Database, from: CalendarDate, most: number): Promise<readonly Exemption[]> {
  const { rows } = await sql<Omit<Exemption, 'reasons'>>`
    select p.id as "penaltyId", c.reference, p.objection ->> 'receivedOn' as "receivedOn", p.objection ->> 'decideByAgreedOn' as "agreedOn", p.determination ->> 'toldOn' as "toldOn"
    from penalties.penalty p join penalties.case c on c.id = p.case_id
    where p.objection ->> 'decideByAgreedOn' is not null and (p.objection ->> 'receivedOn' >= ${from} or p.determination ->> 'toldOn' >= ${from}) and c.only_for is null
    order by p.objection ->> 'receivedOn' desc, c.reference limit ${most}`.execute(db)
  const agreed = (await historyOfStreams(db, rows.map(({ penaltyId }) => `penalty:${penaltyId}`))).filter(({ type }) => type === 'decision-time-agreed')
  const reasons = new Map(agreed.map(({ stream, body }) => [stream, (body as DecisionTimeAgreed | undefined)?.reasons ?? '']))
  return rows.map((row) => ({ ...row, reasons: reasons.get(`penalty:${row.penaltyId}`) ?? '' }))
}

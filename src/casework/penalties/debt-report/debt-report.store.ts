import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate, Pence } from '#values'

/** How long ago the last notice was dated, in days: the first day of each band. */
export const ageBands = [0, 31, 61, 91, 181, 366, 731] as const

export interface AgeLine {
  /** The first day of the band. */
  readonly fromDays: number
  readonly penalties: number
  readonly owedPence: Pence
  /** Of it, what nobody may chase today. */
  readonly heldPence: Pence
}

export interface CohortLine {
  /** `2026 Q3`: when the first notice was dated. */
  readonly cohort: string
  readonly penalties: number
  readonly issuedPence: Pence
  readonly takenOffPence: Pence
  readonly collectedPence: Pence
  readonly owedPence: Pence
  readonly writtenOffPence: Pence
  readonly within90Pence: Pence
  readonly within365Pence: Pence
}

/** Every penalty with a debt: its first and last notice, and its balances. One pass over the accounts. */
const debts = sql`
  debts as (
    select p.id, p.case_id, p.stage, (p.notices -> 0 ->> 'issuedOn')::date as first_on, (p.notices -> -1 ->> 'issuedOn')::date as last_on,
      -coalesce(sum(balance_pence) filter (where kind = 'issued'), 0) as issued,
      coalesce(sum(balance_pence) filter (where kind = 'taken-off'), 0) as taken_off,
      coalesce(sum(balance_pence) filter (where kind = 'debt'), 0) as owed,
      coalesce(sum(balance_pence) filter (where kind = 'written-off'), 0) as written_off
    from penalties.penalty p join ledger.account a on a.penalty_id = p.id
    where jsonb_array_length(p.notices) > 0
    group by p.id
  )`

/** What is owed, by the age of its notice; what stands still is told apart, because nobody can collect it today. */
export async function owedByAge(db: Database, today: CalendarDate): Promise<readonly AgeLine[]> {
  const { rows } = await sql<AgeLine>`
    with ${debts}, held as (
      select penalty_id from ledger.recovery_hold where from_on <= ${today} and (until_on is null or until_on >= ${today})
      union select penalty_id from penalties.appeal where conclusion is null
      union select id from penalties.penalty where stage = 'objected'
    ), aged as (
      select d.owed, held.penalty_id is not null as is_held, width_bucket(${today}::date - d.last_on, ${sql.val([...ageBands])}::int[]) as band
      from debts d left join held on held.penalty_id = d.id
      where d.owed > 0
    )
    select (${sql.val([...ageBands])}::int[])[greatest(band, 1)] as "fromDays", count(*)::int as penalties, sum(owed)::bigint as "owedPence", coalesce(sum(owed) filter (where is_held), 0)::bigint as "heldPence"
    from aged group by 1 order by 1`.execute(db)
  return rows
}

/** What became of the notices of each quarter: five numbers that are never one, and how soon the money came. */
export async function recoveryByCohort(db: Database): Promise<readonly CohortLine[]> {
  const { rows } = await sql<CohortLine>`
    with ${debts}, came as (
      select a.penalty_id, -sum(posting.amount_pence) as collected,
        -coalesce(sum(posting.amount_pence) filter (where j.on_day <= d.first_on + 90), 0) as within_90,
        -coalesce(sum(posting.amount_pence) filter (where j.on_day <= d.first_on + 365), 0) as within_365
      from ledger.account a
      join debts d on d.id = a.penalty_id
      join ledger.posting posting on posting.account_id = a.id
      join ledger.journal j on j.id = posting.journal_id and j.kind in ('allocation', 'release')
      where a.kind = 'debt' group by a.penalty_id
    )
    select to_char(d.first_on, 'YYYY "Q"Q') as cohort, count(*)::int as penalties, sum(d.issued)::bigint as "issuedPence", sum(d.taken_off)::bigint as "takenOffPence",
      coalesce(sum(came.collected), 0)::bigint as "collectedPence", sum(d.owed)::bigint as "owedPence", sum(d.written_off)::bigint as "writtenOffPence",
      coalesce(sum(came.within_90), 0)::bigint as "within90Pence", coalesce(sum(came.within_365), 0)::bigint as "within365Pence"
    from debts d left join came on came.penalty_id = d.id
    group by 1 order by 1 desc`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate, Pence } from '#values'
import { suspenseKeptDays, suspenseShown } from '../limits.ts'
import type { LedgerTables } from '../payment/journal.store.ts'

/** How long ago the bank booked it, in days: the first day of each band. */
export const suspenseBands = [0, 31, 92, 184, 366] as const

export interface SuspenseLine {
  /** The first day of the band. */
  readonly fromDays: number
  readonly waiting: number
  readonly waitingPence: Pence
  readonly setAside: number
  readonly setAsidePence: Pence
}

/** Money in suspense by its age, what waits for an answer apart from what was set aside. */
export async function suspenseByAge(db: Database, today: CalendarDate): Promise<readonly SuspenseLine[]> {
  const bands = sql.val([...suspenseBands])
  const { rows } = await sql<SuspenseLine>`
    select (${bands}::int[])[greatest(width_bucket(${today}::date - booked_on, ${bands}::int[]), 1)] as "fromDays",
      count(*) filter (where stage = 'waiting')::int as waiting, coalesce(sum(amount_pence) filter (where stage = 'waiting'), 0)::bigint as "waitingPence",
      count(*) filter (where stage = 'set-aside')::int as "setAside", coalesce(sum(amount_pence) filter (where stage = 'set-aside'), 0)::bigint as "setAsidePence"
    from ledger.bank_entry where direction = 'in' and stage in ('waiting', 'set-aside') group by 1 order by 1`.execute(db)
  return rows
}

export interface DueEntry {
  readonly id: string
  readonly entryRef: string
  readonly payer: string
  readonly amountPence: Pence
  readonly bookedOn: CalendarDate
  readonly stage: 'waiting' | 'set-aside'
  /** Since when somebody should have looked. */
  readonly dueOn: CalendarDate
  readonly isGoingBack: boolean
}

/** What has been in suspense for longer than the set time, or than a decision kept it: the longest first. */
export async function dueInSuspense(db: Database, today: CalendarDate): Promise<readonly DueEntry[]> {
  const { rows } = await sql<DueEntry>`
    select * from (
      select id, entry_ref as "entryRef", payer, amount_pence as "amountPence", booked_on as "bookedOn", stage, sending_back is not null as "isGoingBack",
        coalesce((kept ->> 'untilOn')::date, booked_on + ${suspenseKeptDays}::int) as "dueOn"
      from ledger.bank_entry where direction = 'in' and stage in ('waiting', 'set-aside')
    ) entry where "dueOn" < ${today} order by "dueOn", id limit ${suspenseShown}`.execute(db)
  return rows
}

/** What the ledger says is in suspense: the same sum, or the books are broken. */
export async function inSuspense(db: Database): Promise<Pence> {
  const { total } = await db.withTables<LedgerTables>().selectFrom('ledger.account').select(sql<Pence>`coalesce(-sum(balance_pence), 0)::bigint`.as('total')).where('kind', '=', 'suspense').executeTakeFirstOrThrow()
  return total
}

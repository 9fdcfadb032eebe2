import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate, Pence } from '#values'

export interface CancelledLine {
  readonly caseId: string
  readonly penaltyId: string
  readonly reference: string
  readonly cancelledOn: CalendarDate | null
}

export interface UnreturnedLine extends CancelledLine {
  readonly paymentId: string
  readonly heldPence: Pence
}

/** Cancelled, and nobody said why. */
export async function cancelledWithoutReason(db: Database): Promise<readonly CancelledLine[]> {
  const { rows } = await sql<CancelledLine>`
    select c.id as "caseId", p.id as "penaltyId", c.reference, p.ended ->> 'on' as "cancelledOn"
    from penalties.penalty p join penalties.case c on c.id = p.case_id
    where p.stage = 'cancelled' and coalesce(btrim(p.ended ->> 'why'), '') = ''
    order by c.reference`.execute(db)
  return rows
}

/** Cancelled, and what had been paid towards it is still here. */
export async function cancelledNotReturned(db: Database): Promise<readonly UnreturnedLine[]> {
  const { rows } = await sql<UnreturnedLine>`
    select distinct c.id as "caseId", p.id as "penaltyId", c.reference, p.ended ->> 'on' as "cancelledOn", payment.id as "paymentId", payment.held_pence as "heldPence"
    from penalties.penalty p join penalties.case c on c.id = p.case_id
    join ledger.posting debt on debt.account_id = 'debt:' || p.id
    join ledger.journal journal on journal.id = debt.journal_id and journal.kind = 'release'
    join ledger.posting other on other.journal_id = journal.id and other.account_id <> debt.account_id
    join ledger.account held on held.id = other.account_id
    join ledger.payment payment on payment.id = held.payment_id
    where p.stage = 'cancelled' and payment.held_pence > 0 and payment.returned is null
    order by c.reference`.execute(db)
  return rows
}

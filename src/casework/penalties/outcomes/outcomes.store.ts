import { sql } from 'kysely'
import type { Capacity, Section } from '#law'
import type { Database } from '#platform/database'
import type { CalendarDate, Pence } from '#values'
import type { Appeal } from '../appeal/appeal.ts'
import type { Determination, Objection, Proposal } from '../penalty/penalty.ts'
import { changeFrom, ruleThatTurned, type Outcome } from './outcomes.ts'

interface Row {
  readonly port: string
  readonly section: Section
  readonly capacity: Capacity
  readonly party_id: string
  readonly proposal: Proposal
  readonly objection: Objection
  readonly determination: Determination
}

interface AppealRow {
  readonly port: string
  readonly section: Section
  readonly grounds: Appeal['grounds']
  readonly conclusion: NonNullable<Appeal['conclusion']>
}

export interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Every objection determined and every appeal concluded in the period, without anybody's name. */
export async function outcomesIn(db: Database, period: Period): Promise<readonly Outcome[]> {
  return [...(await objections(db, period)), ...(await appeals(db, period))]
}

async function objections(db: Database, { from, to }: Period): Promise<readonly Outcome[]> {
  const { rows } = await sql<Row>`
    select c.port, p.section, p.capacity, p.party_id, p.proposal, p.objection, p.determination
    from penalties.penalty p join penalties.case c on c.id = p.case_id
    where p.determination is not null and p.objection is not null and (p.determination ->> 'toldOn')::date between ${from} and ${to}`.execute(db)
  return rows.map(({ port, section, capacity, party_id, proposal, objection, determination }) => ({
    by: 'objection', port, section, grounds: objection.grounds, change: changeFrom(determination.beforePence, determination.amountPence),
    beforePence: determination.beforePence, afterPence: determination.amountPence,
    rule: ruleThatTurned(proposal.snapshot, determination.snapshot, { partyId: party_id, capacity }),
  }))
}

async function appeals(db: Database, { from, to }: Period): Promise<readonly Outcome[]> {
  const { rows } = await sql<AppealRow>`
    select c.port, p.section, a.grounds, a.conclusion
    from penalties.appeal a join penalties.penalty p on p.id = a.penalty_id join penalties.case c on c.id = a.case_id
    where a.conclusion is not null and (a.conclusion ->> 'on')::date between ${from} and ${to}`.execute(db)
  return rows.map(({ port, section, grounds, conclusion }) => ({ by: 'appeal', port, section, grounds, ...amounts(conclusion), rule: null }))
}

function amounts({ beforePence, amountPence }: { readonly beforePence: Pence; readonly amountPence: Pence }): Pick<Outcome, 'change' | 'beforePence' | 'afterPence'> {
  return { change: changeFrom(beforePence, amountPence), beforePence, afterPence: amountPence }
}

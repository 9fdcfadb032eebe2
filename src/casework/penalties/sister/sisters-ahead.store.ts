import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { whereMay } from '#platform/identity'
import type { CalendarDate, Officer, Pence } from '#values'
import { sistersAtOnce } from '../limits.ts'
import { seeCases } from '../rights.ts'

/** A penalty that was made smaller or cancelled while others of its find or plate stand, and nobody has looked at these. */
export interface Unlooked {
  readonly penaltyId: string
  readonly caseId: string
  readonly reference: string
  readonly amountPence: Pence
  readonly standing: number
}

export interface WaitingCorrection {
  readonly id: string
  readonly caseId: string
  readonly reference: string
  readonly notices: number
  readonly proposedBy: string
  readonly proposedOn: CalendarDate
}

/** Corrected on objection or appeal, with sisters in force and no correction recorded that was not sent back. */
export async function unlookedSisters(db: Database, officer: Officer): Promise<readonly Unlooked[]> {
  const { rows } = await sql<Unlooked>`
    select p.id as "penaltyId", p.case_id as "caseId", c.reference, p.amount_pence as "amountPence", sisters.standing
    from penalties.penalty p join penalties.case c on c.id = p.case_id
    cross join lateral (
      select count(*) as standing from penalties.penalty other join penalties.case oc on oc.id = other.case_id
      where other.id <> p.id and other.stage in ('issued', 'objected', 'determined', 'settled')
        and (oc.id = c.id or oc.incident #>> '{tractor,registration}' in (c.incident #>> '{tractor,registration}', c.incident #>> '{trailer,registration}')
          or oc.incident #>> '{trailer,registration}' in (c.incident #>> '{tractor,registration}', c.incident #>> '{trailer,registration}'))
    ) sisters
    where (p.determination ->> 'outcome' in ('reduce', 'cancel') or exists (
        select from penalties.appeal a where a.penalty_id = p.id and (a.conclusion ->> 'amountPence')::bigint < (a.conclusion ->> 'beforePence')::bigint))
      and sisters.standing > 0
      and not exists (select from penalties.sister_correction s where s.origin_id = p.id and (s.answer is null or (s.answer ->> 'agreed')::boolean))
      and ${whereMay(officer, seeCases, { state: 'c.stage', site: 'c.port' })}
    order by c.occurred_on desc, p.id limit ${sistersAtOnce}`.execute(db)
  return rows
}

/** Proposed, and waiting for another officer or not finished. */
export async function waitingCorrections(db: Database, officer: Officer): Promise<readonly WaitingCorrection[]> {
  const { rows } = await sql<WaitingCorrection>`
    select s.id, s.case_id as "caseId", c.reference, jsonb_array_length(s.items) as notices, s.proposed_by ->> 'name' as "proposedBy", s.proposed_on as "proposedOn"
    from penalties.sister_correction s join penalties.case c on c.id = s.case_id
    where jsonb_array_length(s.items) > jsonb_array_length(s.results) and (s.answer is null or (s.answer ->> 'agreed')::boolean)
      and ${whereMay(officer, seeCases, { state: 'c.stage', site: 'c.port' })}
    order by s.proposed_on, s.id limit ${sistersAtOnce}`.execute(db)
  return rows
}

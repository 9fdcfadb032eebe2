import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate, Officer, Pence } from '#values'
import type { ActionOfCase } from '../case/required-actions.ts'
import { whereCase } from '../case/where-case.store.ts'
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

/** Proposed, and waiting for another officer or not finished. */
export interface WaitingCorrection {
  readonly id: string
  readonly caseId: string
  readonly reference: string
  readonly notices: number
  readonly proposedBy: string
  readonly proposedOn: CalendarDate
}

/** What the team has not looked at or answered, of the cases that this officer may see. */
export async function sistersAhead(db: Database, officer: Officer): Promise<{ readonly unlooked: readonly Unlooked[]; readonly waiting: readonly WaitingCorrection[] }> {
  const seen = whereCase(officer, seeCases)
  return { unlooked: await unlookedSisters(db, seen), waiting: await waitingCorrections(db, seen) }
}

/** The same as what each of these cases waits for. */
export async function sisterActions(db: Database, caseIds: readonly string[]): Promise<readonly ActionOfCase[]> {
  const among = sql<boolean>`c.id = any(${caseIds}::uuid[])`
  const [unlooked, waiting] = [await unlookedSisters(db, among), await waitingCorrections(db, among)]
  return [
    ...unlooked.map(({ caseId, penaltyId, standing }): ActionOfCase => ({
      caseId, code: 'look-at-sisters', text: `Corrected here: ${standing} sister ${standing === 1 ? 'notice stands' : 'notices stand'}`,
      who: ['caseworker', 'senior-officer'], by: null, missing: [], href: `/penalties/${penaltyId}/sisters`, act: 'Look',
    })),
    ...waiting.map(({ caseId, id, notices }): ActionOfCase => ({
      caseId, code: 'answer-sisters', text: `Answer the correction of ${notices} sister ${notices === 1 ? 'notice' : 'notices'}`,
      who: ['senior-officer'], by: null, missing: [], href: `/sister-corrections/${id}/answer`, act: 'Answer',
    })),
  ]
}

/** Corrected on objection or appeal, with sisters in force and no correction recorded that was not sent back. */
async function unlookedSisters(db: Database, where: RawBuilder<boolean>): Promise<readonly Unlooked[]> {
  const { rows } = await sql<Unlooked>`
    select p.id as "penaltyId", p.case_id as "caseId", c.reference, p.amount_pence as "amountPence", sisters.standing
    from penalties.penalty p join penalties.case c on c.id = p.case_id
    cross join lateral (
      select count(*) as standing from penalties.penalty other join penalties.case oc on oc.id = other.case_id
      where other.id <> p.id and other.stage in ('issued', 'objected', 'determined', 'settled')
        and (oc.id = c.id or oc.incident #>> '{tractor,registration}' in (c.incident #>> '{tractor,registration}', c.incident #>> '{trailer,registration}')
          or oc.incident #>> '{trailer,registration}' in (c.incident #>> '{tractor,registration}', c.incident #>> '{trailer,registration}'))
    ) sisters
    where p.id in (
        select id from penalties.penalty where determination is not null and determination ->> 'outcome' in ('reduce', 'cancel')
        union select penalty_id from penalties.appeal where (conclusion ->> 'amountPence')::bigint < (conclusion ->> 'beforePence')::bigint)
      and sisters.standing > 0
      and not exists (select from penalties.sister_correction s where s.origin_id = p.id and (s.answer is null or (s.answer ->> 'agreed')::boolean))
      and ${where}
    order by c.occurred_on desc, p.id limit ${sistersAtOnce}`.execute(db)
  return rows
}

async function waitingCorrections(db: Database, where: RawBuilder<boolean>): Promise<readonly WaitingCorrection[]> {
  const { rows } = await sql<WaitingCorrection>`
    select s.id, s.case_id as "caseId", c.reference, jsonb_array_length(s.items) as notices, s.proposed_by ->> 'name' as "proposedBy", s.proposed_on as "proposedOn"
    from penalties.sister_correction s join penalties.case c on c.id = s.case_id
    where jsonb_array_length(s.items) > jsonb_array_length(s.results) and (s.answer is null or (s.answer ->> 'agreed')::boolean) and ${where}
    order by s.proposed_on, s.id limit ${sistersAtOnce}`.execute(db)
  return rows
}

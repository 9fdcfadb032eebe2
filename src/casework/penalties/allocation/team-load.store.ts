import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate, Instant, Officer } from '#values'
import { casesSharedOutAtOnce } from '../limits.ts'
import type { Hand, Unshared } from './share-out.ts'
import { absenceOn } from './team-member.ts'
import { teamMembers } from './team-member.store.ts'

/** Open cases that nobody has, those put before others and then the soonest last day first. One that this officer passed on is left out for them, and one that is closed to them, or to some, for all. */
export async function unsharedCases(db: Database, officer?: Pick<Officer, 'id'>): Promise<readonly Unshared[]> {
  const { rows } = await sql<Unshared>`
    select n.case_id as "caseId", n.reference, coalesce(w.weight, 1) as weight, coalesce(w.languages, array['en']) as languages, n.last_day as "lastDay", n.first_on as "firstOn"
    from penalties.nearest_day n left join penalties.work w on w.case_id = n.case_id
    where n.stage <> 'closed' and n.caseworker_id is null
      and not exists (select from penalties.case c where c.id = n.case_id and c.only_for is not null and not c.only_for ? ${officer?.id ?? ''})
      and not exists (select from penalties.allocation a where a.how = 'passed' and a.officer_id = ${officer?.id ?? ''} and a.case_id = n.case_id)
    order by n.first_on asc nulls last, n.last_day asc nulls last, n.case_id limit ${casesSharedOutAtOnce}`.execute(db)
  return rows
}

export async function countUnshared(db: Database): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`select count(*) from penalties.nearest_day where stage <> 'closed' and caseworker_id is null`.execute(db)
  return row?.count ?? 0
}

/** What one officer has, in open cases. */
export interface Load {
  readonly officerId: string
  readonly name: string
  readonly cases: number
  readonly weight: number
  readonly overdue: number
}

export async function loads(db: Database, today: CalendarDate): Promise<readonly Load[]> {
  const { rows } = await sql<Load>`
    select held.*, (select c.caseworker_name from penalties.case c where c.id = held."oneOfThem") as name
    from (
      select n.caseworker_id as "officerId", any_value(n.case_id) as "oneOfThem", count(*) as cases, sum(coalesce(w.weight, 1))::bigint as weight, count(*) filter (where n.last_day < ${today}::date) as overdue
      from penalties.nearest_day n left join penalties.work w on w.case_id = n.case_id
      where n.stage <> 'closed' and n.caseworker_id is not null group by n.caseworker_id) as held
    order by name`.execute(db)
  return rows
}

/** Those of the team who are here on that day and have any time for cases, with what they have already. */
export async function handsOn(db: Database, today: CalendarDate): Promise<readonly Hand[]> {
  const [members, all] = await Promise.all([teamMembers(db), loads(db, today)])
  const weights = new Map(all.map(({ officerId, weight }) => [officerId, weight]))
  return members
    .filter((member) => member.sharePercent > 0 && absenceOn(member, today) === undefined)
    .map(({ id, name, languages, sharePercent }) => ({ id, name, languages, sharePercent, weight: weights.get(id) ?? 0 }))
}

/** How often each officer was given, took, and passed on cases since then, and how heavy those were that they got. */
export interface Dealt {
  readonly officerId: string
  readonly name: string
  readonly got: number
  readonly gotWeight: number
  readonly tookNext: number
  readonly sharedOut: number
  readonly moved: number
  readonly passed: number
}

export async function dealtSince(db: Database, since: Instant): Promise<readonly Dealt[]> {
  const { rows } = await sql<Dealt>`
    select officer_id as "officerId", max(officer_name) as name,
      count(*) filter (where how <> 'passed') as got, coalesce(sum(weight) filter (where how <> 'passed'), 0)::bigint as "gotWeight",
      count(*) filter (where how = 'next-case') as "tookNext", count(*) filter (where how = 'shared-out') as "sharedOut",
      count(*) filter (where how = 'moved') as moved, count(*) filter (where how = 'passed') as passed
    from penalties.allocation where at >= ${since} group by officer_id order by name`.execute(db)
  return rows
}

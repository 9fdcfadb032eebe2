import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Right } from '#platform/identity'
import type { CalendarDate, Officer } from '#values'
import { whereCase } from '../case/where-case.store.ts'
import { seeCases } from '../rights.ts'
import type { ReturnedLetter } from './returned-letter.ts'

export interface ReturnLine {
  readonly id: string
  readonly reference: string
  readonly purpose: ReturnedLetter['purpose']
  readonly code: ReturnedLetter['code']
  readonly country: string
  readonly returnedOn: CalendarDate
  readonly enquiries: number
  readonly isTraced: boolean
}

/** The backlog: what came back and has not been settled, the oldest first, of the cases in which this officer has the right; to see them, unless another is asked for. */
export async function openReturns(db: Database, officer: Officer, right: Right = seeCases): Promise<readonly ReturnLine[]> {
  const { rows } = await sql<ReturnLine>`
    select returned.id, document.facts ->> 'reference' as reference, returned.purpose, returned.code, returned.destination ->> 'country' as country, returned.returned_on as "returnedOn",
      jsonb_array_length(returned.enquiries) as enquiries, returned.traced is not null as "isTraced"
    from notice.returned_letter returned
    join penalties.case c on c.id = returned.case_id
    join notice.document document on document.id = returned.document_id
    where returned.settled is null and ${whereCase(officer, right)}
    order by returned.returned_on, returned.id`.execute(db)
  return rows
}

export interface SettledCount {
  readonly how: string
  readonly count: number
}

/** What became of those that came back since a day. */
export async function settledSince(db: Database, officer: Officer, since: CalendarDate): Promise<readonly SettledCount[]> {
  const { rows } = await sql<SettledCount>`
    select returned.settled ->> 'how' as how, count(*) as count from notice.returned_letter returned join penalties.case c on c.id = returned.case_id
    where returned.settled is not null and (returned.settled ->> 'on')::date >= ${since} and ${whereCase(officer, seeCases)} group by 1 order by 1`.execute(db)
  return rows
}

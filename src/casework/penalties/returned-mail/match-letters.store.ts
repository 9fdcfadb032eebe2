import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { CalendarDate, Officer } from '#values'
import { whereCase } from '../case/where-case.store.ts'
import { sendLetters } from '../rights.ts'
import type { Dispatch } from '../service/dispatch.ts'

/** The letter by post that a reference on an envelope stands for: the last one that left under it. */
export interface MatchedLetter {
  readonly reference: string
  readonly dispatchId: string
  readonly caseId: string
  readonly purpose: Dispatch['purpose']
  readonly sentOn: CalendarDate | null
  readonly country: string
}

/** Of the letters this officer may act on; a reference without one is not among the answers. */
export async function matchLetters(db: Database, officer: Officer, references: readonly string[]): Promise<readonly MatchedLetter[]> {
  const { rows } = await sql<MatchedLetter>`
    select distinct on (document.facts ->> 'reference') document.facts ->> 'reference' as reference, dispatch.id as "dispatchId", c.id as "caseId", dispatch.purpose,
      (dispatch.sent ->> 'on')::date as "sentOn", dispatch.destination ->> 'country' as country
    from notice.document document
    join notice.dispatch dispatch on dispatch.document_id = document.id and dispatch.channel = 'post' and dispatch.stage in ('handed-over', 'sent', 'delivered')
    join penalties.case c on c.id = dispatch.case_id
    where document.facts ->> 'reference' = any(${references}) and ${whereCase(officer, sendLetters)}
    order by document.facts ->> 'reference', dispatch.id desc`.execute(db)
  return rows
}

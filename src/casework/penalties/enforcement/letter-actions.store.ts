import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { ActionOfCase } from '../case/required-actions.ts'
import { purposeWords } from '../template/template-words.ts'
import type { RecoveryLetterFacts } from '../notice/letter-facts.ts'

/** Letters about a debt that have left and of which nothing was heard: the next step waits for it. */
export async function letterActions(db: Database, caseIds: readonly string[]): Promise<readonly ActionOfCase[]> {
  const { rows } = await sql<{ id: string; case_id: string; purpose: RecoveryLetterFacts['purpose'] }>`
    select id, case_id, purpose from notice.dispatch
    where stage = 'sent' and purpose in ('reminder', 'letter-before-action') and case_id = any(${caseIds}::uuid[]) order by id`.execute(db)
  return rows.map(({ id, case_id: caseId, purpose }) => ({
    caseId, code: 'letter-outcome', text: `Record what became of a letter: ${purposeWords[purpose].toLowerCase()}`, who: ['caseworker', 'senior-officer'], by: null, missing: [], href: `/dispatches/${id}`, act: 'Record',
  }))
}

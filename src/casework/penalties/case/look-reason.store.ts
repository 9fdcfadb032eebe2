import { sql } from 'kysely'
import { hoursAfter, type Instant } from '#values'
import type { Database } from '#platform/database'
import { reasonHeldHours } from '../limits.ts'

type Row = { officer_id: string; case_id: string; reason: string; remembered_until: Instant }

const on = (db: Database) => db.withTables<{ 'penalties.look_reason': Row }>()

export interface SaidWhy {
  readonly officerId: string
  readonly caseId: string
  readonly reason: string
  readonly at: Instant
}

/** Remembers why this officer is in this case, for one shift. */
export async function rememberReason(db: Database, { officerId, caseId, reason, at }: SaidWhy): Promise<void> {
  const row = { officer_id: officerId, case_id: caseId, reason, remembered_until: hoursAfter(reasonHeldHours, at) }
  await on(db).insertInto('penalties.look_reason').values(row)
    .onConflict((conflict) => conflict.columns(['officer_id', 'case_id']).doUpdateSet(row)).execute()
}

/** The reason still held; undefined when the officer has not said one, or said it too long ago. */
export async function reasonHeld(db: Database, officerId: string, caseId: string, now: Instant): Promise<string | undefined> {
  const row = await on(db).selectFrom('penalties.look_reason').select('reason')
    .where('officer_id', '=', officerId).where('case_id', '=', caseId)
    .where(sql<boolean>`remembered_until > ${now}`).executeTakeFirst()
  return row?.reason
}

import { sql } from 'kysely'
import type { Database } from '#platform/database'

const on = (db: Database) => db.withTables<{ 'penalties.picked': { officer_id: string; case_id: string } }>()

/** Puts cases with those that the officer has picked already; one that is there stays there once. */
export async function pickCases(db: Database, officerId: string, caseIds: readonly string[]): Promise<void> {
  await sql`insert into penalties.picked (officer_id, case_id)
    select ${officerId}, c.id from penalties.case c where c.id = any(${caseIds}::uuid[]) on conflict do nothing`.execute(db)
}

export async function pickedBy(db: Database, officerId: string): Promise<readonly string[]> {
  const rows = await on(db).selectFrom('penalties.picked').select('case_id').where('officer_id', '=', officerId).orderBy('case_id').execute()
  return rows.map(({ case_id }) => case_id)
}

export async function countPicked(db: Database, officerId: string): Promise<number> {
  const { count } = await on(db).selectFrom('penalties.picked').select(sql<number>`count(*)`.as('count')).where('officer_id', '=', officerId).executeTakeFirstOrThrow()
  return count
}

/** Some of them, or all. */
export async function putBack(db: Database, officerId: string, caseIds?: readonly string[]): Promise<void> {
  await on(db).deleteFrom('penalties.picked').where('officer_id', '=', officerId)
    .$if(caseIds !== undefined, (query) => query.where(sql<boolean>`case_id = any(${caseIds ?? []}::uuid[])`)).execute()
}

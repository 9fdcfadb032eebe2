import { sql } from 'kysely'
import { newId } from '#platform/identity'
import type { SiteUnderTest } from './sites.ts'

/** A row on the second lane, as an officer's search would leave one. */
export async function searches(registration: string, { db, site }: SiteUnderTest): Promise<string> {
  const id = newId()
  await sql`
    insert into examinations.search (id, site, stage, tractor_plate, layer, lane, officers, opened_at, opened_by, steps)
    values (${id}, ${site}, 'open', ${registration}, 'freight-search', '1', '[]', now(), 'Rehearsal', '[]')
  `.execute(db)
  return id
}

/** A row on the first lane: a list that the centre keeps. */
export async function keepsList(name: string, { db }: SiteUnderTest): Promise<string> {
  const id = newId()
  await sql`
    insert into watchlists.list (id, site, name_en, name_fr, owner, legal_basis, purpose_en, purpose_fr)
    values (${id}, 'centre', ${name}, ${name}, 'Rehearsal', 'Rehearsal', 'Rehearsal', 'Exercice')
  `.execute(db)
  return id
}

/** Does to a site's copies what a fault would do: nothing that watches its own statements hears of it. */
export async function asCopy({ db }: SiteUnderTest, statement: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = 'replica'`.execute(tx)
    await sql.raw(statement).execute(tx)
  })
}

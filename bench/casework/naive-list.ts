import { sql } from 'kysely'
import { seeCases } from '../../src/casework/penalties/rights.ts'
import type { Database } from '../../src/platform/database/door.ts'
import { may } from '../../src/platform/identity/door.ts'
import type { Officer, Port } from '../../src/values/door.ts'

interface Row {
  readonly id: string
  readonly reference: string
  readonly stage: string
  readonly port: Port
}

/** The same rows in tables with nothing but their primary keys. */
export async function growNaive(db: Database): Promise<void> {
  await sql`create table bench.plain_case as select * from penalties.case`.execute(db)
  await sql`alter table bench.plain_case add primary key (id)`.execute(db)
  await sql`create table bench.plain_day as select * from penalties.nearest_day`.execute(db)
  await sql`alter table bench.plain_day add primary key (case_id)`.execute(db)
  await sql`vacuum analyze bench.plain_case, bench.plain_day`.execute(db)
}

/**
 * The work list as it is often written: everything that fits is read in order, each row is asked whether the officer may see it, a page is
 * cut out of what is left, and each line of it asks for its persons and its sum. Answers the ids of the page.
 */
export async function naiveList(db: Database, officer: Officer, pageSize: number): Promise<readonly string[]> {
  const { rows } = await sql<Row>`
    select c.*, n.last_day, n.clock from bench.plain_case c left join bench.plain_day n on n.case_id = c.id
    where c.stage <> 'closed' order by n.last_day asc nulls last, c.id`.execute(db)
  const allowed = rows.filter(({ stage, port }) => may(officer, seeCases, { state: stage, site: port })).slice(0, pageSize)
  for (const { id } of allowed) {
    await sql`select count(*) from penalties.person where case_id = ${id}`.execute(db)
    await sql`select sum(amount_pence) from penalties.penalty where case_id = ${id}`.execute(db)
  }
  return allowed.map(({ id }) => id)
}

import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { hoursAfter, type Instant, type Site } from '#values'
import { pagesKeptDays } from '../limits.ts'

/** Clears away this site's pages that everybody has read long ago, and what was found here by pages that are gone. */
export async function forgetPages(db: Database, site: Site, now: Instant): Promise<void> {
  const before = hoursAfter(-pagesKeptDays * 24, now)
  // The newest stays, whatever its age: the next number is counted from it.
  await sql`
    delete from platform.proof_page p where site = ${site} and at < ${before}
      and exists (select from platform.proof_page n where n.site = p.site and n.lane = p.lane and n.incarnation = p.incarnation and n.number > p.number)
  `.execute(db)
  await sql`
    delete from platform.proof_found f where verdict = 'proven'
      and not exists (select from platform.proof_page p where p.site = f.site and p.lane = f.lane and p.incarnation = f.incarnation and p.number = f.page)
  `.execute(db)
}

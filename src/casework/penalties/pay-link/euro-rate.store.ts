import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { By, CalendarDate, Pence } from '#values'

/** What a pound was in euros on a day, and who says so. For convenience only: pounds are owed. */
export interface EuroRate {
  readonly onDay: CalendarDate
  readonly eurosPerPound: string
  readonly source: string
}

export async function euroRateOn(db: Database, day: CalendarDate): Promise<EuroRate | undefined> {
  const { rows } = await sql<EuroRate>`
    select on_day as "onDay", euros_per_pound::text as "eurosPerPound", source from ledger.euro_rate where on_day <= ${day} order by on_day desc limit 1`.execute(db)
  return rows[0]
}

export async function setEuroRate(db: Database, { onDay, eurosPerPound, source }: EuroRate, by: By): Promise<void> {
  await sql`
    insert into ledger.euro_rate values (${onDay}, ${eurosPerPound}::numeric, ${source}, ${by.officerId}, ${by.name}, ${by.at})
    on conflict (on_day) do update set euros_per_pound = excluded.euros_per_pound, source = excluded.source, set_by_id = excluded.set_by_id, set_by_name = excluded.set_by_name, set_at = excluded.set_at`.execute(db)
}

/** About so many whole euros, rounded up so that nobody brings too little. */
export function aboutEuros(amount: Pence, { eurosPerPound }: Pick<EuroRate, 'eurosPerPound'>): number {
  return Math.ceil((amount * Number(eurosPerPound)) / 100)
}

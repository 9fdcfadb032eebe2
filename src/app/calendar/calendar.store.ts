import type { Database } from '#platform/database'

type CalendarTables = { 'platform.demo_calendar': { only_row: boolean; days_ahead: number } }

const on = (db: Database) => db.withTables<CalendarTables>()

export async function readDaysAhead(db: Database): Promise<number> {
  const row = await on(db).selectFrom('platform.demo_calendar').select('days_ahead').executeTakeFirst()
  return row?.days_ahead ?? 0
}

export async function saveDaysAhead(db: Database, daysAhead: number): Promise<void> {
  await on(db)
    .insertInto('platform.demo_calendar').values({ only_row: true, days_ahead: daysAhead })
    .onConflict((row) => row.column('only_row').doUpdateSet({ days_ahead: daysAhead }))
    .execute()
}

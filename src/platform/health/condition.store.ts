import type { Database } from '#platform/database'
import type { Instant, Site } from '#values'

/** What a site says of itself while it lasts: that pictures are not kept, that old ones were deleted to make room, that it lives on its reserve, that cameras are refused, that its clock was set or that its cameras agree on another time. */
export const conditionNames = ['disk-short', 'pictures-cleared', 'disk-full', 'cameras-refused', 'clock-stepped', 'clock-doubted'] as const

export type ConditionName = (typeof conditionNames)[number]

export interface Condition {
  readonly site: Site
  readonly name: ConditionName
  readonly since: Instant
}

const on = (db: Database) => db.withTables<{ 'platform.site_condition': Condition }>()

/** Of every site that this database hears of. */
export async function readConditions(db: Database): Promise<readonly Condition[]> {
  return on(db).selectFrom('platform.site_condition').selectAll().orderBy('site').orderBy('since').execute()
}

export async function beginCondition(db: Database, condition: Condition): Promise<void> {
  await on(db).insertInto('platform.site_condition').values(condition).onConflict((same) => same.columns(['site', 'name']).doUpdateSet({ since: condition.since })).execute()
}

export async function endCondition(db: Database, { site, name }: Pick<Condition, 'site' | 'name'>): Promise<void> {
  await on(db).deleteFrom('platform.site_condition').where('site', '=', site).where('name', '=', name).execute()
}

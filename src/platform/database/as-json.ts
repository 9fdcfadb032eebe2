import { sql, type RawBuilder } from 'kysely'

/** A value for a jsonb column: the driver would send a list as a PostgreSQL array. A null is stored as no value at all, not as the JSON word for nothing. */
export function asJson<Value>(value: Value): RawBuilder<Value> {
  return sql<Value>`${value === null ? null : JSON.stringify(value)}::jsonb`
}

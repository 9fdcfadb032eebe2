import { sql, type RawBuilder } from 'kysely'

/** A value as a jsonb column takes it; null stays null. */
export function asJson<Value>(value: Value): RawBuilder<Value> {
  return sql<Value>`${value === null ? null : JSON.stringify(value)}::jsonb`
}

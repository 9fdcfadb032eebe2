import { sql, type RawBuilder } from 'kysely'
import type { Officer } from '#values'
import type { Grant, Right } from './rights.ts'

/** The columns that hold what the policy asks about, such as `{ state: 'c.stage', site: 'c.site' }`. */
export interface SubjectColumns {
  readonly state?: string
  readonly site?: string
}

/** The policy as a SQL condition: true for exactly those rows on which `may` says yes. */
export function whereMay(officer: Officer, act: Right, columns: SubjectColumns): RawBuilder<boolean> {
  const mine = act.grants.filter((given) => given.role === officer.role)
  if (mine.length === 0) return sql<boolean>`false`
  return sql<boolean>`(${sql.join(mine.map((given) => condition(given, officer, columns)), sql` or `)})`
}

function condition(given: Grant, officer: Officer, columns: SubjectColumns): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`]
  if (given.states !== undefined && columns.state !== undefined) {
    parts.push(sql<boolean>`${sql.ref(columns.state)} = any(${given.states})`)
  }
  if (given.ownPort !== undefined && columns.site !== undefined) {
    parts.push(sql<boolean>`${sql.ref(columns.site)} = ${officer.port ?? ''}`)
  }
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

import { sql, type RawBuilder } from 'kysely'
import { readsWhatIsClosed, whereMay, type Right } from '#platform/identity'
import type { Officer } from '#values'

/** The columns that say which case it is, where it stands and whose it is. */
interface CaseColumns {
  readonly id: string
  readonly state: string
  readonly site: string
}

const ofCase: CaseColumns = { id: 'c.id', state: 'c.stage', site: 'c.port' }

/**
 * The condition on `penalties.case as c` under which this officer may do it: by stage and port, and by name where a case is closed to all
 * but some. Those few are found first and left out by their ids, so that a list read from an index stays read from it.
 */
export function whereCase(officer: Officer, act: Right, { id, ...columns }: CaseColumns = ofCase): RawBuilder<boolean> {
  const byRole = whereMay(officer, act, columns)
  if (readsWhatIsClosed(officer)) return byRole
  return sql<boolean>`(${byRole} and ${sql.ref(id)} <> all (array(select closed.id from penalties.case closed where closed.only_for is not null and not closed.only_for ? ${officer.id})))`
}

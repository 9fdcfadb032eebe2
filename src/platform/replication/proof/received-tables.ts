import type { Site } from '#values'
import { hub } from '../publications.ts'
import type { ReplicatedTable } from '../replicated-table.ts'

/** The tables in which `here` holds copies of what `origin` wrote, whichever way they came. */
export function receivedTables(here: Site, origin: Site, tables: readonly ReplicatedTable[]): readonly ReplicatedTable[] {
  if (here === origin) return []
  if (origin === hub) return tables.filter(({ ownedBy }) => ownedBy === 'centre')
  return tables.filter(({ ownedBy, seenByOtherPorts }) => ownedBy === 'port' && (here === hub || seenByOtherPorts))
}

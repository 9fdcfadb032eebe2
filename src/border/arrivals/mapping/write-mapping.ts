import { announce, refuse, type Decision } from '#platform/decisions'
import { faultsOf } from './check-mapping.ts'
import type { Mapping, MappingWritten } from './mapping.ts'

/** Writes a mapping or writes it anew; the one before stays in its history. */
export function writeMapping(before: Mapping | undefined, mapping: Mapping): Decision<MappingWritten> {
  if (mapping.site === 'centre' || (before !== undefined && before.site !== mapping.site)) return refuse('mappings-are-at-ports')
  if (faultsOf(mapping).length > 0) return refuse('mapping-cannot-work')
  return announce({ type: 'mapping-written', ...mapping })
}

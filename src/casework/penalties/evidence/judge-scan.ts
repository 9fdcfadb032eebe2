import { announce, refuse, type Decision } from '#platform/decisions'
import type { Instant } from '#values'
import { isInfected, type Evidence, type EvidenceInfected, type EvidenceReleased } from './evidence.ts'

interface Finding {
  readonly sha256: string
  /** The name of what was found; null for nothing. */
  readonly threat: string | null
  readonly at: Instant
}

/** What a scanner found is said in the history where it changes what may be opened: apart from now on, or free again after all. */
export function judgeScan(item: Evidence | undefined, { sha256, threat, at }: Finding): Decision<EvidenceInfected | EvidenceReleased> {
  if (item === undefined) return refuse('no-such-evidence')
  const isApart = isInfected(item, sha256)
  if (threat !== null && !isApart) return announce({ type: 'evidence-infected', infected: { sha256, threat, foundAt: at } })
  return threat === null && isApart ? announce({ type: 'evidence-released', sha256 }) : announce()
}

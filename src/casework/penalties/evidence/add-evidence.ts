import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, type CalendarDate } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { evidenceInACase } from '../limits.ts'
import type { Evidence, EvidenceAdded } from './evidence.ts'

export type Adding = Omit<EvidenceAdded, 'type' | 'under' | 'caseId'>

/** Puts it into the file with where it came from. In a closed case too: what comes late is kept all the same. */
export function addEvidence(found: PenaltyCase, others: readonly Evidence[], adding: Adding, today: CalendarDate): Decision<EvidenceAdded> {
  const { file, provenance, versionOf } = adding
  if (isAfter(provenance.receivedOn, today)) return refuse('evidence-from-the-future')
  if (provenance.suppliedBy.trim() === '') return refuse('evidence-from-nobody')
  if (others.some((other) => other.withdrawn === null && other.file.sha256 === file.sha256)) return refuse('evidence-there-already')
  if (versionOf !== null && !others.some(({ id }) => id === versionOf)) return refuse('no-such-evidence')
  if (others.length >= evidenceInACase) return refuse('too-much-evidence')
  return announce({ type: 'evidence-added', ...adding, caseId: found.id })
}

import { announce, refuse, type Decision } from '#platform/decisions'
import type { Evidence, EvidenceTranscribed, EvidenceWithdrawn } from './evidence.ts'
import { standingEvidence } from './redact-evidence.ts'

/** Types out what it says, so that it can be compared and read aloud. */
export function transcribeEvidence(item: Evidence | undefined, transcript: string): Decision<EvidenceTranscribed> {
  const standing = standingEvidence(item)
  if ('refused' in standing) return standing
  if (standing.transcript === transcript) return refuse('nothing-changed')
  return announce({ type: 'evidence-transcribed', transcript })
}

/** The bytes and the history stay; the case no longer rests on it. */
export function withdrawEvidence(item: Evidence | undefined, withdrawn: NonNullable<Evidence['withdrawn']>): Decision<EvidenceWithdrawn> {
  const standing = standingEvidence(item)
  if ('refused' in standing) return standing
  if (withdrawn.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'evidence-withdrawn', withdrawn })
}

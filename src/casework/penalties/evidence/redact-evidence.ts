import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import type { Disclosure, DisclosureSet, Evidence, EvidenceRedacted, RedactedTwin } from './evidence.ts'

/** From then on the twin stands for the original wherever it leaves the office. */
export function redactEvidence(item: Evidence | undefined, twin: RedactedTwin): Decision<EvidenceRedacted> {
  const standing = standingEvidence(item)
  if ('refused' in standing) return standing
  if (twin.covers.trim() === '' || twin.reasons.trim() === '') return refuse('say-what-is-covered')
  if ([standing.file, ...standing.twins].some(({ sha256 }) => sha256 === twin.sha256)) return refuse('twin-is-the-original')
  return announce({ type: 'evidence-redacted', twin })
}

/** Whether the original may leave. To let out what somebody has redacted is a choice with reasons of its own. */
export function setDisclosure(item: Evidence | undefined, disclosure: Disclosure, reasons: string): Decision<DisclosureSet> {
  const standing = standingEvidence(item)
  if ('refused' in standing) return standing
  if (standing.disclosure === disclosure) return refuse('nothing-changed')
  if (reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'evidence-disclosure-set', disclosure, reasons })
}

/** The item while it still belongs to what the case rests on. */
export function standingEvidence(item: Evidence | undefined): Evidence | Refusal {
  if (item === undefined) return refuse('no-such-evidence')
  return item.withdrawn === null ? item : refuse('evidence-withdrawn')
}

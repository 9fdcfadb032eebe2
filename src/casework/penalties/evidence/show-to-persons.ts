import { announce, refuse, type Decision } from '#platform/decisions'
import { commentsOnOneItem } from '../limits.ts'
import { outwardOf, type Comment, type Evidence, type EvidenceCommented, type EvidenceShown, type Shown } from './evidence.ts'
import { standingEvidence } from './redact-evidence.ts'

/** To whom of the case it is shown at the public door. Nothing is shown of which nothing may leave; to show it to nobody any more is always possible. */
export function showToPersons(item: Evidence | undefined, shown: Shown): Decision<EvidenceShown> {
  const standing = standingEvidence(item)
  if ('refused' in standing) return standing
  if (shown.reasons.trim() === '') return refuse('reasons-needed')
  if (shown.to.length > 0 && outwardOf(standing).bytes === null) return refuse('twin-is-due')
  if (new Set(shown.to).symmetricDifference(new Set(standing.shown?.to)).size === 0) return refuse('nothing-changed')
  return announce({ type: 'evidence-shown', shown })
}

/** What a person says of an item that is shown to them. It changes nothing of the item, and whoever decides sees it beside it. */
export function commentOnEvidence(item: Evidence | undefined, comment: Comment): Decision<EvidenceCommented> {
  const standing = standingEvidence(item)
  if ('refused' in standing) return standing
  if (standing.shown?.to.includes(comment.personId) !== true) return refuse('no-such-evidence')
  if (comment.says.trim() === '') return refuse('nothing-noted')
  const theirs = (standing.comments ?? []).filter(({ personId }) => personId === comment.personId)
  return theirs.length >= commentsOnOneItem ? refuse('too-many-comments') : announce({ type: 'evidence-commented', comment })
}

import { announce, type Decision } from '#platform/decisions'
import type { By } from '#values'
import type { CaseReopened } from '../events.ts'
import { hasEnded, named, type Penalty } from '../penalty/penalty.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { reopenCase } from './reopen-case.ts'

/** A closed case in which a penalty lives again is open again: a late objection would otherwise wait in a case that no list shows (casework.md C18). */
export function openAgain(found: PenaltyCase | undefined, penalties: readonly Penalty[], by: By): Decision<CaseReopened> {
  const lives = penalties.some((penalty) => penalty.stage !== 'withdrawn' && !hasEnded(penalty))
  if (found?.stage !== 'closed' || !lives) return announce()
  return reopenCase(found, { reasons: 'A penalty of this case is open again.', reopenedBy: named(by) })
}

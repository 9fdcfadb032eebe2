import { announce, refuse, type Decision } from '#platform/decisions'
import type { PenaltyReopened } from '../events.ts'
import type { Penalty } from './penalty.ts'

/** What had settled it was taken back, so it is owed again and its clocks show as they did. */
export function reopenPenalty(penalty: Penalty | undefined, reasons: string): Decision<PenaltyReopened> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (penalty.stage !== 'settled' && penalty.stage !== 'written-off') return refuse('nothing-to-reopen')
  return announce({ type: 'penalty-reopened', reasons })
}

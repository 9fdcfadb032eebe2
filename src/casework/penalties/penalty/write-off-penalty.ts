import { announce, refuse, type Decision } from '#platform/decisions'
import type { PenaltyWrittenOff } from '../events.ts'
import type { Ending, Penalty } from './penalty.ts'

/** Nothing more of it is asked for, though it was not paid: all that was owed is written off. */
export function writeOffPenalty(penalty: Penalty | undefined, { on, why }: Ending): Decision<PenaltyWrittenOff> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (penalty.stage !== 'issued' && penalty.stage !== 'determined') return refuse('nothing-to-recover')
  return announce({ type: 'penalty-written-off', on, why })
}

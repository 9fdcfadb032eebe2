import { announce, refuse, type Decision } from '#platform/decisions'
import type { Instant } from '#values'
import type { FindCorrected } from '../events.ts'
import { isDecided, type Penalty } from '../penalty/penalty.ts'
import { caseFacts } from './case-from-detection.ts'
import { changedFacts } from './corrected-facts.ts'
import type { CorrectedFacts } from './find-correction.ts'
import type { PenaltyCase } from './penalty-case.ts'

export interface TellingOfCorrection {
  /** The port's own history entry. */
  readonly id: string
  readonly facts: CorrectedFacts
  readonly because: string
  readonly correctedBy: string
  readonly correctedAt: Instant
}

/**
 * While somebody is still to be decided the case follows the port. What has been decided stays decided: then the
 * correction waits for a person, and changes nothing by itself.
 */
export function correctFind(found: PenaltyCase | undefined, penalties: readonly Penalty[], told: TellingOfCorrection): Decision<FindCorrected> {
  if (found === undefined) return refuse('no-such-case')
  if (found.corrections.some(({ id }) => id === told.id)) return announce()

  const changed = changedFacts(found.incident, told.facts)
  const matters = changed.length > 0
  const inForce = matters && found.stage !== 'decided' && found.stage !== 'closed'
  const correction = { ...told, changed, inForce, decidedBefore: matters && penalties.some(isDecided), considered: null }
  const { regime } = inForce ? caseFacts(found.id, found.detectionId, { ...found.incident, ...told.facts }) : found
  return announce({ type: 'find-corrected', correction, regime })
}

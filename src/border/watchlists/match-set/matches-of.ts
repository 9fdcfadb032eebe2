import { alertCostMax } from '../limits.ts'
import type { Probe } from '../plate-index/plate-index.ts'
import { workingModel, type ErrorModel } from '../reading-errors/error-model.ts'
import type { ListedPlate, ReadEvidence } from './evidence.ts'
import { candidatesMax } from './limits.ts'
import { listedNear, type MatchSet } from './match-set.ts'
import { weighing, type Weighed } from './weigh.ts'

export interface Match<Listed extends ListedPlate = ListedPlate> extends Weighed {
  readonly listed: Listed
}

/** The listed plates that these reads of one plate may be, the surest first. */
export function matchesOf<Listed extends ListedPlate>(set: MatchSet<Listed>, reads: readonly ReadEvidence[], model: ErrorModel = workingModel): readonly Match<Listed>[] {
  const near = listedNear(set, reads.flatMap(probesOf), model)
  // Most vehicles are near nothing that is listed.
  if (near.size === 0) return []
  const weighed = weighing(reads, model)
  return [...near]
    .map((listed) => ({ listed, ...weighed.against(listed) }))
    .filter(({ cost }) => cost <= alertCostMax)
    .sort((one, other) => one.cost - other.cost)
}

/** What the camera wrote, and what else it thought of; it says how sure it is of each character only for the first. */
function probesOf({ plate, characterConfidence, candidates }: ReadEvidence): readonly Probe[] {
  return [{ plate, characterConfidence }, ...candidates.slice(0, candidatesMax).map((candidate) => ({ plate: candidate.plate, characterConfidence: null }))]
}

import type { Plate } from '#values'
import { alertCostMax } from '../limits.ts'
import { anyRun, laidOver } from '../plate-index/layouts.ts'
import { alwaysWorkingModel, type ErrorModel, type ModelOf } from '../reading-errors/error-model.ts'
import { candidatesWeighedMax } from '../reading-errors/limits.ts'
import type { ListedPlate, ReadEvidence } from './evidence.ts'
import { listedNear, type MatchSet, type ModelledProbe } from './match-set.ts'
import { weighing, type Weighed, type Weighing } from './weigh.ts'

export interface Match<Listed extends ListedPlate = ListedPlate> extends Weighed {
  readonly listed: Listed
}

/** The listed plates that these reads of one plate may be, the surest first. */
export function matchesOf<Listed extends ListedPlate>(set: MatchSet<Listed>, reads: readonly ReadEvidence[], modelOf: ModelOf = alwaysWorkingModel): readonly Match<Listed>[] {
  const near = listedNear(set, reads.flatMap((read) => probesOf(read, modelOf(read.cameraId))))
  // Most vehicles are near nothing that is listed.
  if (near.size === 0) return []
  const weighed = weighing(reads, modelOf)
  return [...near]
    .map((listed) => against(weighed, listed, reads))
    .filter(({ cost }) => cost <= alertCostMax)
    .sort((one, other) => one.cost - other.cost)
}

/** A run of unknown length has no length to be weighed by until a read gives it one; however that fits, the plate is known in part only. */
function against<Listed extends ListedPlate>(weighed: Weighing, listed: Listed, reads: readonly ReadEvidence[]): Match<Listed> {
  if (!listed.plate.includes(anyRun)) return { listed, ...weighed.against(listed) }
  const spelled = reads.map((read) => laidOver(listed.plate, read.plate)).find((plate) => plate !== undefined)
  const known = weighed.against(spelled === undefined ? listed : { ...listed, plate: spelled as Plate })
  return { listed, ...known, how: 'pattern', reads: known.reads.map((read) => ({ ...read, how: 'pattern' })) }
}

/** What the camera wrote, and what else it thought of; it says how sure it is of each character only for the first. */
function probesOf({ plate, characterConfidence, candidates }: ReadEvidence, model: ErrorModel): readonly ModelledProbe[] {
  return [{ plate, characterConfidence, model }, ...candidates.slice(0, candidatesWeighedMax).map((candidate) => ({ plate: candidate.plate, characterConfidence: null, model }))]
}

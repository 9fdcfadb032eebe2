import type { Plate } from '#values'
import { slipsBetween } from '../match-set/reading-cost.ts'
import { noCounts, withPlate, type ConfusionCounts } from '../reading-errors/confusion-counts.ts'

interface Correction {
  readonly cameraId: string
  readonly readAs: Plate
  readonly truth: Plate
}

/** All that officers' corrections say, added up. */
export function countCorrections(corrections: readonly Correction[]): ConfusionCounts {
  let counts = noCounts
  for (const { readAs, truth } of corrections) counts = withPlate(counts, truth, slipsBetween(readAs, truth))
  return counts
}

export interface CameraCount {
  readonly cameraId: string
  readonly plates: number
  readonly misread: number
}

/** Which cameras go wrong most, the worst first. */
export function countByCamera(corrections: readonly Correction[]): readonly CameraCount[] {
  const byCamera = new Map<string, CameraCount>()
  for (const { cameraId, readAs, truth } of corrections) {
    const { plates, misread } = byCamera.get(cameraId) ?? { plates: 0, misread: 0 }
    byCamera.set(cameraId, { cameraId, plates: plates + 1, misread: misread + (readAs === truth ? 0 : 1) })
  }
  return [...byCamera.values()].sort((one, other) => other.misread / other.plates - one.misread / one.plates)
}

import { describeSections, type DescribedSection } from './describe-detection.ts'
import type { Detection } from './detection.ts'

/** The record as a court reads it: without the welfare and referral of those found, and without where intelligence came from. */
export function recordForCourt(detection: Detection): readonly DescribedSection[] {
  const { alarm, scene } = detection
  const shown: Detection = {
    ...detection,
    alarm: alarm && { ...alarm, childWelfare: null, referredTo: null, concerns: [] },
    scene: scene && { ...scene, intelligenceReference: null },
  }
  return describeSections(shown, (en) => en)
}

import type { Detection } from './detection.ts'

/** The record for analysis: what happened to which vehicle, and nobody's name or words. */
export function withoutPersons(detection: Detection): Detection {
  const { alarm, vehicle, papers, scene } = detection
  return {
    ...detection,
    startedBy: '',
    alarm: alarm && { ...alarm, alarmNote: null, referredTo: null },
    vehicle: vehicle && { ...vehicle, note: null },
    papers: papers && { ...papers, persons: [], statement: null },
    scene: scene && { ...scene, officers: [], intelligenceReference: null },
    photos: [],
  }
}

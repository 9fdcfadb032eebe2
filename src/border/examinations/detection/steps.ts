import type { Bilingual } from '../bilingual.ts'
import type { Detection } from './detection.ts'

/** The steps of the form, in the order they are walked. Who raised the alarm comes first, always (operations.md N9). */
export const steps = ['alarm', 'vehicle', 'papers', 'photos', 'scene', 'check'] as const

export type Step = (typeof steps)[number]

export const stepWords: Readonly<Record<Step, Bilingual>> = {
  alarm: { en: 'Alarm and people', fr: 'Alerte et personnes' },
  vehicle: { en: 'Vehicle and way in', fr: 'Véhicule et entrée' },
  papers: { en: 'Papers and driver', fr: 'Documents et conducteur' },
  photos: { en: 'Photographs', fr: 'Photographies' },
  scene: { en: 'Hand-over and vehicle', fr: 'Remise et véhicule' },
  check: { en: 'Check and record', fr: 'Vérifier et enregistrer' },
}

export function stepAfter(step: Step): Step {
  return steps[steps.indexOf(step) + 1] ?? 'check'
}

export function isAnswered(step: Step, detection: Detection): boolean {
  if (step === 'photos') return detection.photos.length > 0
  if (step === 'check') return detection.stage === 'recorded'
  return detection[step] !== null
}

/** The list at the head of each step: where one is, what is saved and what is still to come. */
export function progress(detection: Detection | undefined, current: Step, say: (en: string, fr: string) => string) {
  return steps.map((step) => ({
    text: say(stepWords[step].en, stepWords[step].fr),
    current: step === current,
    done: detection !== undefined && isAnswered(step, detection),
    href: detection === undefined ? undefined : `/detections/${detection.id}/${step}`,
  }))
}

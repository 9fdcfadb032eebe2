import type { Instant } from '#values'
import type { WordsFor } from '../bilingual.ts'
import type { NewHandOver } from './hand-over.ts'

export const vehicleOutcomes = ['released', 'detained', 'not-decided'] as const

export type VehicleOutcome = (typeof vehicleOutcomes)[number]

export const vehicleOutcomeWords: WordsFor<VehicleOutcome> = {
  'released': { en: 'Released', fr: 'Libéré' },
  'detained': { en: 'Detained', fr: 'Retenu' },
  'not-decided': { en: 'Not decided yet', fr: 'Pas encore décidé' },
}

/** The fourth step: who was there, what became of the vehicle, and the people's hand-over if it has happened. */
export interface SceneOutcome {
  readonly officers: readonly string[]
  readonly vehicleOutcome: VehicleOutcome
  readonly intelligenceReference: string | null
  readonly handOver: NewHandOver | null
}

/** The first thing that cannot be right about the scene, as a refusal's code. */
export function faultInScene({ officers, handOver }: SceneOutcome, now: Instant): string | undefined {
  if (officers.length === 0) return 'officers-needed'
  if (handOver !== null && handOver.handedOverAt > now) return 'handed-over-in-the-future'
  return undefined
}

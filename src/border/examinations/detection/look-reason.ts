import type { Officer, Site } from '#values'
import type { WordsFor } from '../bilingual.ts'
import type { Detection } from './detection.ts'

export const lookReasons = ['handling', 'case', 'hand-over', 'quality', 'challenge', 'inspection'] as const

export type LookReason = (typeof lookReasons)[number]

export const lookReasonWords: WordsFor<LookReason> = {
  'handling': { en: 'Recording or handling this detection', fr: 'Enregistrement ou traitement de cette découverte' },
  'case': { en: 'Working on the penalty case', fr: 'Traitement du dossier de pénalité' },
  'hand-over': { en: 'Handing over or receiving the people', fr: 'Remise ou réception des personnes' },
  'quality': { en: 'Checking the quality of records', fr: 'Contrôle de la qualité des enregistrements' },
  'challenge': { en: 'Answering a complaint, objection or appeal', fr: 'Réponse à une réclamation, opposition ou recours' },
  'inspection': { en: 'Inspection or audit', fr: 'Inspection ou audit' },
}

/** An officer at the port of the find is there because of it; everybody else says why they look. */
export function impliedReason(officer: Officer, here: Site, { site }: Pick<Detection, 'site'>): LookReason | undefined {
  const atTheScene = officer.role === 'lane-officer' || officer.role === 'duty-officer-uk'
  return atTheScene && here === site ? 'handling' : undefined
}

import type { WordsFor } from '../bilingual.ts'

/** The ways a vehicle is searched, in the order a lane uses them (operations.md 6). */
export const techniques = ['dog', 'co2', 'heartbeat', 'pmmw', 'x-ray', 'visual'] as const

export type Technique = (typeof techniques)[number]

export const techniqueWords: WordsFor<Technique> = {
  'dog': { en: 'Dog', fr: 'Chien' },
  'co2': { en: 'CO₂ probe', fr: 'Sonde CO₂' },
  'heartbeat': { en: 'Heartbeat', fr: 'Battements cardiaques' },
  'pmmw': { en: 'Millimetre wave', fr: 'Ondes millimétriques' },
  'x-ray': { en: 'X-ray or gamma', fr: 'Rayons X ou gamma' },
  'visual': { en: 'Look or open up', fr: 'Visuel ou ouverture' },
}

/** Minutes a form proposes: the usual length reported for each technique, which the officer corrects. */
export const usualMinutes: Readonly<Record<Technique, number>> = { 'dog': 1, 'co2': 3, 'heartbeat': 2, 'pmmw': 1, 'x-ray': 1, 'visual': 5 }

export const results = ['nothing', 'alert', 'inconclusive', 'not-done'] as const

export type Result = (typeof results)[number]

export const resultWords: WordsFor<Result> = {
  'nothing': { en: 'Nothing', fr: 'Rien' },
  'alert': { en: 'Alert', fr: 'Alerte' },
  'inconclusive': { en: 'Inconclusive', fr: 'Non concluant' },
  'not-done': { en: 'Could not be done', fr: 'N’a pas pu être fait' },
}

/** Why a technique was left out. Without the reason, idle equipment and blind load spaces look like nothing found. */
export const obstacles = ['equipment-down', 'nobody-trained', 'dog-resting', 'weather', 'load-or-body', 'sealed-load', 'no-time', 'unsafe'] as const

export type Obstacle = (typeof obstacles)[number]

export const obstacleWords: WordsFor<Obstacle> = {
  'equipment-down': { en: 'Equipment down', fr: 'Matériel en panne' },
  'nobody-trained': { en: 'Nobody trained on shift', fr: 'Personne de formé' },
  'dog-resting': { en: 'No dog, or dog resting', fr: 'Pas de chien, ou au repos' },
  'weather': { en: 'Wind or weather', fr: 'Vent ou météo' },
  'load-or-body': { en: 'Load or body unsuitable', fr: 'Chargement ou caisse inadaptés' },
  'sealed-load': { en: 'Sealed load', fr: 'Chargement scellé' },
  'no-time': { en: 'No time before loading', fr: 'Pas le temps avant embarquement' },
  'unsafe': { en: 'Unsafe', fr: 'Dangereux' },
}

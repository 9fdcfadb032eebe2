import type { Plate } from '#values'
import type { WordsFor } from '../bilingual.ts'

/** What carried them: the Act's own kinds, because the penalty depends on it. */
export const transporters = ['goods-vehicle', 'detached-trailer', 'bus', 'other-vehicle'] as const

export type Transporter = (typeof transporters)[number]

export const transporterWords: WordsFor<Transporter> = {
  'goods-vehicle': { en: 'Goods vehicle', fr: 'Véhicule de marchandises' },
  'detached-trailer': { en: 'Trailer without tractor', fr: 'Remorque sans tracteur' },
  'bus': { en: 'Bus or coach', fr: 'Autobus ou autocar' },
  'other-vehicle': { en: 'Car, van or other', fr: 'Voiture, fourgon ou autre' },
}

export const hidingPlaces = ['load-space', 'in-the-load', 'cab', 'roof', 'underneath', 'outside-box', 'luggage-hold', 'other'] as const

export type HidingPlace = (typeof hidingPlaces)[number]

export const hidingPlaceWords: WordsFor<HidingPlace> = {
  'load-space': { en: 'Load space', fr: 'Espace de chargement' },
  'in-the-load': { en: 'Inside the load itself', fr: 'Dans le chargement même' },
  'cab': { en: 'Cab or sleeper', fr: 'Cabine ou couchette' },
  'roof': { en: 'Roof or wind deflector', fr: 'Toit ou déflecteur' },
  'underneath': { en: 'Underneath or axles', fr: 'Dessous ou essieux' },
  'outside-box': { en: 'Outside box or pallet rack', fr: 'Coffre extérieur ou porte-palettes' },
  'luggage-hold': { en: 'Luggage hold', fr: 'Soute à bagages' },
  'other': { en: 'Somewhere else', fr: 'Ailleurs' },
}

export const entryMethods = ['roof-cut', 'side-cut', 'doors', 'cable-cut', 'climbed-on', 'let-in', 'other', 'not-known'] as const

export type EntryMethod = (typeof entryMethods)[number]

export const entryMethodWords: WordsFor<EntryMethod> = {
  'roof-cut': { en: 'Roof cut', fr: 'Toit découpé' },
  'side-cut': { en: 'Curtain or side cut', fr: 'Bâche ou paroi découpée' },
  'doors': { en: 'Through the doors', fr: 'Par les portes' },
  'cable-cut': { en: 'Cable cut or slackened', fr: 'Câble coupé ou détendu' },
  'climbed-on': { en: 'Climbed on or under', fr: 'Monté dessus ou dessous' },
  'let-in': { en: 'Somebody let them in', fr: 'Quelqu’un les a fait entrer' },
  'other': { en: 'Another way', fr: 'Autrement' },
  'not-known': { en: 'Not known', fr: 'Inconnu' },
}

export const fastenings = ['intact', 'broken', 'repaired', 'none', 'not-checked'] as const

/** How a seal, cable or lock stood when an officer looked. A repaired one is told apart: it hides when people got in. */
export type Fastening = (typeof fastenings)[number]

export const fasteningWords: WordsFor<Fastening> = {
  'intact': { en: 'Whole', fr: 'Intact' },
  'broken': { en: 'Cut or broken', fr: 'Coupé ou cassé' },
  'repaired': { en: 'Repaired or replaced', fr: 'Réparé ou remplacé' },
  'none': { en: 'None fitted', fr: 'Absent' },
  'not-checked': { en: 'Not checked', fr: 'Non contrôlé' },
}

/** The second step: the vehicle, where in it they were, how they got in and what should have stopped them. */
export interface VehicleAndEntry {
  readonly transporter: Transporter
  readonly tractorPlate: Plate | null
  readonly trailerPlate: Plate | null
  readonly country: string | null
  readonly hiddenIn: readonly HidingPlace[]
  readonly entryMethod: EntryMethod
  readonly seals: Fastening
  readonly sealNumbers: string | null
  readonly cable: Fastening
  readonly lock: Fastening
  readonly note: string | null
}

/** The first thing that cannot be right about the vehicle, as a refusal's code. */
export function faultInVehicle({ transporter, tractorPlate, trailerPlate, hiddenIn, entryMethod, note }: VehicleAndEntry): string | undefined {
  if (tractorPlate === null && trailerPlate === null) return 'plate-needed'
  if (transporter === 'detached-trailer' && trailerPlate === null) return 'trailer-plate-needed'
  if (hiddenIn.length === 0) return 'say-where-they-were'
  if ((hiddenIn.includes('other') || entryMethod === 'other') && note === null) return 'describe-the-other'
  return undefined
}

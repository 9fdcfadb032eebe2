import type { DismissalCode, HitStatus } from './hit.ts'

interface Bilingual {
  readonly en: string
  readonly fr: string
}

export const statusWords: Readonly<Record<HitStatus, Bilingual>> = {
  raised: { en: 'New', fr: 'Nouvelle' },
  acknowledged: { en: 'Acknowledged', fr: 'Prise en charge' },
  confirmed: { en: 'Same vehicle', fr: 'Véhicule confirmé' },
  dismissed: { en: 'Not this vehicle', fr: 'Écartée' },
  superseded: { en: 'Taken back after a better read', fr: 'Annulée après meilleure lecture' },
}

export const dismissalWords: Readonly<Record<DismissalCode, Bilingual>> = {
  'misread': { en: 'The camera misread the plate', fr: 'La caméra a mal lu la plaque' },
  'other-country': { en: 'Same letters, another country', fr: 'Mêmes caractères, autre pays' },
  'cloned-plate': { en: 'Same plate, but the vehicle does not fit: the plate may be cloned', fr: 'Même plaque, mais le véhicule ne correspond pas : plaque peut-être usurpée' },
  'other-vehicle': { en: 'The plate belongs to another vehicle in the picture', fr: 'La plaque est celle d’un autre véhicule sur l’image' },
  'entry-out-of-date': { en: 'The entry is out of date: its owner should look at it', fr: 'L’inscription est périmée : son responsable doit la revoir' },
  'no-picture': { en: 'No picture, and the vehicle has gone', fr: 'Pas d’image et le véhicule est parti' },
}

/** What an officer is about to do, one tap each: gloves do not type. */
export const acknowledgements: Readonly<Record<string, Bilingual>> = {
  'going': { en: 'Going to the vehicle now', fr: 'Je vais au véhicule' },
  'sent': { en: 'A colleague is going to the vehicle', fr: 'Un collègue va au véhicule' },
  'duty-told': { en: 'Told the duty officer', fr: 'Officier de permanence prévenu' },
  'watching': { en: 'Watching it pass, as the entry asks', fr: 'Passage observé, comme demandé' },
}

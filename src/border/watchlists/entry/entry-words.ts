import type { Handling, Marker } from './entry.ts'

interface Bilingual {
  readonly en: string
  readonly fr: string
}

export const handlingWords: Readonly<Record<Handling, Bilingual>> = {
  'observe': { en: 'Observe', fr: 'Observer' },
  'check': { en: 'Check', fr: 'Contrôler' },
  'stop': { en: 'Stop', fr: 'Arrêter' },
  'do-not-stop': { en: 'Do not stop', fr: 'Ne pas arrêter' },
}

/** What the officer does, for whoever chooses the handling. */
export const handlingMeaning: Readonly<Record<Handling, Bilingual>> = {
  'observe': { en: 'Note it and let it pass as any other.', fr: 'Noter le passage, sans traitement particulier.' },
  'check': { en: 'Look at the vehicle in the search lane.', fr: 'Vérifier le véhicule en voie de fouille.' },
  'stop': { en: 'Do not let it leave the zone. A second person must agree first.', fr: 'Ne pas le laisser quitter la zone. Accord d’une seconde personne requis.' },
  'do-not-stop': { en: 'Let it pass and show nothing. Tell the duty officer.', fr: 'Laisser passer sans rien montrer. Prévenir l’officier de permanence.' },
}

export const markerWords: Readonly<Record<Marker, Bilingual>> = {
  'weapons': { en: 'Weapons', fr: 'Armes' },
  'violence': { en: 'Violence', fr: 'Violence' },
  'contagion': { en: 'Contagion', fr: 'Risque sanitaire' },
  'children': { en: 'Children may be inside', fr: 'Enfants peut-être à bord' },
  'plate-may-be-cloned': { en: 'Plate may be cloned', fr: 'Plaque peut-être usurpée' },
}

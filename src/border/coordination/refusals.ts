import type { Refusals } from '#platform/decisions'

export const coordinationRefusals: Refusals = {
  'no-plate': { en: 'Give at least one known character of the plate.', fr: 'Indiquez au moins un caractère connu de la plaque.' },
  'ends-before-it-begins': { en: 'The last day has to come on or after the first.', fr: 'Le dernier jour doit suivre le premier, ou être le même.' },
  'no-leave-needed': { en: 'The last 90 days need nobody’s leave: use the vehicle search.', fr: 'Les 90 derniers jours n’exigent aucun accord : utilisez la recherche de véhicule.' },
  'beyond-retention': { en: 'Reads are kept for 365 days. Choose a later first day.', fr: 'Les lectures sont conservées 365 jours. Choisissez un premier jour plus récent.' },
  'no-such-request': { en: 'There is no such request at this site.', fr: 'Aucune demande de ce genre sur ce site.' },
  'answered-already': { en: 'This request has been answered already.', fr: 'Cette demande a déjà reçu une réponse.' },
  'own-request': { en: 'You asked for this, so somebody else has to answer.', fr: 'Vous avez fait cette demande : une autre personne doit répondre.' },
}

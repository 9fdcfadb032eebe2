import type { Refusals } from '#platform/decisions'

export const watchlistRefusals: Refusals = {
  'lists-are-kept-at-the-centre': { en: 'Watchlists are kept at the coordination centre. Make the change there; it reaches every port at once.', fr: 'Les listes de surveillance sont tenues au centre de coordination. Faites la modification là-bas ; elle parvient aussitôt à chaque port.' },
  'too-few-known-characters': { en: 'Give at least 4 characters of the plate. Fewer would alert on vehicles that have nothing to do with it.', fr: 'Indiquez au moins 4 caractères de la plaque. Moins ferait sonner l’alerte pour des véhicules sans rapport.' },
  'plate-too-long': { en: 'No plate has more than 14 characters. Check what you typed.', fr: 'Aucune plaque n’a plus de 14 caractères. Vérifiez la saisie.' },
  'no-port-chosen': { en: 'Choose at least one port. An entry for no port alerts nobody.', fr: 'Choisissez au moins un port. Une inscription sans port n’alerte personne.' },
  'ends-before-it-begins': { en: 'The last day has to be today or later, and not before the first day.', fr: 'Le dernier jour doit être aujourd’hui ou plus tard, et pas avant le premier.' },
  'listed-for-too-long': { en: 'A vehicle may be listed for 365 days at most before somebody looks again. Choose an earlier last day.', fr: 'Un véhicule peut être inscrit 365 jours au plus avant réexamen. Choisissez un dernier jour plus proche.' },
  'review-after-the-end': { en: 'The review has to come on or before the last day.', fr: 'Le réexamen doit avoir lieu au plus tard le dernier jour.' },
  'no-such-entry': { en: 'This entry is not on any list.', fr: 'Cette inscription ne figure sur aucune liste.' },
  'entry-withdrawn-already': { en: 'This entry has been withdrawn already. It no longer alerts.', fr: 'Cette inscription a déjà été retirée. Elle n’alerte plus.' },
  'no-second-person-needed': { en: 'This entry does not wait for a second person.', fr: 'Cette inscription n’attend pas de seconde personne.' },
  'second-person-must-be-another': { en: 'You added this entry, so somebody else has to agree to the stop.', fr: 'Vous avez ajouté cette inscription : une autre personne doit approuver l’arrêt.' },
}

import type { Refusals } from '#platform/decisions'

/** Records of persons, vehicles, files and outages: what stands in the way, and what to do instead. */
export const recordRefusals: Refusals = {
  'one-party-already': { en: 'These records are one person already.', fr: 'Ces fiches désignent déjà la même personne.' },
  'parties-judged-already': { en: 'Somebody has judged these two already. Take that back first.', fr: 'Ces deux fiches ont déjà été appréciées. Annulez d’abord cette appréciation.' },
  'parties-joined-by-a-third': { en: 'A third record makes these two one person. Take that back first.', fr: 'Une troisième fiche les réunit. Annulez d’abord cette appréciation.' },
  'no-such-judgement': { en: 'There is no such judgement on these two.', fr: 'Cette appréciation n’existe pas.' },
  'judgement-undone-already': { en: 'It was taken back already.', fr: 'Elle a déjà été annulée.' },

  'no-such-vehicle': { en: 'This vehicle is not on the case, or the case is closed.', fr: 'Ce véhicule ne figure pas au dossier, ou le dossier est clos.' },
  'ownership-in-future': { en: 'It cannot begin after today.', fr: 'Cela ne peut commencer après aujourd’hui.' },
  'ownership-ends-before-it-begins': { en: 'It cannot end before it begins.', fr: 'Cela ne peut finir avant de commencer.' },
  'say-what-shows-it': { en: 'Say what shows it.', fr: 'Indiquez ce qui le prouve.' },
  'ownership-recorded-already': { en: 'Something is recorded of this party and vehicle for a part of that time. Withdraw it first if it was wrong.', fr: 'Une mention existe déjà pour une partie de cette période. Retirez-la d’abord si elle est erronée.' },
  'no-such-ownership': { en: 'Nothing of the kind is recorded of a vehicle of this case.', fr: 'Rien de tel n’est enregistré pour un véhicule de ce dossier.' },
  'ownership-withdrawn-already': { en: 'It was withdrawn already.', fr: 'C’est déjà retiré.' },

  'file-brought-already': { en: 'This very file was brought before. Open it from the list.', fr: 'Ce fichier a déjà été apporté. Ouvrez-le depuis la liste.' },
  'outage-answered-already': { en: 'Somebody has answered this already.', fr: 'Quelqu’un a déjà répondu.' },
  'no-such-import': { en: 'There is no such file.', fr: 'Ce fichier n’existe pas.' },
  'import-is-in': { en: 'This file was let in already.', fr: 'Ce fichier a déjà été repris.' },
  'import-brought-by-the-same-person': { en: 'You brought this file, so another officer must let it in.', fr: 'Vous avez apporté ce fichier : un autre agent doit le reprendre.' },

  'outage-in-future': { en: 'An outage is recorded once it has happened: neither its beginning nor its end can be ahead.', fr: 'Une interruption s’enregistre une fois survenue : ni son début ni sa fin ne peuvent être à venir.' },
  'outage-ends-before-it-begins': { en: 'An outage cannot end before it begins.', fr: 'Une interruption ne peut finir avant de commencer.' },
  'say-what-was-down': { en: 'Say what happened.', fr: 'Dites ce qui s’est passé.' },
  'outage-recorded-already': { en: 'An outage of this way in is recorded for a part of that time already.', fr: 'Une interruption de cet accès est déjà enregistrée pour une partie de cette période.' },
  'no-such-outage': { en: 'There is no such outage.', fr: 'Cette interruption n’existe pas.' },
  'outage-is-over': { en: 'This outage has ended already.', fr: 'Cette interruption est déjà terminée.' },
}

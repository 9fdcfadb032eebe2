import type { Refusals } from '#platform/decisions'

export const hitRefusals: Refusals = {
  'no-such-hit': { en: 'There is no such hit. It may have been raised at a port whose link is cut.', fr: 'Cette alerte n’existe pas. Elle a pu être émise dans un port dont la liaison est coupée.' },
  'hit-taken-by-another': { en: 'Somebody has acknowledged this hit already. Their name is on the card.', fr: 'Cette alerte a déjà été prise en charge. Le nom figure sur la fiche.' },
  'hit-closed': { en: 'This hit is closed already. What was decided is in its history.', fr: 'Cette alerte est déjà close. La décision figure dans son historique.' },
  'dismissed-as-the-listed-plate': { en: 'This is the listed plate. If it is the same vehicle, confirm the hit; if not, choose another reason.', fr: 'C’est la plaque inscrite. S’il s’agit du même véhicule, confirmez l’alerte ; sinon, choisissez un autre motif.', at: 'truePlate' },
  'no-such-plate': { en: 'This crossing has no such plate any more: a later read joined it to another.', fr: 'Ce passage n’a plus cette plaque : une lecture suivante l’a jointe à une autre.' },
  'hit-not-acknowledged': { en: 'Acknowledge the hit first, so that the others know it is yours.', fr: 'Prenez d’abord l’alerte en charge, pour que les autres sachent qu’elle est à vous.' },
  'kept-at-another-site': { en: 'This hit belongs to another port. Only that port can act on it.', fr: 'Cette alerte relève d’un autre port. Lui seul peut agir.' },
}

export const cameraRefusals: Refusals = {
  'camera-already-registered': { en: 'A camera in use has this id already. Choose another, or retire that one first.', fr: 'Une caméra en service porte déjà cet identifiant. Choisissez-en un autre ou retirez-la d’abord.' },
  'cameras-are-at-ports': { en: 'A camera belongs to its port and is kept there. Sign in at that port.', fr: 'Une caméra relève de son port et y est gérée. Identifiez-vous dans ce port.' },
  'camera-not-in-use': { en: 'This camera is not in use.', fr: 'Cette caméra n’est pas en service.' },
  'clock-too-far': { en: 'A clock that far out is broken. Set it at the camera.', fr: 'Une horloge aussi décalée est en panne. Réglez-la sur la caméra.', at: 'aheadSeconds' },
  'mappings-are-at-ports': { en: 'A mapping belongs to the port that reads by it. Sign in at that port.', fr: 'Une correspondance relève du port qui s’en sert. Identifiez-vous dans ce port.' },
  'mapping-cannot-work': { en: 'This mapping cannot work as it is written.', fr: 'Cette correspondance ne peut pas fonctionner telle quelle.' },
  'no-such-mapping': { en: 'There is no such mapping at this port.', fr: 'Aucune correspondance de ce genre dans ce port.' },
  'no-such-message': { en: 'There is no such message at this port.', fr: 'Aucun message de ce genre dans ce port.' },
  'understood-already': { en: 'This message was understood already. Its reads are kept.', fr: 'Ce message est déjà compris. Ses lectures sont conservées.' },
}

export const holdRefusals: Refusals = {
  'hold-ends-before-it-begins': { en: 'Choose a day to come.', fr: 'Choisissez un jour à venir.', at: 'untilOn' },
  'hold-too-long': { en: 'A crossing is held for six years at most, as a find is.', fr: 'Un passage est conservé six ans au plus, comme une découverte.', at: 'untilOn' },
  'held-already': { en: 'It is held until then, or longer, already.', fr: 'Il est déjà conservé jusque-là, ou plus longtemps.', at: 'untilOn' },
  'not-held': { en: 'Nobody holds this crossing.', fr: 'Personne ne conserve ce passage.' },
}

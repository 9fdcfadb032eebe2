import type { AskedEvent } from './asked-deadlines.ts'
import { say, type ClockFlag, type ClockName, type Flag, type Words } from '#law'

/** What each flag asks a person to look at. */
export const flagWords: Readonly<Record<Flag, Words>> = {
  PRE_2023_BOUNDS: say('Before 13 February 2023 only the bounds are known; no amount is computed.', 'Avant le 13 février 2023, seules les limites sont connues ; aucun montant n’est calculé.'),
  STRADDLES_COMMENCEMENT: say('The journey began under the old law and ended under the new: a person must decide which applies.', 'Le trajet a commencé sous l’ancien droit et fini sous le nouveau : une personne doit trancher.'),
  PLACE_NOT_IN_CONTROL_ZONE: say('The place is not one of the control zones in France, so it is taken to be in the United Kingdom.', 'Le lieu n’est pas une zone de contrôle en France : il est tenu pour situé au Royaume-Uni.'),
  AGGREGATE_CAP: say('All the penalties together are above the legal cap. They must be cut; a person decides how.', 'L’ensemble des sanctions dépasse le plafond légal. Il faut les réduire ; une personne décide comment.'),
  TIER_CAP: say('All together are above the reported total for this record, which may or may not be a cap.', 'L’ensemble dépasse le total annoncé pour ces antécédents, qui est peut-être un plafond.'),
  TWO_DISCOUNTS: say('Two discounts apply, and the sources do not settle how they combine.', 'Deux réductions s’appliquent, et les sources ne disent pas comment elles se cumulent.'),
  FULL_COMPLIANCE_REVIEW: say('Since January 2026 full compliance may take a penalty to nil: a person must consider it.', 'Depuis janvier 2026, la conformité complète peut ramener la sanction à zéro : une personne doit l’examiner.'),
  PRIOR_OTHER_SECTION: say('An earlier penalty was under the other section, and may or may not count.', 'Une sanction antérieure relève de l’autre article, et compte peut-être.'),
  PRIOR_BEFORE_2023: say('An earlier penalty is from before the reform, and may or may not count.', 'Une sanction antérieure date d’avant la réforme, et compte peut-être.'),
  PRIOR_CHALLENGED: say('An earlier penalty is still challenged. Look again once it is final.', 'Une sanction antérieure est encore contestée. À revoir une fois définitive.'),
  PRIOR_ON_WINDOW_EDGE: say('An earlier penalty is exactly five years old, an edge the sources leave open.', 'Une sanction antérieure a exactement cinq ans, limite que les sources ne tranchent pas.'),
  INDIVIDUAL_MEANS_REVIEW: say('An individual’s means were entered: a person must see the evidence.', 'Les moyens d’un particulier ont été saisis : une personne doit voir les justificatifs.'),
  BUSINESS_MEANS_EVIDENCE: say('A business’s size reduces its penalty only on request and with accounts.', 'La taille de l’entreprise ne réduit la sanction que sur demande et avec ses comptes.'),
  MEANS_ABOVE_LEVEL: say('The amount entered for means is more than what remains, and was not used.', 'Le montant saisi pour les moyens dépasse ce qui reste, et n’a pas été retenu.'),
  JOINT_LIABILITY_NOT_LISTED: say('The driver drives for somebody who is not shown here, and who answers for the driver’s penalty too.', 'Le conducteur roule pour une personne absente d’ici, qui répond aussi de sa sanction.'),
  EMPLOYED_DRIVER_BEFORE_2026: say('The employer’s membership would help this driver only from 1 January 2026.', 'L’agrément de l’employeur n’aiderait ce conducteur que depuis le 1er janvier 2026.'),
}

export const clockWords: Readonly<Record<ClockName, Words>> = {
  issue: say('Last day to issue a notice', 'Dernier jour pour émettre un avis'),
  object: say('Last day to object', 'Dernier jour pour s’opposer'),
  decide: say('Last day to tell the decision on an objection', 'Dernier jour pour communiquer la décision sur l’objection'),
  pay: say('Last day to pay', 'Dernier jour pour payer'),
  appeal: say('Last day to appeal', 'Dernier jour pour faire appel'),
  'provisional-detention': say('Provisional detention ends', 'Fin de la retenue provisoire'),
  sale: say('First day on which the vehicle can be sold', 'Premier jour où le véhicule peut être vendu'),
  'sale-lapse': say('Last day on which it can be sold', 'Dernier jour où il peut être vendu'),
}

export const clockFlagWords: Readonly<Record<ClockFlag, Words>> = {
  NON_WORKING_LAST_DAY: say('Offices are closed that day, and it is not moved', 'Bureaux fermés ce jour-là, sans report'),
  ISSUED_TOO_LATE: say('Issued too late', 'Émis trop tard'),
  LATE_OBJECTION: say('Objection late: a person decides', 'Objection tardive : une personne décide'),
  LATE_DECISION: say('Decision late', 'Décision tardive'),
  PAUSED: say('Paused', 'Suspendu'),
  NO_LIMIT: say('No limit', 'Aucun délai'),
}

export const eventWords: Readonly<Record<AskedEvent, Words>> = {
  'became-responsible': say('The vehicle arrived, or people were found in it', 'Le véhicule est arrivé, ou des personnes y ont été trouvées'),
  'first-search-ended': say('The first search after arrival in the UK ended (London time)', 'Fin de la première fouille après l’arrivée au Royaume-Uni (heure de Londres)'),
  'notice-issued': say('The date on the penalty notice', 'La date inscrite sur l’avis de sanction'),
  'objection-received': say('The objection was received', 'L’objection a été reçue'),
  'decision-time-agreed': say('A longer time to decide was agreed, until', 'Un délai de décision plus long a été convenu, jusqu’au'),
  'objection-decided': say('The decision on the objection was told', 'La décision sur l’objection a été communiquée'),
  'detained-36': say('The vehicle was detained until the penalty is paid (section 36)', 'Le véhicule a été retenu jusqu’au paiement (article 36)'),
  'detained-36A': say('A vehicle was detained because the penalty was not paid (section 36A)', 'Un véhicule a été retenu faute de paiement (article 36A)'),
}

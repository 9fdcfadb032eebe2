import type { Refusals } from '#platform/decisions'

/** What each refusal says to the officer: what stands in the way, and what to do instead. */
export const refusals: Refusals = {
  'no-such-case': { en: 'There is no such case.', fr: 'Ce dossier n’existe pas.' },
  'no-such-person': { en: 'There is no such person on this case.', fr: 'Cette personne ne figure pas au dossier.' },
  'no-such-penalty': { en: 'There is no such penalty.', fr: 'Cette sanction n’existe pas.' },
  'say-why-first': { en: 'Say why you are looking at this case first. Nothing was saved.', fr: 'Dites d’abord pourquoi vous consultez ce dossier. Rien n’a été enregistré.' },
  'reasons-needed': { en: 'Give your reasons. The person will be told them.', fr: 'Donnez vos motifs. Ils seront communiqués à la personne.' },

  'incident-in-future': { en: 'The incident cannot be after today.', fr: 'L’incident ne peut pas être postérieur à aujourd’hui.' },
  'section-32-needs-an-entrant': { en: 'Section 32 needs at least one clandestine entrant. Without one, use section 31A.', fr: 'L’article 32 suppose au moins un entrant clandestin. À défaut, utilisez l’article 31A.' },
  'case-closed': { en: 'The case is closed.', fr: 'Le dossier est clos.' },
  'already-theirs': { en: 'This caseworker already has the case.', fr: 'Cet agent a déjà le dossier.' },
  'nobody-decided': { en: 'Nobody has been decided on this case yet.', fr: 'Aucune décision n’a encore été prise dans ce dossier.' },
  'penalties-still-open': { en: 'A penalty is still open. The case closes when each is settled, cancelled or decided as none.', fr: 'Une sanction reste ouverte. Le dossier se clôt quand chacune est réglée, annulée ou non infligée.' },
  'somebody-may-still-object': { en: 'Somebody who has paid may still object. The case can close the day after their last day.', fr: 'Une personne ayant payé peut encore contester. Le dossier pourra être clos le lendemain de son dernier jour.' },

  'capacity-not-for-this-transporter': { en: 'Nobody answers in that capacity for this transporter: a detached trailer has an operator, a vehicle has a driver.', fr: 'Personne ne répond en cette qualité pour ce véhicule : une remorque dételée a un exploitant, un véhicule un conducteur.' },
  'already-in-this-capacity': { en: 'This person is already on the case in that capacity.', fr: 'Cette personne figure déjà au dossier en cette qualité.' },
  'contract-with-nobody': { en: 'A driver or operator works for an owner or hirer of this case. Add that person first.', fr: 'Un conducteur ou exploitant travaille pour un propriétaire ou locataire du dossier. Ajoutez d’abord cette personne.' },
  'nothing-changed': { en: 'Nothing is different from what is recorded.', fr: 'Rien ne diffère de ce qui est enregistré.' },

  'nobody-responsible': { en: 'Add the persons responsible before proposing.', fr: 'Ajoutez les personnes responsables avant de proposer.' },
  'facts-have-changed': { en: 'The facts have changed since you opened this page. Read the ladder again, then propose.', fr: 'Les faits ont changé depuis l’ouverture de la page. Relisez le calcul, puis proposez.' },
  'already-decided': { en: 'This has already been decided. A decision changes only through an objection or an appeal.', fr: 'La décision est déjà prise. Elle ne change que par une contestation ou un appel.' },
  'proposed-by-the-same-person': { en: 'You proposed this penalty, so another officer must decide it.', fr: 'Vous avez proposé cette sanction : un autre agent doit décider.' },
  'decided-by-the-same-person': { en: 'You decided this penalty, so another officer must determine the objection.', fr: 'Vous avez décidé cette sanction : un autre agent doit statuer sur la contestation.' },
  'not-liable': { en: 'On the facts recorded this person is not liable. Correct the facts and propose again, or decide that there is no penalty.', fr: 'Selon les faits enregistrés, cette personne n’est pas responsable. Corrigez les faits et proposez à nouveau, ou décidez de ne pas sanctionner.' },
  'choose-a-reading': { en: 'The law can be read two ways here. Choose a reading for each point: both amounts are shown.', fr: 'Le droit admet ici deux lectures. Choisissez-en une pour chaque point : les deux montants sont affichés.' },
  'nothing-is-no-penalty': { en: 'A penalty is more than nothing. To ask for nothing, decide that there is no penalty.', fr: 'Une sanction est supérieure à zéro. Pour ne rien demander, décidez qu’il n’y a pas de sanction.' },
  'driver-reported': { en: 'The driver raised the alarm. A penalty on this driver needs its own reason why, all the same.', fr: 'Le conducteur a donné l’alerte. Le sanctionner exige un motif particulier.' },
  'above-the-maximum': { en: 'That is above the most the regulations allow for one person.', fr: 'Ce montant dépasse le maximum réglementaire par personne.' },
  'above-the-aggregate': { en: 'With the other persons of the case that is above the most the regulations allow in all.', fr: 'Avec les autres personnes du dossier, ce montant dépasse le maximum réglementaire total.' },

  'no-decision-to-issue': { en: 'There is no decided penalty to give notice of.', fr: 'Aucune sanction décidée à notifier.' },
  'issued-before-decided': { en: 'The notice cannot be dated before the decision.', fr: 'L’avis ne peut être antérieur à la décision.' },
  'too-late-to-issue': { en: 'The last day to issue this notice has gone. It cannot be issued: decide what to record instead.', fr: 'Le dernier jour pour émettre cet avis est passé. Il ne peut plus être émis.' },
  'nothing-to-settle': { en: 'There is no penalty in force to settle.', fr: 'Aucune sanction en vigueur à régler.' },

  'no-notice-to-object-to': { en: 'No notice is in force, so there is nothing to object to.', fr: 'Aucun avis n’est en vigueur : il n’y a rien à contester.' },
  'objection-already-held': { en: 'An objection is already held for this penalty.', fr: 'Une contestation est déjà en cours pour cette sanction.' },
  'objection-already-determined': { en: 'The objection to this notice has been determined. What is left is an appeal to the court.', fr: 'La contestation de cet avis est tranchée. Il reste l’appel devant le tribunal.' },
  'received-before-notice': { en: 'An objection cannot arrive before the notice was issued. Check the day.', fr: 'Une contestation ne peut précéder l’avis. Vérifiez la date.' },
  'received-in-future': { en: 'The day it arrived cannot be after today.', fr: 'Le jour d’arrivée ne peut être postérieur à aujourd’hui.' },
  'no-late-objection-waits': { en: 'No late objection is waiting for a decision.', fr: 'Aucune contestation tardive n’attend de décision.' },
  'late-objection-waits': { en: 'This objection arrived late. Decide first whether to accept it.', fr: 'Cette contestation est tardive. Décidez d’abord de l’accepter ou non.' },
  'no-objection-held': { en: 'No objection is held for this penalty.', fr: 'Aucune contestation n’est en cours pour cette sanction.' },
  'not-a-longer-time': { en: 'The agreed day must be later than the last day that stands now.', fr: 'Le jour convenu doit être postérieur au dernier jour actuel.' },
  'told-before-received': { en: 'The objector cannot be told before the objection arrived.', fr: 'L’auteur ne peut être informé avant l’arrivée de la contestation.' },
  'not-a-reduction': { en: 'A reduction is less than the amount that stands, and more than nothing. To ask for nothing, cancel.', fr: 'Une réduction est inférieure au montant actuel et supérieure à zéro. Pour ne rien demander, annulez.' },
  'not-an-increase': { en: 'An increase is more than the amount that stands.', fr: 'Une majoration est supérieure au montant actuel.' },
}

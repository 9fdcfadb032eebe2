import type { Refusals } from '#platform/decisions'

/** What refusals about vehicles that are held say to the officer. */
export const detentionRefusals: Refusals = {
  'no-such-detention': { en: 'There is no such detention.', fr: 'Cette retenue n’existe pas.' },
  'detention-not-allowed': { en: 'The law does not allow it for every debt you chose. See what stands in the way.', fr: 'La loi ne le permet pas pour chaque dette choisie. Voyez ce qui s’y oppose.' },
  'choose-the-penalties': { en: 'Choose what it is held for, among penalties whose notice was issued.', fr: 'Choisissez les sanctions, parmi celles dont l’avis est émis.', at: 'penaltyIds' },
  'notice-issued-already': { en: 'A notice was issued. From then on a vehicle is held as security, or not at all.', fr: 'Un avis a été émis : le véhicule est désormais retenu comme garantie, ou pas du tout.' },
  'say-when-the-search-ended': { en: 'Say when the first search after arrival ended: the hours run from there.', fr: 'Indiquez la fin de la première fouille : le délai court de là.', at: 'searchEndedOn' },
  'hours-have-run': { en: 'The hours from the end of the search had run by then. Release the vehicle.', fr: 'Le délai depuis la fouille était écoulé. Restituez le véhicule.', at: 'detainedOn' },
  'not-held-provisionally': { en: 'This vehicle is not held provisionally.', fr: 'Ce véhicule n’est pas retenu à titre provisoire.' },
  'held-provisionally': { en: 'It is held provisionally: nothing of it can be sold.', fr: 'Il est retenu à titre provisoire : rien ne peut être vendu.' },
  'vehicle-not-held': { en: 'This vehicle is held no more.', fr: 'Ce véhicule n’est plus retenu.' },
  'before-it-was-detained': { en: 'That day is before the detention began.', fr: 'Cette date précède la retenue.', at: 'on' },
  'no-way-out': { en: 'That way is not open today. See what stands in its way.', fr: 'Cette voie n’est pas ouverte aujourd’hui. Voyez ce qui s’y oppose.', at: 'way' },
  'choose-the-ground': { en: 'Choose what the court rested it on.', fr: 'Choisissez le motif du tribunal.', at: 'ground' },
  'sale-not-allowed': { en: 'The law does not allow it on that day. See which condition is not met.', fr: 'La loi ne le permet pas à cette date. Voyez la condition qui manque.' },
  'say-why-nobody-was-told': { en: 'Say when and how those addressed were told, or why that was impracticable.', fr: 'Indiquez quand et comment les destinataires ont été prévenus, ou pourquoi cela était impossible.', at: 'why' },
  'expenses-are-closed': { en: 'The vehicle went back or was shared out: no expense is added any more.', fr: 'Le véhicule est restitué ou le produit réparti : aucun frais n’est ajouté.' },
  'nothing-spent': { en: 'Enter what it cost.', fr: 'Indiquez le coût.', at: 'amount' },
  'more-than-the-expenses': { en: 'That is more than is open of the expenses. Record the rest as a payment of the penalty.', fr: 'Cela dépasse les frais ouverts. Enregistrez le reste comme paiement de la sanction.', at: 'amount' },
  'expenses-reference-used': { en: 'A payment under this reference is recorded already.', fr: 'Un paiement sous cette référence est déjà enregistré.', at: 'reference' },
  'nothing-sold': { en: 'Nothing was sold that waits to be taken in, or it was taken in already.', fr: 'Aucune vente n’attend d’encaissement, ou il est déjà fait.' },
  'paid-before-the-sale': { en: 'That day is before the sale.', fr: 'Cette date précède la vente.', at: 'on' },
  'sold-by-the-same-person': { en: 'You recorded the sale, so another officer takes in what it brought.', fr: 'Vous avez enregistré la vente : un autre agent encaisse le produit.' },
  'shared-by-the-same-person': { en: 'You took in what the sale brought, so another officer pays it out.', fr: 'Vous avez encaissé le produit : un autre agent le verse.' },
  'more-than-that-part': { en: 'That is more than is left of that part.', fr: 'Cela dépasse le reste de cette part.', at: 'amount' },
  'paid-out-reference-used': { en: 'A payment under this reference is recorded already.', fr: 'Un versement sous cette référence est déjà enregistré.', at: 'reference' },
}

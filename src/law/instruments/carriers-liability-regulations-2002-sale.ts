import { saleClaims, type SaleClaim } from '../challenge.ts'
import { changedIn2023, regulation, regulations2023, regulationsAsMade, since2002 } from '../citing.ts'
import type { Provision } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { say } from '../words.ts'

export const saleNoticePeriod: Provision<{ days: number }> = {
  ...regulation('9'),
  says: say('Before a detained vehicle is sold, those with an interest are given this many days’ notice.', 'Avant la vente d’un véhicule retenu, les intéressés sont prévenus ce nombre de jours à l’avance.'),
  forms: since2002(regulationsAsMade, { days: 21 }),
}

export const saleNoticeContent: Provision<readonly Requirement[]> = {
  ...regulation('9', ', where it is given and what it says'),
  says: say('Where notice of a sale is given, and what it says.', 'Où l’avis de vente est donné, et ce qu’il indique.'),
  forms: since2002(regulationsAsMade, [
    { id: 'gazette', words: say('In the London Gazette, and in the Edinburgh or Belfast Gazette if it is held there', 'Dans la London Gazette, et dans celle d’Édimbourg ou de Belfast s’il y est retenu') },
    { id: 'newspaper', words: say('In a newspaper of the place', 'Dans un journal local') },
    { id: 'personal', words: say('To everyone addressed by the penalty notice, unless that is impracticable', 'À chaque destinataire de l’avis de sanction, sauf impossibilité') },
    { id: 'party', words: say('They have 21 days to ask to be made a party, and are then defendants', 'Ils ont 21 jours pour demander à être parties, et sont alors défendeurs') },
    { id: 'vehicle', words: say('Registration and its country, type and marks', 'Immatriculation et pays, type et marques') },
    { id: 'detention', words: say('The day of detention and the power it was held under', 'Le jour de la retenue et le pouvoir exercé') },
    { id: 'sum', words: say('The sum to be paid within 21 days', 'La somme à payer dans les 21 jours') },
  ]),
}

export const saleLapse: Provision<{ days: number }> = {
  ...regulation('11'),
  says: say('The power to sell lapses when it is not used within this many days.', 'Le pouvoir de vendre s’éteint s’il n’est pas exercé dans ce nombre de jours.'),
  forms: changedIn2023({ madeBy: regulationsAsMade, rule: { days: 60 } }, { madeBy: regulations2023('reg. 18(2)'), rule: { days: 80 } }),
}

export const saleAfterDefaultPeriod: Provision<{ days: number }> = {
  ...regulation('12'),
  says: say('A vehicle detained in default of payment may be sold after this many days.', 'Un véhicule retenu faute de paiement peut être vendu après ce nombre de jours.'),
  forms: since2002(regulationsAsMade, { days: 14 }),
}

export const proceedsOfSale: Provision<readonly SaleClaim[]> = {
  ...regulation('13'),
  says: say('What a sale brings goes in this order; what is left goes to those whose interests ended with it.', 'Le produit de la vente est affecté dans cet ordre ; le reste revient à ceux dont les droits ont pris fin.'),
  forms: since2002(regulationsAsMade, saleClaims),
}

/** Days after sending on which a notice of sale is taken to have been received. */
export const deemedReceiptOfSaleNotice: Provision<{ postInUkDays: number; postDays: number; faxDays: number; emailDays: number | null }> = {
  ...regulation('14', '(1)'),
  says: say('A notice of sale is taken to be received this many days after it was sent.', 'Un avis de vente est réputé reçu ce nombre de jours après son envoi.'),
  forms: changedIn2023<{ postInUkDays: number; postDays: number; faxDays: number; emailDays: number | null }>(
    { madeBy: regulationsAsMade, rule: { postInUkDays: 2, postDays: 4, faxDays: 0, emailDays: null } },
    { madeBy: regulations2023('reg. 17(6)'), rule: { postInUkDays: 2, postDays: 4, faxDays: 0, emailDays: 0 } },
  ),
}

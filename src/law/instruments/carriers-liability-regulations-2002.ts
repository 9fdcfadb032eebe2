import { pounds, type Pence } from '#values'
import { assessedPenaltiesFrom, beforeAssessedPenalties, beforeReform, frenchPortsFrom, lastDayBefore, reformedFrom } from '../eras.ts'
import type { Provision } from '../provision.ts'
import { say } from '../words.ts'

const regulation = (number: string, part = ''): { cite: string; url: string; standing: 'read' } => ({
  cite: `S.I. 2002/2817 reg. ${number}${part}`,
  url: `https://www.legislation.gov.uk/uksi/2002/2817/regulation/${number}`,
  standing: 'read',
})

const asMade = 'S.I. 2002/2817'
const untilReform = { from: assessedPenaltiesFrom, to: lastDayBefore(reformedFrom) } as const

/** The most one responsible person can be asked for, and the most for all of them together. */
export interface Maximum {
  readonly perPerson: Pence
  readonly aggregate: Pence
}

/** For each entrant, and each person concealed with one. */
export const maximumForCarrying: Provision<Maximum> = {
  ...regulation('3'),
  unit: 'pence',
  says: say('The most that may be asked for each entrant: of one responsible person, and of all of them together.', 'Le plus qui puisse être demandé par entrant : à une personne responsable, et à toutes ensemble.'),
  forms: [
    beforeAssessedPenalties,
    { ...untilReform, madeBy: asMade, rule: { perPerson: pounds(2_000), aggregate: pounds(4_000) } },
    { from: reformedFrom, madeBy: 'S.I. 2023/29 reg. 10', rule: { perPerson: pounds(10_000), aggregate: pounds(20_000) } },
  ],
}

/** For each arrival of the vehicle. */
export const maximumForNotSecuring: Provision<Maximum> = {
  ...regulation('2F'),
  unit: 'pence',
  says: say('The most that may be asked for a vehicle not secured: of one responsible person, and of all of them together.', 'Le plus qui puisse être demandé pour un véhicule non sécurisé : à une personne responsable, et à toutes ensemble.'),
  forms: [beforeReform, { from: reformedFrom, madeBy: 'S.I. 2023/29 reg. 9', rule: { perPerson: pounds(6_000), aggregate: pounds(12_000) } }],
}

/** Places in France where UK immigration control is operated, as officers and documents write them. */
export const controlZones: Provision<readonly string[]> = {
  ...regulation('5'),
  says: say('The places in France where UK immigration control counts as immigration control.', 'Les lieux en France où le contrôle britannique vaut contrôle d’immigration.'),
  forms: [
    beforeAssessedPenalties,
    { from: assessedPenaltiesFrom, to: lastDayBefore(frenchPortsFrom), madeBy: asMade, rule: ['coquelles'] },
    { from: frenchPortsFrom, madeBy: 'S.I. 2004/244 reg. 2', rule: ['coquelles', 'calais', 'dunkerque', 'dunkirk', 'boulogne'] },
  ],
}

/** Counted beginning with the day the person became responsible, so that day is day 1. */
export const issuePeriod: Provision<{ days: number }> = {
  ...regulation('3F'),
  says: say('The notice is issued within this many days, beginning with the day the person became responsible.', 'L’avis est émis dans ce nombre de jours, à compter du jour même où la personne est devenue responsable.'),
  forms: [beforeReform, { from: reformedFrom, madeBy: 'S.I. 2023/29 reg. 16', rule: { days: 180 } }],
}

export const paymentPeriod: Provision<{ days: number }> = {
  ...regulation('4', '(1)'),
  says: say('The penalty is paid within this many days of the issue of the notice.', 'La sanction est payée dans ce nombre de jours à compter de l’émission de l’avis.'),
  forms: [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy: asMade, rule: { days: 60 } }],
}

/** Time while an objection is held and its decision not yet told is left out of the 60 days. */
export const paymentPause: Provision<{ pausesWhileObjectionHeld: true }> = {
  ...regulation('4', '(2)'),
  says: say('The days from the receipt of an objection until its decision is told are left out of the time to pay.', 'Les jours entre la réception d’une contestation et l’annonce de la décision ne comptent pas dans le délai de paiement.'),
  forms: [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy: asMade, rule: { pausesWhileObjectionHeld: true } }],
}

export const objectionPeriod: Provision<{ days: number }> = {
  ...regulation('6'),
  says: say('An objection is given within this many days of the issue of the notice.', 'La contestation est présentée dans ce nombre de jours à compter de l’émission de l’avis.'),
  forms: [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy: asMade, rule: { days: 28 } }],
}

/** From the issue of the notice, not from the receipt of the objection. */
export const decisionPeriod: Provision<{ days: number }> = {
  ...regulation('7'),
  says: say('The objector is told the decision within this many days of the issue of the notice, not of the objection.', 'L’auteur de la contestation est informé de la décision dans ce nombre de jours à compter de l’avis, non de la contestation.'),
  forms: [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy: asMade, rule: { days: 70 } }],
}

/** A notice fixed to a conspicuous part of a detached trailer counts as issued to those responsible. */
export const noticeFixedToTrailer: Provision<{ countsAsIssued: true }> = {
  ...regulation('8'),
  says: say('A notice fixed to a conspicuous part of a detached trailer counts as issued to those responsible.', 'Un avis apposé bien en vue sur une remorque dételée vaut émission aux personnes responsables.'),
  forms: [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy: asMade, rule: { countsAsIssued: true } }],
}

export const saleNoticePeriod: Provision<{ days: number }> = {
  ...regulation('9'),
  says: say('Before a detained vehicle is sold, those with an interest are given this many days’ notice.', 'Avant la vente d’un véhicule retenu, les intéressés sont prévenus ce nombre de jours à l’avance.'),
  forms: [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy: asMade, rule: { days: 21 } }],
}

export const saleLapse: Provision<{ days: number }> = {
  ...regulation('11'),
  says: say('The power to sell lapses when it is not used within this many days.', 'Le pouvoir de vendre s’éteint s’il n’est pas exercé dans ce nombre de jours.'),
  forms: [
    beforeAssessedPenalties,
    { ...untilReform, madeBy: asMade, rule: { days: 60 } },
    { from: reformedFrom, madeBy: 'S.I. 2023/29 reg. 18(2)', rule: { days: 80 } },
  ],
}

export const saleAfterDefaultPeriod: Provision<{ days: number }> = {
  ...regulation('12'),
  says: say('A vehicle detained in default of payment may be sold after this many days.', 'Un véhicule retenu faute de paiement peut être vendu après ce nombre de jours.'),
  forms: [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy: asMade, rule: { days: 14 } }],
}

/** Days after sending on which a document served outside the United Kingdom is taken to have been received. */
export const deemedReceiptAbroad: Provision<{ postDays: number; faxDays: number; emailDays: number | null }> = {
  ...regulation('14', '(2)'),
  says: say('A document served abroad is taken to be received this many days after it was sent.', 'Un document notifié à l’étranger est réputé reçu ce nombre de jours après son envoi.'),
  forms: [
    beforeAssessedPenalties,
    { ...untilReform, madeBy: asMade, rule: { postDays: 4, faxDays: 0, emailDays: null } },
    { from: reformedFrom, madeBy: 'S.I. 2023/29 reg. 17(6)', rule: { postDays: 4, faxDays: 0, emailDays: 0 } },
  ],
}

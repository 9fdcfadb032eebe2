import { pounds, type Pence } from '#values'
import { changedIn2023, regulation, regulations2023, regulationsAsMade, since2002, since2023 } from '../citing.ts'
import { assessedPenaltiesFrom, beforeAssessedPenalties, frenchPortsFrom, lastDayBefore } from '../eras.ts'
import type { Provision } from '../provision.ts'
import { say } from '../words.ts'

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
  forms: changedIn2023({ madeBy: regulationsAsMade, rule: { perPerson: pounds(2_000), aggregate: pounds(4_000) } }, { madeBy: regulations2023('reg. 10'), rule: { perPerson: pounds(10_000), aggregate: pounds(20_000) } }),
}

/** For each arrival of the vehicle. */
export const maximumForNotSecuring: Provision<Maximum> = {
  ...regulation('2F'),
  unit: 'pence',
  says: say('The most that may be asked for a vehicle not secured: of one responsible person, and of all of them together.', 'Le plus qui puisse être demandé pour un véhicule non sécurisé : à une personne responsable, et à toutes ensemble.'),
  forms: since2023(regulations2023('reg. 9'), { perPerson: pounds(6_000), aggregate: pounds(12_000) }),
}

/** Places in France where UK immigration control is operated, as officers and documents write them. */
export const controlZones: Provision<readonly string[]> = {
  ...regulation('5'),
  says: say('The places in France where UK immigration control counts as immigration control.', 'Les lieux en France où le contrôle britannique vaut contrôle d’immigration.'),
  forms: [
    beforeAssessedPenalties,
    { from: assessedPenaltiesFrom, to: lastDayBefore(frenchPortsFrom), madeBy: regulationsAsMade, rule: ['coquelles'] },
    { from: frenchPortsFrom, madeBy: 'S.I. 2004/244 reg. 2', rule: ['coquelles', 'calais', 'dunkerque', 'dunkirk', 'boulogne'] },
  ],
}

/** Counted beginning with the day the person became responsible, so that day is day 1. */
export const issuePeriod: Provision<{ days: number }> = {
  ...regulation('3F'),
  says: say('The notice is issued within this many days, beginning with the day the person became responsible.', 'L’avis est émis dans ce nombre de jours, à compter du jour même où la personne est devenue responsable.'),
  forms: since2023(regulations2023('reg. 16'), { days: 180 }),
}

export const paymentPeriod: Provision<{ days: number }> = {
  ...regulation('4', '(1)'),
  says: say('The penalty is paid within this many days of the issue of the notice.', 'La sanction est payée dans ce nombre de jours à compter de l’émission de l’avis.'),
  forms: since2002(regulationsAsMade, { days: 60 }),
}

/** Time while an objection is held and its decision not yet told is left out of the 60 days. */
export const paymentPause: Provision<{ pausesWhileObjectionHeld: true }> = {
  ...regulation('4', '(2)'),
  says: say('The days from the receipt of an objection until its decision is told are left out of the time to pay.', 'Les jours entre la réception d’une objection et l’annonce de la décision ne comptent pas dans le délai de paiement.'),
  forms: since2002(regulationsAsMade, { pausesWhileObjectionHeld: true }),
}

export const objectionPeriod: Provision<{ days: number }> = {
  ...regulation('6'),
  says: say('An objection is given within this many days of the issue of the notice.', 'L’objection est présentée dans ce nombre de jours à compter de l’émission de l’avis.'),
  forms: since2002(regulationsAsMade, { days: 28 }),
}

/** From the issue of the notice, not from the receipt of the objection. */
export const decisionPeriod: Provision<{ days: number }> = {
  ...regulation('7'),
  says: say('The objector is told the decision within this many days of the issue of the notice, not of the objection.', 'L’opposant est informé de la décision dans ce nombre de jours à compter de l’avis, non de l’objection.'),
  forms: since2002(regulationsAsMade, { days: 70 }),
}

/** A notice fixed to a conspicuous part of a detached trailer counts as issued to those responsible. */
export const noticeFixedToTrailer: Provision<{ countsAsIssued: true }> = {
  ...regulation('8'),
  says: say('A notice fixed to a conspicuous part of a detached trailer counts as issued to those responsible.', 'Un avis apposé bien en vue sur une remorque dételée vaut émission aux personnes responsables.'),
  forms: since2002(regulationsAsMade, { countsAsIssued: true }),
}

/** The regulation does not say how somebody is informed. The other reading, the day of regulation 14(2), stands beside it (point P2). */
export const objectorIsInformed: Provision<{ informedOn: 'day-of-the-letter' }> = {
  ...regulation('4', '(2), the day the objector is informed'),
  standing: 'derived',
  says: say('An objector is informed of the decision on the day that its letter bears.', 'L’opposant est informé de la décision le jour que porte la lettre.'),
  forms: since2002(regulationsAsMade, { informedOn: 'day-of-the-letter' }),
}

/** Days after sending on which a document served outside the United Kingdom is taken to have been received. */
export const deemedReceiptAbroad: Provision<{ postDays: number; faxDays: number; emailDays: number | null }> = {
  ...regulation('14', '(2)'),
  says: say('A document served abroad is taken to be received this many days after it was sent.', 'Un document notifié à l’étranger est réputé reçu ce nombre de jours après son envoi.'),
  forms: changedIn2023({ madeBy: regulationsAsMade, rule: { postDays: 4, faxDays: 0, emailDays: null } }, { madeBy: regulations2023('reg. 17(6)'), rule: { postDays: 4, faxDays: 0, emailDays: 0 } }),
}

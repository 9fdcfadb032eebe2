import { firstDayHeld, lastDayBefore, practiceChangedFrom, reformedFrom, beforeReform } from '../eras.ts'
import type { Provision } from '../provision.ts'
import { say } from '../words.ts'

const url = 'https://www.gov.uk/government/publications/civil-penalty-accreditation-scheme/civil-penalty-accreditation-scheme'

/** DSC-1: membership on the day of the incident, under both sections. */
export const accreditationDiscount: Provision<{ percent: number }> = {
  cite: 'Civil Penalty Accreditation Scheme guidance, benefits of membership',
  url,
  standing: 'read',
  says: say('A member of the accreditation scheme at the incident has this much taken off the starting point.', 'Un membre du dispositif d’agrément lors de l’incident bénéficie de cette réduction sur le montant de départ.'),
  forms: [beforeReform, { from: reformedFrom, madeBy: 'guidance of 3 May 2023', rule: { percent: 50 } }],
}

/** DSC-5: whether a driver employed by a member shares in the member's discount. */
export const accreditationReachesEmployedDrivers: Provision<{ reaches: boolean }> = {
  cite: 'Civil Penalty Accreditation Scheme guidance, updated 1 January 2026, drivers employed by a member',
  url,
  standing: 'read',
  says: say('Whether a driver employed by a member shares in the member’s reduction.', 'Si un conducteur salarié d’un membre bénéficie de la réduction du membre.'),
  forms: [
    { from: firstDayHeld, to: lastDayBefore(practiceChangedFrom), madeBy: 'guidance of 3 May 2023', rule: { reaches: false } },
    { from: practiceChangedFrom, madeBy: 'guidance updated 1 January 2026', rule: { reaches: true } },
  ],
}

/** Reported to put a membership under review: three or more in twelve months. */
export const membershipReview: Provision<{ detections: number; unsecured: number; months: number }> = {
  cite: 'Civil Penalty Accreditation Scheme, review of membership',
  url: 'https://transportnews.co.uk/2026/01/28/stowaway-fines-slashed-to-zero-for-cecps-compliant-hauliers',
  standing: 'reported',
  says: say('How many detections, or unsecured vehicles, in how many months put a membership under review.', 'Combien de découvertes, ou de véhicules non sécurisés, en combien de mois entraînent l’examen d’un agrément.'),
  forms: [
    { from: firstDayHeld, to: lastDayBefore(practiceChangedFrom), madeBy: 'no trigger known', rule: null },
    { from: practiceChangedFrom, madeBy: 'practice reported in January 2026', rule: { detections: 3, unsecured: 3, months: 12 } },
  ],
}

/** Told by the scheme of 2015. Amounts before the reform are not computed, so a person weighs it. */
export const membersBeforeReform: Provision<{ notFinedAs: readonly ['owner', 'hirer'] }> = {
  cite: 'Civil Penalty Accreditation Scheme guidance, 2015',
  url,
  standing: 'read',
  says: say('Until the reform a member operating in line with the scheme was not fined as owner or hirer, but answered for its driver’s penalty.', 'Jusqu’à la réforme, un membre respectant le dispositif n’était pas sanctionné comme propriétaire ou locataire, mais répondait de la sanction de son conducteur.'),
  forms: [
    { from: firstDayHeld, to: lastDayBefore(reformedFrom), madeBy: 'guidance updated 20 July 2015', rule: { notFinedAs: ['owner', 'hirer'] } },
    { from: reformedFrom, madeBy: 'replaced by a reduction', rule: null },
  ],
}

import { firstDayHeld, lastDayBefore, practiceChangedFrom } from '../eras.ts'
import type { Provision } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { say } from '../words.ts'

/**
 * Reported from January 2026: penalties taken to nil on full compliance, case by case. No code, order or regulations were found,
 * so the arithmetic stays and a person is asked to look (point C5).
 */
export const fullComplianceReview: Provision<{ review: boolean }> = {
  cite: 'Home Office practice reported from 1 January 2026 on full compliance',
  url: 'https://motortransport.co.uk/industry-news/fines-slashed-to-zero-for-compliant-hauliers-found-to-be-carrying-stowaways-in-trucks/89187.article',
  standing: 'reported',
  says: say('From 2026 a decider is reported to look at whether full compliance brings the penalty to nothing.', 'Depuis 2026, il est rapporté que le décideur examine si la conformité totale réduit la sanction à néant.'),
  forms: [
    { from: firstDayHeld, to: lastDayBefore(practiceChangedFrom), madeBy: 'no such practice', rule: { review: false } },
    { from: practiceChangedFrom, madeBy: 'practice reported from January 2026', rule: { review: true } },
  ],
}

/**
 * Managers and policy staff told the inspectors that a driver who reports people in the vehicle should not be fined, and that no
 * guidance says so. Until guidance is published it is met by a reason of its own against whoever reported, at every decision made here.
 */
export const selfReportPosition: Provision<{ needsReasonOfItsOwn: true }> = {
  cite: 'ICIBI, inspection of clandestine entrants (2025), drivers who report people in their vehicle',
  url: 'https://www.gov.uk/government/publications/response-to-an-inspection-report-on-clandestine-entrants-to-the-uk',
  standing: 'reported',
  says: say('A driver who reported the people in the vehicle is not penalised without a reason of its own.', 'Un conducteur qui a signalé les personnes à bord n’est pas sanctionné sans un motif propre.'),
  forms: [{ from: firstDayHeld, madeBy: 'position reported by the inspectors, applied to every decision made here', rule: { needsReasonOfItsOwn: true } }],
}

export const decidedBySeniorOfficer: Provision<{ rank: 'senior-officer' }> = {
  cite: 'Home Office practice, who decides a penalty',
  url: 'https://www.gov.uk/government/publications/clandestine-entrant-civil-penalty-scheme',
  standing: 'reported',
  says: say('A senior officer decides whether to penalise, and how much, with regard to the code.', 'Un officier supérieur décide s’il y a lieu de sanctionner, et de combien, au regard du code.'),
  forms: [{ from: firstDayHeld, madeBy: 'official guidance as reported', rule: { rank: 'senior-officer' } }],
}

/** Told by older official pages and by lawyers of carriers. Neither the Act nor the regulations ask for it. */
export const heardBeforePenalty: Provision<readonly Requirement[]> = {
  cite: 'Home Office practice, who is heard before a decision',
  url: 'https://backhousejones.co.uk/penalties-for-carrying-clandestine-entrants',
  standing: 'reported',
  says: say('Before anybody decides, those responsible may say what happened.', 'Avant toute décision, les responsables peuvent dire ce qui s’est passé.'),
  forms: [{
    from: firstDayHeld,
    madeBy: 'practice as reported',
    rule: [
      { id: 'interview', words: say('At the control an officer may ask the driver what happened. The driver need not answer.', 'Au contrôle, un agent peut demander au conducteur ce qui s’est passé. Le conducteur n’est pas tenu de répondre.') },
      { id: 'papers', words: say('The checklist, the written instructions and photographs are looked at there.', 'La liste de contrôle, les consignes écrites et des photographies y sont examinées.') },
      { id: 'letter', words: say('A letter then asks driver and company about the incident and about how they keep vehicles secure: the first chance to be heard.', 'Une lettre interroge ensuite le conducteur et l’entreprise sur l’incident et sur leurs mesures de sécurité : la première occasion d’être entendu.') },
    ],
  }],
}

/** Neither the Act nor the regulations give any; a judgment is another matter, with interest of its own. */
export const noInterest: Provision<{ none: true }> = {
  cite: 'Immigration and Asylum Act 1999 Part II, interest and discounts for paying early',
  url: 'https://www.legislation.gov.uk/ukpga/1999/33/part/II',
  standing: 'derived',
  says: say('A penalty bears no interest and has no discount for paying early. Interest may follow once a court has given judgment for the debt.', 'Une sanction ne porte pas intérêt et n’offre aucune remise pour paiement anticipé. Des intérêts peuvent courir après un jugement sur la dette.'),
  forms: [{ from: firstDayHeld, madeBy: 'no such rule found', rule: { none: true } }],
}

import { firstDayHeld, lastDayBefore, practiceChangedFrom } from '../eras.ts'
import type { Provision } from '../provision.ts'
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

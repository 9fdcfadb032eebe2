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

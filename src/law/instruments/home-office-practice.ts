import { firstDayHeld, lastDayBefore, practiceChangedFrom } from '../eras.ts'
import type { Provision } from '../provision.ts'

/**
 * Reported from January 2026: penalties taken to nil on full compliance, case by case. No code, order or regulations were found,
 * so the arithmetic stays and a person is asked to look (point C5).
 */
export const fullComplianceReview: Provision<{ review: boolean }> = {
  cite: 'Home Office practice reported from 1 January 2026 on full compliance',
  url: 'https://motortransport.co.uk/industry-news/fines-slashed-to-zero-for-compliant-hauliers-found-to-be-carrying-stowaways-in-trucks/89187.article',
  standing: 'reported',
  forms: [
    { from: firstDayHeld, to: lastDayBefore(practiceChangedFrom), madeBy: 'no such practice', rule: { review: false } },
    { from: practiceChangedFrom, madeBy: 'practice reported from January 2026', rule: { review: true } },
  ],
}

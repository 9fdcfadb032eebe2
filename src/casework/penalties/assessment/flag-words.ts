import type { Flag } from '#law'

/** What each flag asks of the person who decides. */
export const flagWords: Readonly<Record<Flag, string>> = {
  PRE_2023_BOUNDS: 'The incident was before 13 February 2023. Only the bounds of that law are held, so no figure is computed.',
  STRADDLES_COMMENCEMENT: 'The journey began under one law and the incident happened under another. Check which applies.',
  PLACE_NOT_IN_CONTROL_ZONE: 'The place is not one of the control zones. Check that the find was within the scheme.',
  AGGREGATE_CAP: 'Together the amounts are above the statutory aggregate. Each share is shown uncut and cut in proportion; how to share the cut is yours to decide.',
  TIER_CAP: 'Together the amounts are above twice the highest starting point. That tier is read as a warning, not as a cap.',
  TWO_DISCOUNTS: 'Two 50% discounts apply to one person. The code can be read two ways on how they combine.',
  FULL_COMPLIANCE_REVIEW: 'Somebody is found to have complied fully. Since 2026 that may lead to nil: consider both readings, with reasons.',
  PRIOR_OTHER_SECTION: 'There is an earlier penalty under the other section. Whether it raises the starting point is not settled.',
  PRIOR_BEFORE_2023: 'An earlier penalty was issued before 13 February 2023. Whether it counts is not settled.',
  PRIOR_CHALLENGED: 'An earlier penalty is under objection or appeal. It is left out until it is final.',
  PRIOR_ON_WINDOW_EDGE: 'An earlier penalty falls on the edge of the five years. Check its day.',
  INDIVIDUAL_MEANS_REVIEW: 'An individual’s means were assessed. Check the evidence: no formula is published.',
  BUSINESS_MEANS_EVIDENCE: 'The size of a business lowers the amount. Check the accounts that show it.',
  MEANS_ABOVE_LEVEL: 'The assessed means are above what remains, so they lower nothing.',
  JOINT_LIABILITY_NOT_LISTED: 'Somebody who answers jointly for the driver is not on the case.',
  EMPLOYED_DRIVER_BEFORE_2026: 'The driver is employed by a member, but accreditation reaches employed drivers only for incidents from 2026.',
}

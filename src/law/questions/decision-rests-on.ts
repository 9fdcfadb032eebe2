import type { Citation } from '#values'
import type { Section } from '../assessment.ts'
import { maximumForCarrying, maximumForNotSecuring } from '../instruments/carriers-liability-regulations-2002.ts'
import { amountWithinMaximum, barOnCarryingAfterSecuring, barOnSecuringAfterCarrying, failureToSecure, penaltyForEachEntrant } from '../instruments/immigration-and-asylum-act-1999.ts'
import { agreedDecisionTime, newNoticeForIncrease, outcomesOfAppeal, outcomesOfObjection } from '../instruments/immigration-and-asylum-act-1999-notices.ts'
import { citationOf } from '../provision.ts'

/** A power, not a duty: "may require". So no penalty is always lawfully open. */
export const powerToPenalise = (section: Section): Citation => citationOf(section === '32' ? penaltyForEachEntrant : failureToSecure)

/** What nobody may go above, for one person and for all of them together. */
export const maximumAsked = (section: Section): readonly Citation[] => (section === '32' ? [maximumForCarrying, amountWithinMaximum] : [maximumForNotSecuring]).map(citationOf)

/** Not both sections for the same circumstances. */
export const barOfOtherSection = (section: Section): Citation => citationOf(section === '32' ? barOnCarryingAfterSecuring : barOnSecuringAfterCarrying)

export const decisionOnObjection = citationOf(outcomesOfObjection)
export const increaseByNewNotice = citationOf(newNoticeForIncrease)
export const longerTimeAgreed = citationOf(agreedDecisionTime)
export const courtsPowers = citationOf(outcomesOfAppeal)

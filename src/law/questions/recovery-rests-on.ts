import type { Citation } from '#values'
import { saleAfterDefaultPeriod, saleLapse, saleNoticeContent, saleNoticePeriod, proceedsOfSale } from '../instruments/carriers-liability-regulations-2002-sale.ts'
import { noInterest } from '../instruments/home-office-practice.ts'
import {
  defaultDetentionLikeSecurity, defaultTie, detentionAsSecurity, detentionInDefault, detentionNeedsRisk, detentionStandsThoughIllFounded, detentionTie,
  freightMayBeRemoved, leaveToSell, noSaleWhileAppealOpen, releaseByCourt, releaseForOwner, releaseInDefault, salePeriod,
} from '../instruments/immigration-and-asylum-act-1999-detention.ts'
import { notQuestionedInRecovery, recoverableAsDebt } from '../instruments/immigration-and-asylum-act-1999-notices.ts'
import { citationOf } from '../provision.ts'

/** What each step to recover a debt rests on; reminders and letters are practice, and rest on no provision. */
const provisions = {
  'county-court-claim': [recoverableAsDebt, notQuestionedInRecovery],
  'judgment': [noInterest],
  'detention-36': [detentionAsSecurity, detentionNeedsRisk, detentionTie, freightMayBeRemoved, detentionStandsThoughIllFounded],
  'detention-36a': [detentionInDefault, defaultTie, defaultDetentionLikeSecurity],
  'release': [releaseByCourt, releaseForOwner, releaseInDefault],
  'sale-notice': [saleNoticePeriod, saleNoticeContent],
  'leave-to-sell': [leaveToSell, noSaleWhileAppealOpen],
  'sale': [salePeriod, saleAfterDefaultPeriod, saleLapse, noSaleWhileAppealOpen, proceedsOfSale],
} as const

export type RecoveryStep = keyof typeof provisions

export function recoveryRestsOn(step: string): readonly Citation[] {
  return step in provisions ? provisions[step as RecoveryStep].map((provision) => citationOf(provision)) : []
}

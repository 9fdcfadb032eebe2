import { isRecoverable, mayDetainAsSecurity, mayDetainInDefault, type DetentionPower, type Judged } from '#law'
import type { CalendarDate, Pence } from '#values'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { lastDayFor } from '../deadline/last-day-for.ts'
import type { Penalty } from '../penalty/penalty.ts'
import type { Standstill } from '../recovery/standstill.ts'
import type { Detention } from './detention.ts'
import type { DriverTies } from './driver-ties.ts'

/** A penalty with a notice, and all that decides whether a vehicle may be held for it. */
export interface SecuredDebt {
  readonly penalty: Penalty
  /** Whose it is, in which capacity. */
  readonly whose: string
  readonly owedPence: Pence
  readonly standstills: readonly Standstill[]
  readonly ties: DriverTies
  /** An appeal is pending or can still be brought, on the longest reading of its time. */
  readonly appealOpen: boolean
}

export interface DetentionFacts {
  readonly found: PenaltyCase
  readonly debts: readonly SecuredDebt[]
  /** Every detention of the case, past and present. */
  readonly detentions: readonly Detention[]
  readonly hasOwnerWithoutNotice: boolean
  readonly today: CalendarDate
}

/** What only the officer who detains can say. */
export interface SaidByOfficer {
  readonly bySeniorOfficer: boolean
  readonly riskOfNonPayment: boolean
  readonly securityGiven: boolean
  readonly usedInBusiness: boolean
}

/** With this every condition that is left is one of the file. */
export const saidInFull: SaidByOfficer = { bySeniorOfficer: true, riskOfNonPayment: true, securityGiven: false, usedInBusiness: true }

export function mayDetainFor(power: DetentionPower, { penalty, owedPence, ties, appealOpen }: SecuredDebt, said: SaidByOfficer, today: CalendarDate): Judged {
  const conductOn = penalty.responsibleOn
  if (power === '36') return mayDetainAsSecurity({ ...said, conductOn, noticeIssued: penalty.notices.length > 0, tie: ties['36'] })
  const isUnpaid = owedPence > 0 && isRecoverable(lastDayFor('pay', penalty).day, today).value
  return mayDetainInDefault({ conductOn, isUnpaid, usedInBusiness: said.usedInBusiness, tie: ties['36A'], appealOpen })
}

/** What stands in the way of holding a vehicle for this debt, in sentences: what the law asks and is not so, and what the office asks besides. */
export function againstDetaining(power: DetentionPower, debt: SecuredDebt, { detentions, today }: DetentionFacts): readonly string[] {
  const unmet = mayDetainFor(power, debt, saidInFull, today).conditions.filter(({ isMet }) => !isMet).map(({ text, cite }) => `Not met: ${text} (${cite})`)
  const isHeldFor = detentions.some(({ stage, penaltyIds }) => stage === 'held' && penaltyIds.includes(debt.penalty.id))
  return [
    ...(debt.owedPence > 0 ? [] : ['Nothing is owed.']),
    ...debt.standstills.map(({ text }) => text),
    ...(isHeldFor ? ['A vehicle is held for it already.'] : []),
    ...unmet,
  ]
}

/** The debts for which a vehicle could be held under that power, and for each of the others whose it is and what stands in its way. */
export function debtsToHoldFor(power: DetentionPower, facts: DetentionFacts): { readonly open: readonly SecuredDebt[]; readonly against: readonly string[] } {
  if (facts.debts.length === 0) return { open: [], against: ['No notice was issued in this case.'] }
  const debts = facts.debts.map((debt) => ({ debt, reasons: againstDetaining(power, debt, facts) }))
  return {
    open: debts.filter(({ reasons }) => reasons.length === 0).map(({ debt }) => debt),
    against: debts.filter(({ reasons }) => reasons.length > 0).map(({ debt, reasons }) => `${debt.whose}: ${reasons.join(' ')}`),
  }
}

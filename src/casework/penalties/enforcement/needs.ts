import { accruesInterest, isRecoverable, type Answer } from '#law'
import { dayOf, daysAfter, isAfter, type CalendarDate, type Citation, type Pence } from '#values'
import type { Appeal } from '../appeal/appeal.ts'
import { mayStillAppeal } from '../appeal/may-still-appeal.ts'
import { lastDayFor } from '../deadline/last-day-for.ts'
import type { Penalty } from '../penalty/penalty.ts'
import type { Standstill } from '../recovery/standstill.ts'
import { isSamePlace } from '../returned-mail/follow-return.ts'
import type { CaseLetters } from '../returned-mail/letter-actions.ts'
import { lastOutcome, type Destination } from '../service/dispatch.ts'
import type { EnforcementStep } from './enforcement-step.ts'
import { stepOf, type Need, type StepCode, type StepDefinition } from './steps.ts'

/** All that the steps are judged by. */
export interface EnforcementFacts {
  readonly penalty: Penalty
  readonly owedPence: Pence
  readonly standstills: readonly Standstill[]
  readonly appeals: readonly Appeal[]
  /** What was done so far, oldest first. */
  readonly taken: readonly EnforcementStep[]
  /** Where letters about this penalty go now, and what became of those that went. */
  readonly to: Pick<Destination, 'lines' | 'country'>
  readonly letters: Pick<CaseLetters, 'dispatches' | 'returns'>
  /** Another case of the same person has a newer and different address. */
  readonly newerAddressIn: string | null
  /** An account is set that a letter can say to pay to. */
  readonly hasAccount: boolean
  readonly today: CalendarDate
}

/** What stands in the way of a step, in the order in which it is asked. */
export function missingFor({ needs }: Pick<StepDefinition, 'needs'>, facts: EnforcementFacts): readonly Need[] {
  return needs.filter((need) => !isMet[need](facts))
}

const isMet: Readonly<Record<Need, (facts: EnforcementFacts) => boolean>> = {
  'owed': ({ owedPence }) => owedPence > 0,
  'not-held': ({ standstills }) => standstills.length === 0,
  'time-to-pay-over': (facts) => recoverable(facts).value,
  'no-appeal-possible': ({ penalty, appeals, today }) => !mayStillAppeal(penalty, appeals, today),
  'address-sure': ({ newerAddressIn }) => newerAddressIn === null,
  'account-set': ({ hasAccount }) => hasAccount,
  'reminder-served': (facts) => hasBeenServed('reminder', facts),
  'letter-before-action-served': (facts) => hasBeenServed('letter-before-action', facts),
  'claim-made': ({ taken }) => latest(taken, 'county-court-claim') !== undefined,
  'judgment': ({ taken }) => latest(taken, 'judgment') !== undefined,
}

function recoverable({ penalty, today }: EnforcementFacts): Answer<boolean> {
  return isRecoverable(lastDayFor('pay', penalty).day, today)
}

/** The provisions a step rests on; reminders and letters are practice, and rest on none. */
export function restsOn(code: StepCode, facts: EnforcementFacts): readonly Citation[] {
  if (code === 'county-court-claim') return recoverable(facts).under
  return code === 'judgment' ? interestOn(facts).under : []
}

/** Whether anything accrues on the debt: not before a judgment, and then by its order. */
export function interestOn({ taken, today }: Pick<EnforcementFacts, 'taken' | 'today'>): Answer<boolean> {
  return accruesInterest((latest(taken, 'judgment')?.answers['judgedOn'] ?? null) as CalendarDate | null, today)
}

/** Proved to have arrived, at the address that is still theirs, and the time it gave has run. */
function hasBeenServed(code: StepCode, facts: EnforcementFacts): boolean {
  const { documentId } = latest(facts.taken, code) ?? { documentId: null }
  const served = documentId === null ? undefined : arrivedOn(documentId, facts)
  return served !== undefined && isAfter(facts.today, daysAfter(stepOf(code).letterDays ?? 0, served))
}

/** The first day on which the letter, or a covering letter with it inside, was in somebody’s hands or at their address; a mailbox that took it is nobody. */
function arrivedOn(documentId: string, { letters, to }: Pick<EnforcementFacts, 'letters' | 'to'>): CalendarDate | undefined {
  const carriers = letters.returns.reduce((carried, returned) => (carried.has(returned.documentId) ? carried.add(returned.settled?.documentId ?? null) : carried), new Set<string | null>([documentId]))
  const days = letters.dispatches.flatMap((dispatch) => {
    const last = lastOutcome(dispatch)
    const counts = carriers.has(dispatch.documentId) && dispatch.stage === 'delivered' && last?.code !== 'mailbox-accepted' && isSamePlace(dispatch.to, to)
    return counts && last !== undefined ? [dayOf(last.at)] : []
  })
  return days.toSorted()[0]
}

function latest(taken: readonly EnforcementStep[], code: StepCode): EnforcementStep | undefined {
  return taken.findLast((step) => step.code === code)
}

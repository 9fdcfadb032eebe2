import { inPounds, isAfter, type CalendarDate, type Pence, type Role } from '#values'
import { aheadOf, isOpen, type Appeal } from '../appeal/appeal.ts'
import { diaryKindWords, partyWords } from '../appeal/appeal-words.ts'
import { barredFrom } from '../assessment/barred-from.ts'
import { currentClock } from '../deadline/current-clock.ts'
import { clockToIssue } from '../deadline/last-day-to-issue.ts'
import { mayStillObject } from '../objection/may-still-object.ts'
import type { PlanStanding } from '../instalment/plan-standing.ts'
import { hasEnded, toProposeAgain, type PenaltyStanding } from '../penalty/penalty.ts'
import { nameOf, type Person } from '../person/person.ts'
import type { Standstill } from '../recovery/standstill.ts'
import { toConsider } from './find-correction.ts'
import { driverReported, type PenaltyCase } from './penalty-case.ts'
import { capacityWords } from './words.ts'

/** Something the case is waiting for: who may do it, by which day, and what they still lack. */
export interface RequiredAction {
  readonly code: string
  readonly text: string
  readonly who: readonly Role[]
  readonly by: CalendarDate | null
  readonly missing: readonly string[]
  /** The page on which it is done; null when somebody outside has to act. */
  readonly href: string | null
  /** The button's one word or two. */
  readonly act: string
  /** While it waits, the case does not close. */
  readonly keepsOpen?: true
}

/** One that another part of casework waits for: `more-actions.store.ts` gathers them. */
export interface ActionOfCase extends RequiredAction {
  readonly caseId: string
}

export interface CaseState {
  readonly found: PenaltyCase
  readonly persons: readonly Person[]
  readonly penalties: readonly PenaltyStanding[]
  readonly today: CalendarDate
  /** What the ledger says is still owed on each penalty. */
  readonly owed: ReadonlyMap<string, Pence>
  readonly appeals?: readonly Appeal[]
  /** Why nobody is chased today, for each penalty of which that is so. */
  readonly standstills?: ReadonlyMap<string, readonly Standstill[]>
  /** How agreements to pay in instalments stand, by penalty. */
  readonly instalments?: ReadonlyMap<string, PlanStanding>
  /** What other parts of casework wait for in this case (`more-actions.store.ts`). */
  readonly more?: readonly RequiredAction[]
}

/** Banner, personal list and stuck list all ask this one function. A case without any action is stuck or closed. */
export function requiredActions(state: CaseState): readonly RequiredAction[] {
  const { found, penalties, more = [] } = state
  const corrections = considering(found)
  if (found.stage === 'closed') return [...corrections, ...more]
  const ofCase = penalties.length === 0 ? gathering(state) : proposingAgain(state)
  const ofPenalties = penalties.flatMap((penalty) => ofPenalty(penalty, state))
  return [...corrections, ...ofAppeals(state), ...ofCase, ...ofPenalties, ...more, ...closing(state)]
}

/** A find corrected after a decision changes nothing by itself, so somebody has to look. */
function considering({ id, corrections }: PenaltyCase): readonly RequiredAction[] {
  return toConsider(corrections).map((correction) => ({
    code: 'consider-correction', text: 'The find was corrected after the decision', who: ['caseworker', 'senior-officer'], by: null,
    missing: [], href: `/cases/${id}/corrections/${correction.id}`, act: 'Consider',
  }))
}

/** What the court wants next, or, where nothing is written down, the diary itself. */
function ofAppeals({ appeals = [] }: CaseState): readonly RequiredAction[] {
  return appeals.filter(isOpen).map((appeal) => {
    const [next] = aheadOf(appeal)
    const text = next === undefined ? `Appeal ${appeal.claimNumber}: nothing is in the court diary` : `Appeal ${appeal.claimNumber}: ${diaryKindWords[next.kind].toLowerCase()} (${partyWords[next.whose].toLowerCase()})`
    return { code: 'appeal', text, who: ['caseworker', 'senior-officer'], by: next?.on ?? null, missing: [], href: `/appeals/${appeal.id}`, act: 'Open' }
  })
}

function proposingAgain({ found, penalties }: CaseState): readonly RequiredAction[] {
  if (toProposeAgain(penalties).length === 0) return []
  const by = clockToIssue(found.regime, found.incident.occurredOn)?.lastDay ?? null
  return [{ code: 'propose-again', text: 'Propose the assessment again', who: ['caseworker'], by, missing: [], href: `/cases/${found.id}/assessment`, act: 'Propose' }]
}

function gathering({ found, persons }: CaseState): readonly RequiredAction[] {
  const by = clockToIssue(found.regime, found.incident.occurredOn)?.lastDay ?? null
  const caseworkers = ['caseworker'] as const
  if (persons.length === 0) {
    return [{ code: 'add-persons', text: 'Add the persons responsible', who: caseworkers, by, missing: [], href: `/cases/${found.id}/persons/new`, act: 'Add' }]
  }
  return [{ code: 'propose', text: 'Propose the assessment', who: caseworkers, by, missing: persons.flatMap(missingFacts), href: `/cases/${found.id}/assessment`, act: 'Propose' }]
}

/** Facts nobody has judged. The law reads each as "not shown", so a proposal can go ahead and the decider is told. */
export function missingFacts(person: Person): readonly string[] {
  const who = `${capacityWords[person.capacity].toLowerCase()}: `
  const { facts, identity } = person
  return [
    ...(facts.complied === null && facts.actions === undefined ? [`${who}whether the required actions were taken`] : []),
    ...(identity.company !== null && facts.businessSize === null ? [`${who}size of the business`] : []),
  ]
}

function ofPenalty(penalty: PenaltyStanding, { found, persons, penalties, owed, today, standstills, instalments }: CaseState): readonly RequiredAction[] {
  const person = persons.find(({ id }) => id === penalty.personId)
  const name = person === undefined ? '' : `${nameOf(person)} (${penalty.capacity})`
  const by = currentClock(penalty)?.lastDay ?? null
  const href = (page: string) => `/penalties/${penalty.id}${page}`
  const [plan, stopped] = [instalments?.get(penalty.id), standstills?.get(penalty.id) ?? []]
  const action = (code: string, text: string, rest: Pick<RequiredAction, 'who' | 'href' | 'act'> & { missing?: readonly string[] }): RequiredAction =>
    ({ code, text: `${text}: ${name}`, by, missing: [], ...rest })

  switch (penalty.stage) {
    case 'proposed':
      return [action('decide', barredFrom(penalty.section, penalties).includes(penalty.partyId) ? 'Decide no penalty, as one stands under the other section' : 'Decide', { who: ['senior-officer'], href: href('/decision'), act: 'Decide', missing: selfReportNote(penalty, found) })]
    case 'decided':
      return [action('issue-notice', 'Issue the notice', { who: ['caseworker', 'senior-officer'], href: href('/issue'), act: 'Read and issue' })]
    case 'objected':
      return penalty.objection?.standing === 'late'
        ? [action('judge-late', 'Accept or refuse the late objection', { who: ['senior-officer'], href: href('/late-objection'), act: 'Decide' })]
        : [action('determine', 'Determine the objection', { who: ['senior-officer'], href: href('/determination'), act: 'Determine' })]
    case 'issued':
    case 'determined':
      if (plan !== undefined && !stopped.some(({ cause }) => cause !== 'instalments')) return [ofPlan(action, plan, href('/instalments'))]
      if (stopped.length > 0) return [{ ...action('on-hold', 'Recovery is on hold: nobody is chased', { who: ['finance'], href: (owed.get(penalty.id) ?? 0) > 0 ? href('/payments/new') : null, act: 'Book a payment' }), by: null }]
      return [action('await-payment', by !== null && isAfter(today, by) ? 'Payment is overdue' : 'Payment is awaited', { who: ['finance'], href: (owed.get(penalty.id) ?? 0) > 0 ? href('/payments/new') : null, act: 'Book a payment' })]
    default:
      return []
  }
}

/** An agreement that is kept asks nothing of us; one that is not asks finance to write, and then to judge. */
function ofPlan(action: (code: string, text: string, rest: Pick<RequiredAction, 'who' | 'href' | 'act'>) => RequiredAction, { missed, nextLastDay, next }: PlanStanding, href: string): RequiredAction {
  if (missed !== undefined) return { ...action('instalment-missed', `An instalment of ${inPounds(missed.amountPence)} was missed`, { who: ['finance'], href, act: 'Open' }), by: null }
  const text = next === undefined ? 'Instalments are kept' : `Instalments are kept: ${inPounds(next.amountPence)} is next`
  return { ...action('instalments', text, { who: ['finance'], href, act: 'Open' }), by: nextLastDay }
}

function selfReportNote({ driverReported: reported }: PenaltyStanding, found: PenaltyCase): readonly string[] {
  return reported && driverReported(found) ? ['a reason why this driver, who raised the alarm, should be penalised at all'] : []
}

function closing({ found, penalties, today, appeals = [], more = [] }: CaseState): readonly RequiredAction[] {
  if (appeals.some(isOpen) || more.some(({ keepsOpen }) => keepsOpen)) return []
  const standing = penalties.filter(({ stage }) => stage !== 'withdrawn')
  if (standing.length === 0 || !standing.every(hasEnded) || toProposeAgain(penalties).length > 0) return []
  const waiting = penalties.some((penalty) => mayStillObject(penalty, today))
  return [{
    code: 'close', who: ['caseworker', 'senior-officer'], by: null, missing: [], act: 'Close',
    text: waiting ? 'The case closes once nobody can object any more' : 'Close the case: nothing is left to decide or to pay',
    href: waiting ? null : `/cases/${found.id}/close`,
  }]
}

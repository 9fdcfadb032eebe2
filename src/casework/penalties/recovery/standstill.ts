import { inPounds, type CalendarDate } from '#values'
import { isOpen, type Appeal } from '../appeal/appeal.ts'
import type { PlanStanding } from '../instalment/plan-standing.ts'
import type { PenaltyStanding } from '../penalty/penalty.ts'
import { stopsByLetters, type CaseLetters, type StopByLetter } from '../returned-mail/letter-actions.ts'
import { flagsThatStop, type Flag, type FlagKind } from '../flag/flag.ts'
import { holdKindWords, holdsOn, type HoldKind, type RecoveryHold } from './hold.ts'

export type StandstillCause = HoldKind | FlagKind | StopByLetter['cause'] | 'objection' | 'instalments'

/** Something because of which nobody is chased for this penalty now. */
export interface Standstill {
  readonly cause: StandstillCause
  readonly text: string
  /** The last day on which it stands still because of this; null while nobody knows. */
  readonly untilOn: CalendarDate | null
}

export interface StandstillFacts {
  readonly holds: readonly RecoveryHold[]
  readonly appeals: readonly Appeal[]
  readonly flags: readonly Flag[]
  readonly letters: CaseLetters
  /** How agreements to pay in instalments stand, by penalty. */
  readonly instalments: ReadonlyMap<string, PlanStanding>
  readonly today: CalendarDate
}

/** The one meaning of "on hold", for each of these penalties of which it is so: every reminder, every step of enforcement and every list asks this. */
export function standstillsAmong(penalties: readonly PenaltyStanding[], facts: StandstillFacts): ReadonlyMap<string, readonly Standstill[]> {
  const byLetters = stopsByLetters(facts.letters, penalties)
  const each = penalties.map((penalty) => [penalty.id, [...standstillsOf(penalty, facts), ...byLetters.filter(({ penaltyId }) => penaltyId === penalty.id).map(({ cause, text }) => ({ cause, text, untilOn: null }))]] as const)
  return new Map(each.filter(([, standstills]) => standstills.length > 0))
}

function standstillsOf(penalty: PenaltyStanding, { holds, appeals, flags, instalments, today }: Omit<StandstillFacts, 'letters'>): readonly Standstill[] {
  const plan = instalments.get(penalty.id)
  return [
    ...holds.filter((hold) => hold.penaltyId === penalty.id && holdsOn(hold, today)).map(({ kind, reasons, untilOn }) => ({ cause: kind, text: `${holdKindWords[kind]}: ${reasons}`, untilOn })),
    ...appeals.filter((appeal) => appeal.penaltyId === penalty.id && isOpen(appeal)).map(({ claimNumber }) => ({ cause: 'appeal' as const, text: `Appeal ${claimNumber} is open`, untilOn: null })),
    ...flagsThatStop(flags, penalty, today).map(({ kind, reasons, untilOn }) => ({ cause: kind, text: `Flag (${kind}): ${reasons}`, untilOn })),
    ...(penalty.stage === 'objected' ? [{ cause: 'objection' as const, text: 'An objection is held', untilOn: null }] : []),
    ...(plan?.isKept === true ? [{ cause: 'instalments' as const, text: keptWords(plan), untilOn: plan.nextLastDay }] : []),
  ]
}

function keptWords({ next }: PlanStanding): string {
  return next === undefined ? 'Instalments are kept' : `Instalments are kept; ${inPounds(next.amountPence)} is next`
}

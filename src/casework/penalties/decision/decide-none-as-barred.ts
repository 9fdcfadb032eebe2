import { barOfOtherSection, powerToPenalise } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { CalendarDate } from '#values'
import { barredFrom } from '../assessment/barred-from.ts'
import type { NoPenaltyDecided } from '../events.ts'
import type { Named, Penalty } from '../penalty/penalty.ts'
import { notOpenToDecide } from './decide-penalty.ts'

/** What is said to somebody who is not penalised a second time. */
export function whyBarred({ section }: Pick<Penalty, 'section'>): string {
  const other = section === '32' ? '31A' : '32'
  return `A penalty under section ${other} has been decided for this person in the same circumstances. ${barOfOtherSection(section).cite} allows no second penalty under section ${section}.`
}

/** Decides no penalty because this person already has one under the other section: one step, with its provision. */
export function decideNoneAsBarred(penalty: Penalty | undefined, others: readonly Penalty[], by: { readonly decidedBy: Named; readonly decidedOn: CalendarDate }): Decision<NoPenaltyDecided> {
  if (penalty === undefined) return refuse('no-such-penalty')
  if (!barredFrom(penalty.section, others).includes(penalty.partyId)) return refuse('not-barred')
  const reasons = whyBarred(penalty)
  const refusal = notOpenToDecide(penalty, { reasons, decidedBy: by.decidedBy })
  if (refusal !== undefined) return refusal
  return announce({ type: 'no-penalty-decided', reasons, readings: [], ...by, under: [powerToPenalise(penalty.section), barOfOtherSection(penalty.section)] })
}

import { announce, refuse, type Decision } from '#platform/decisions'
import { daysBetween, type By, type CalendarDate } from '#values'
import { retentionDaysMax, ruleDaysMax } from '../limits.ts'
import { markingsFor } from '../marking/marking.ts'
import type { Partner } from '../partner/partner.ts'
import type { NewRule, Rule, RuleAnswered, RuleProposed, Terms } from './rule.ts'

/** What a proposal is judged by. */
export interface ProposedIn {
  readonly partner: Pick<Partner, 'ring'>
  readonly today: CalendarDate
  /** Whether an administrator has allowed messages to go to this address. */
  readonly addressAllowed: boolean
  readonly another: 'waits' | 'none'
}

/** Proposes terms, which count for nothing until somebody else agrees. Sent twice with the same id, they are proposed once. */
export function proposeRule(rule: Rule | undefined, proposing: NewRule, { partner, today, addressAllowed, another }: ProposedIn): Decision<RuleProposed> {
  if (rule !== undefined) return announce()
  if (another === 'waits') return refuse('another-proposal-waits')
  const { terms } = proposing
  if (!addressAllowed) return refuse('address-not-allowed')
  if (terms.markings.some((marking) => !markingsFor(partner.ring).includes(marking))) return refuse('marking-never-for-this-partner')
  if (terms.kinds.length > 0 && terms.listIds.length === 0) return refuse('no-list-chosen')
  return refusedDays(terms, today) ?? announce({ type: 'rule-proposed', ...proposing })
}

function refusedDays({ validFrom, validTo, retentionDays }: Terms, today: CalendarDate): Decision<never> | undefined {
  if (validTo < validFrom || validTo < today) return refuse('rule-ends-before-it-begins')
  if (daysBetween(validFrom, validTo) > ruleDaysMax) return refuse('rule-runs-too-long')
  return retentionDays > retentionDaysMax ? refuse('kept-too-long') : undefined
}

/** The second person agrees, or not. Nobody answers a proposal of their own, and nobody brings an overtaken one into force. */
export function answerRule(rule: Rule | undefined, answer: 'approve' | 'refuse', { officerId, name, at }: By): Decision<RuleAnswered> {
  if (rule === undefined) return refuse('no-such-rule')
  if (rule.status !== 'proposed') return refuse('rule-answered-already')
  if (rule.proposedBy === officerId) return refuse('own-proposal')
  return announce({ type: answer === 'approve' ? 'rule-approved' : 'rule-refused', answeredBy: officerId, answeredByName: name, answeredAt: at })
}

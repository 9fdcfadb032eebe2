import type { Handling } from '#border/watchlists'
import type { CalendarDate, Instant, Port } from '#values'
import type { MarkingCode } from '../marking/marking.ts'
import type { Partner } from '../partner/partner.ts'
import type { Field, Kind } from '../record/record.ts'

/** All that two people agree to before a partner is told anything: why, what, to which address, and for how long. */
export interface Terms {
  readonly legalBasis: string
  /** Who answers at the partner, and how to reach them. */
  readonly contact: string
  /** The named person on our side who is told when the partner does not answer a withdrawal. */
  readonly escalateTo: string
  readonly address: string
  /** The public half of the partner's Ed25519 key, as the `x` of its JSON Web Key. */
  readonly publicKey: string
  readonly kinds: readonly Kind[]
  readonly listIds: readonly string[]
  readonly handlings: readonly Handling[]
  readonly ports: readonly Port[]
  readonly markings: readonly MarkingCode[]
  readonly fields: readonly Field[]
  /** Only hits that a person has confirmed on the picture. */
  readonly confirmedOnly: boolean
  /** Nothing that happened before this day, so that a new rule opens no archive. */
  readonly sinceOn: CalendarDate
  readonly retentionDays: number
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate
  /** What the partner may send us: its own entries, for a person to list, and what it has seen. */
  readonly accepts: readonly Kind[]
}

/** One version of what a partner may be told. A version is never changed: a narrower one is a new one. */
export interface Rule {
  readonly id: string
  readonly partnerId: string
  readonly version: number
  readonly terms: Terms
  readonly status: 'proposed' | 'approved' | 'refused'
  readonly proposedBy: string
  readonly proposedByName: string
  readonly proposedAt: Instant
  readonly answeredBy: string | null
  readonly answeredByName: string | null
  readonly answeredAt: Instant | null
}

export type NewRule = Omit<Rule, 'status' | 'answeredBy' | 'answeredByName' | 'answeredAt'>

export interface RuleProposed extends NewRule {
  readonly type: 'rule-proposed'
}

export interface RuleAnswered {
  readonly type: 'rule-approved' | 'rule-refused'
  readonly answeredBy: string
  readonly answeredByName: string
  readonly answeredAt: Instant
}

export type RuleEvent = RuleProposed | RuleAnswered

export function evolveRule(rule: Rule | undefined, event: RuleEvent): Rule {
  const { type, ...facts } = event
  if (event.type === 'rule-proposed') return { ...(facts as NewRule), status: 'proposed', answeredBy: null, answeredByName: null, answeredAt: null }
  if (rule === undefined) throw new Error(`${type} before the rule was proposed`)
  return { ...rule, ...facts, status: type === 'rule-approved' ? 'approved' : 'refused' }
}

/**
 * The rule that decides on this day: the newest that two people agreed to, whose first day has come and that nobody stopped.
 * It is also the answer after its last day, so that an older and wider rule never comes back.
 */
export function ruleOn(rules: readonly Rule[], { stoppedThrough }: Pick<Partner, 'stoppedThrough'>, today: CalendarDate): Rule | undefined {
  return rules.filter(({ status, version, terms }) => status === 'approved' && version > stoppedThrough && terms.validFrom <= today)
    .sort((one, other) => other.version - one.version)[0]
}

import { daysAfter, type CalendarDate } from '#values'
import type { Partner } from '../partner/partner.ts'
import type { Facts, Field, Releasable } from '../record/record.ts'
import type { Rule, Terms } from '../rule/rule.ts'

/** What a partner is told, with the conditions it is told under. */
export interface Body {
  readonly kind: Releasable['kind']
  readonly marking: string
  readonly facts: Facts
  readonly conditions: { readonly legalBasis: string; readonly keepUntil: CalendarDate }
}

export type Judgement = { readonly release: true; readonly body: Body } | { readonly release: false; readonly because: HeldBack }

interface Asked {
  readonly terms: Terms
  readonly partnerId: string
  readonly record: Releasable
  readonly today: CalendarDate
}

/** What must hold before anything is told, each with the word for its absence. The first that fails is the reason given. */
const conditions = {
  'rule-ended': ({ terms, today }) => today <= terms.validTo,
  'kind-not-agreed': ({ terms, record }) => terms.kinds.includes(record.kind),
  'list-not-agreed': ({ terms, record }) => terms.listIds.includes(record.listId),
  'not-marked': ({ record }) => record.marking !== null,
  'marking-not-agreed': ({ terms, record }) => terms.markings.some((marking) => marking === record.marking?.marking),
  'not-for-this-partner': ({ partnerId, record }) => record.marking?.partnerIds?.includes(partnerId) ?? true,
  'handling-not-agreed': ({ terms, record }) => terms.handlings.includes(record.handling),
  'port-not-agreed': ({ terms, record }) => record.ports.some((port) => terms.ports.includes(port)),
  'taken-back': ({ record }) => record.standing !== 'taken-back',
  'entry-withdrawn': ({ record }) => record.standing !== 'withdrawn',
  'not-confirmed': ({ terms, record }) => record.standing !== 'unconfirmed' || !terms.confirmedOnly,
  'not-yet': ({ record, today }) => record.madeOn <= today,
  'entry-ended': ({ record, today }) => record.lastDayOn === null || today <= record.lastDayOn,
  'before-the-agreement': ({ terms, record }) => isEntry(record) || record.madeOn >= terms.sinceOn,
  'kept-long-enough': ({ terms, record, today }) => today <= keepUntil(terms, record),
  'nothing-to-tell': ({ record }) => record.kind !== 'marker' || isFilled(record.facts.markers),
} as const satisfies Readonly<Record<string, (asked: Asked) => boolean>>

/** Every reason that a rule can give, in the order in which they are looked at. */
export const reasonsOfRule = Object.keys(conditions) as readonly (keyof typeof conditions)[]

export type HeldBack = keyof typeof conditions | 'no-rule' | 'record-gone'

/** Whether this partner may be told of this record today, and if so exactly what. Asked again for every attempt. */
export function judge(partner: Pick<Partner, 'id'>, rule: Rule | undefined, record: Releasable | undefined, today: CalendarDate): Judgement {
  if (rule === undefined) return { release: false, because: 'no-rule' }
  if (record === undefined) return { release: false, because: 'record-gone' }
  const asked: Asked = { terms: rule.terms, partnerId: partner.id, record, today }
  const failed = Object.entries(conditions).find(([, holds]) => !holds(asked))
  return failed === undefined ? { release: true, body: bodyOf(rule.terms, record) } : { release: false, because: failed[0] as HeldBack }
}

function bodyOf(terms: Terms, record: Releasable): Body {
  const allowed = Object.entries(record.facts).filter(([name, value]) => value !== null && value !== undefined && (name === 'plate' || terms.fields.includes(name as Field)))
  const facts = Object.fromEntries(allowed.map(([name, value]) => [name, name === 'ports' ? record.ports.filter((port) => terms.ports.includes(port)) : value]))
  return { kind: record.kind, marking: record.marking?.marking ?? '', facts: facts as Facts, conditions: { legalBasis: terms.legalBasis, keepUntil: keepUntil(terms, record) } }
}

/** Counted from the passage, or to an entry's last day and on from there, so that the same record always has the same day. */
function keepUntil({ retentionDays }: Terms, record: Releasable): CalendarDate {
  return daysAfter(retentionDays, record.lastDayOn ?? record.madeOn)
}

function isEntry({ kind }: Releasable): boolean {
  return kind === 'entry' || kind === 'marker'
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

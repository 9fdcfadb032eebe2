import { allPorts, daysAfter, type CalendarDate } from '#values'
import { markings } from '../marking/marking.ts'
import { kinds, type Releasable } from '../record/record.ts'
import type { Rule } from '../rule/rule.ts'

const handlings = ['observe', 'check', 'stop', 'do-not-stop'] as const

/** No vehicle bears it: plates with nothing but Z are not issued in any country of the zone. */
const canaryPlate = 'ZZZZ9ZZZ'

/** A made-up record that this rule lets through; undefined when it lets nothing through. What canaries differ from. */
export function passing({ partnerId, terms }: Pick<Rule, 'partnerId' | 'terms'>, today: CalendarDate): Releasable | undefined {
  const [kind, listId, handling, port, marking] = [terms.kinds.find((one) => one === 'hit' || one === 'read') ?? terms.kinds[0], terms.listIds[0], terms.handlings[0], terms.ports[0], terms.markings[0]]
  if (kind === undefined || listId === undefined || handling === undefined || port === undefined || marking === undefined) return undefined
  return {
    kind, listId, handling, subjectId: partnerId, ports: [port], marking: { marking, partnerIds: null }, standing: 'stands',
    madeOn: today, lastDayOn: kind === 'entry' || kind === 'marker' ? today : null, facts: { plate: canaryPlate, markers: ['weapons'] },
  }
}

/**
 * Made-up records that must never go: each is one that may go but for a single thing. They take the road that records take, so
 * that a rule read wrongly, a marking that is not looked at or a day that is miscounted is noticed before a record shows it.
 */
export function canariesOf(rule: Pick<Rule, 'partnerId' | 'terms'>, today: CalendarDate): readonly Releasable[] {
  const like = passing(rule, today)
  if (like === undefined) return []
  const { terms } = rule
  const other = <One>(all: readonly One[], taken: readonly One[]): readonly One[] => all.filter((one) => !taken.includes(one))
  return [
    ...other(markings, terms.markings).map((marking) => ({ ...like, marking: { marking, partnerIds: null } })),
    { ...like, marking: null },
    { ...like, marking: { marking: terms.markings[0] ?? 'originator-only', partnerIds: [otherId] } },
    ...other(kinds, terms.kinds).map((kind) => ({ ...like, kind })),
    ...other(handlings, terms.handlings).map((handling) => ({ ...like, handling })),
    ...other(allPorts(), terms.ports).map((port) => ({ ...like, ports: [port] })),
    { ...like, listId: otherId },
    { ...like, standing: 'withdrawn' }, { ...like, standing: 'taken-back' },
    ...(terms.confirmedOnly ? [{ ...like, standing: 'unconfirmed' } as const] : []),
    { ...like, lastDayOn: daysAfter(-1, today) },
    { ...like, madeOn: daysAfter(1, today), lastDayOn: null },
    { ...like, madeOn: daysAfter(-terms.retentionDays - 1, today), lastDayOn: null },
    { ...like, kind: 'marker', facts: { plate: canaryPlate, markers: [] } },
    ...(like.lastDayOn === null ? [{ ...like, madeOn: daysAfter(-1, terms.sinceOn) }] : []),
  ]
}

/** Nobody's list and nobody's partner. */
const otherId = '00000000-0000-4000-8000-000000000000'

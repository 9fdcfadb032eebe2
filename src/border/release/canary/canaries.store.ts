import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { settledId } from '#platform/identity'
import { judge } from '../judge/judge.ts'
import type { Judged } from '../judge/judge-now.store.ts'
import { itemId, readItem } from '../outbox/item.store.ts'
import { noteLane, type Lane } from '../outbox/lane.store.ts'
import { readPartner } from '../partner/partner.store.ts'
import type { Kind } from '../record/record.ts'
import { ruleInForce } from '../rule/rule.store.ts'
import type { Rule } from '../rule/rule.ts'
import { canariesOf } from './canaries.ts'

/** The record that does not exist, of which the partner is asked each day what it holds. */
export function canarySubject(partnerId: string): string {
  return settledId('release canary', partnerId)
}

const canaryKind: Kind = 'entry'

interface CanaryDue {
  readonly rule: Rule | undefined
  readonly judged: Judged | undefined
}

/**
 * Judges the partner's canaries by the rule of this moment: one that would go stops everything for this partner. Once a day the partner
 * is asked to delete a record it never had; any answer but "never had it" means that something arrived which must not.
 */
export async function canaryDue(tx: Database, clock: Clock, { partnerId, canaryAskedOn }: Lane): Promise<CanaryDue> {
  const today = clock.today()
  const partner = await readPartner(tx, partnerId)
  const rule = partner && (await ruleInForce(tx, partner, today))
  const escaped = rule === undefined ? [] : canariesOf(rule, today).filter((canary) => judge({ id: partnerId }, rule, canary, today).release)
  await noteLane(tx, partnerId, { canariesJudgedAt: clock.now(), ...(escaped.length === 0 ? {} : { canaryAlarm: 'would-have-gone' }) })
  if (rule === undefined || escaped.length > 0) return { rule, judged: undefined }
  const item = await readItem(tx, itemId(partnerId, canaryKind, canarySubject(partnerId)))
  const isOpen = item?.stage === 'withdrawing'
  if (!isOpen && canaryAskedOn === today) return { rule, judged: undefined }
  await noteLane(tx, partnerId, { canaryAskedOn: today })
  const judgement = { release: false, because: 'record-gone' } as const
  return { rule, judged: { kind: canaryKind, subjectId: canarySubject(partnerId), item, due: isOpen ? 'withdraw-again' : 'withdraw', judgement, bodySha256: undefined } }
}

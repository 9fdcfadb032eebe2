import { canonical, sha256 } from '#platform/events'
import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { itemId, readItem } from '../outbox/item.store.ts'
import type { Item } from '../outbox/item.ts'
import { dueFor, type Due } from '../outbox/next-message.ts'
import { readPartner } from '../partner/partner.store.ts'
import type { Kind, Subject } from '../record/record.ts'
import { readRecords } from '../record/read-records.store.ts'
import { ruleInForce } from '../rule/rule.store.ts'
import type { Rule } from '../rule/rule.ts'
import { judge, type Body, type Judgement } from './judge.ts'

/** What one row comes to for one partner at this moment, in one of the ways it can be told. */
export interface Judged {
  readonly kind: Kind
  readonly subjectId: string
  readonly item: Item | undefined
  readonly due: Due
  readonly judgement: Judgement
  readonly bodySha256: string | undefined
}

export interface JudgedAll {
  readonly rule: Rule | undefined
  readonly judged: readonly Judged[]
}

export interface Question {
  readonly partnerId: string
  readonly subject: Subject
  readonly subjectId: string
  readonly kinds: readonly Kind[]
  readonly today: CalendarDate
}

/** Reads the rule and the row as they stand now, and decides. Nothing of it outlives the transaction but the decision. */
export async function judgeNow(tx: Database, { partnerId, subject, subjectId, kinds, today }: Question): Promise<JudgedAll> {
  const partner = await readPartner(tx, partnerId)
  const rule = partner && (await ruleInForce(tx, partner, today))
  const records = (await readRecords(tx, subject, [subjectId])).get(subjectId) ?? []
  const judged: Judged[] = []
  for (const kind of kinds) {
    const judgement = judge({ id: partnerId }, rule, records.find((record) => record.kind === kind), today)
    judged.push(weighed(await readItem(tx, itemId(partnerId, kind, subjectId)), { kind, subjectId }, judgement))
  }
  return { rule, judged }
}

/** Held against what the partner was told last. */
export function weighed(item: Item | undefined, { kind, subjectId }: Pick<Judged, 'kind' | 'subjectId'>, judgement: Judgement): Judged {
  const bodySha256 = judgement.release ? hashOf(judgement.body) : undefined
  return { kind, subjectId, item, judgement, bodySha256, due: dueFor(item, judgement, bodySha256) }
}

/** Equal bodies have equal hashes, whichever site or version wrote them. */
export function hashOf(body: Body): string {
  return sha256(canonical(body))
}

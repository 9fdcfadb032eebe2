import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import { settledId } from '#platform/identity'
import type { Instant } from '#values'
import { escalationsPerSweep } from '../limits.ts'
import type { Kind } from '../record/record.ts'
import { evolveItem, type Item, type ItemEvent, type Stage } from './item.ts'

interface ItemRow {
  id: string
  partner_id: string
  kind: Kind
  subject_id: string
  stage: Stage
  message_id: string
  number: number
  body_sha256: string | null
  held_before: boolean
  rule_version: number
  begun_at: Instant
  answered_at: Instant | null
  because: Item['because']
  reason: string | null
  escalated_to: string | null
  escalated_at: Instant | null
}

type ItemTables = { 'release.item': ItemRow }

const on = (db: Database) => db.withTables<ItemTables>()

/** One record is one item for one partner, however often it is sent; partners cannot compare their ids. */
export function itemId(partnerId: string, kind: Kind, subjectId: string): string {
  return settledId('release', partnerId, kind, subjectId)
}

export async function readItem(db: Database, id: string): Promise<Item | undefined> {
  const row = await on(db).selectFrom('release.item').selectAll().where('id', '=', id).executeTakeFirst()
  return row && itemOf(row)
}

/** What every partner was told about these records. */
export async function itemsAbout(db: Database, subjectIds: readonly string[]): Promise<readonly Item[]> {
  const rows = await on(db).selectFrom('release.item').selectAll().where(sql<boolean>`subject_id = any(${subjectIds}::uuid[])`).orderBy('begun_at', 'desc').execute()
  return rows.map(itemOf)
}

interface HeldAsked {
  readonly partnerId: string
  readonly kinds: readonly Kind[]
  /** Ids above this one, so that any number can be walked through in parts. */
  readonly after: string
  readonly most: number
}

/** Records that the partner has or may have, by their own ids. */
export async function heldSubjects(db: Database, { partnerId, kinds, after, most }: HeldAsked): Promise<readonly string[]> {
  const rows = await on(db).selectFrom('release.item').select('subject_id').distinct().where('partner_id', '=', partnerId).where('kind', 'in', kinds)
    .where((row) => row.or([row('stage', 'in', ['sending', 'released', 'withdrawing']), row.and([row('held_before', '=', true), row('stage', 'in', ['not-sent', 'refused'])])])).where('subject_id', '>', after).orderBy('subject_id').limit(most).execute()
  return rows.map(({ subject_id }) => subject_id)
}

export interface ItemsAsked {
  readonly partnerId: string | undefined
  readonly stages: readonly Stage[]
  readonly offset: number
  readonly most: number
}

/** The newest messages first; to one partner when it is named. */
export async function itemsIn(db: Database, { partnerId, stages, offset, most }: ItemsAsked): Promise<readonly Item[]> {
  const all = on(db).selectFrom('release.item').selectAll().where('stage', 'in', stages)
  const rows = await (partnerId === undefined ? all : all.where('partner_id', '=', partnerId)).orderBy('begun_at', 'desc').orderBy('id').offset(offset).limit(most).execute()
  return rows.map(itemOf)
}

/** How many items of each partner stand at each stage. */
export async function countItems(db: Database): Promise<ReadonlyMap<string, Partial<Record<Stage, number>>>> {
  const rows = await on(db).selectFrom('release.item').groupBy(['partner_id', 'stage']).select(['partner_id', 'stage', sql<number>`count(*)`.as('count')]).execute()
  const byPartner = Map.groupBy(rows, ({ partner_id }) => partner_id)
  return new Map([...byPartner].map(([id, counts]) => [id, Object.fromEntries(counts.map(({ stage, count }) => [stage, count]))]))
}

/** Withdrawals of each partner that a named person was told of and that still have no answer. */
export async function countEscalated(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await on(db).selectFrom('release.item').where('stage', 'in', ['withdrawing', 'awaiting']).where('escalated_at', 'is not', null)
    .groupBy('partner_id').select(['partner_id', sql<number>`count(*)`.as('count')]).execute()
  return new Map(rows.map(({ partner_id, count }) => [partner_id, count]))
}

/** Withdrawals that began before this moment, have no answer and of which nobody was told yet, the oldest first. */
export async function unansweredWithdrawals(db: Database, begunBefore: Instant): Promise<readonly Item[]> {
  const rows = await on(db).selectFrom('release.item').selectAll().where('stage', 'in', ['withdrawing', 'awaiting']).where('escalated_at', 'is', null)
    .where('begun_at', '<=', begunBefore).orderBy('begun_at').limit(escalationsPerSweep).execute()
  return rows.map(itemOf)
}

export const items: Thing<Item, ItemEvent> = {
  name: 'release-item',
  evolve: evolveItem,
  read: readItem,
  save: async (tx, _id, item) => {
    const row = rowOf(item)
    await on(tx).insertInto('release.item').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

function itemOf(row: ItemRow): Item {
  const { id, kind, stage, number, because, reason } = row
  return {
    id, kind, stage, number, because, reason, partnerId: row.partner_id, subjectId: row.subject_id, messageId: row.message_id, bodySha256: row.body_sha256, heldBefore: row.held_before,
    ruleVersion: row.rule_version, begunAt: row.begun_at, answeredAt: row.answered_at, escalatedTo: row.escalated_to, escalatedAt: row.escalated_at,
  }
}

function rowOf(item: Item): ItemRow {
  const { id, kind, stage, number, because, reason } = item
  return {
    id, kind, stage, number, because, reason, partner_id: item.partnerId, subject_id: item.subjectId, message_id: item.messageId, body_sha256: item.bodySha256, held_before: item.heldBefore,
    rule_version: item.ruleVersion, begun_at: item.begunAt, answered_at: item.answeredAt, escalated_to: item.escalatedTo, escalated_at: item.escalatedAt,
  }
}

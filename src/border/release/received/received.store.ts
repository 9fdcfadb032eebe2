import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import { settledId } from '#platform/identity'
import type { CalendarDate, Instant } from '#values'
import { itemsPerPage } from '../limits.ts'
import type { ReleaseMessage } from '../message/message.ts'
import type { Kind } from '../record/record.ts'
import { evolveReceived, type Received, type ReceivedEvent, type ReceivedStage } from './received.ts'

interface ReceivedRow {
  id: string
  partner_id: string
  item: string
  kind: Kind
  message_id: string
  number: number
  body_sha256: string
  stage: ReceivedStage
  entry_id: string | null
  told_at: Instant
}

interface BodyRow {
  received_id: string
  facts: ReleaseMessage['facts']
  marking: string
  legal_basis: string
  keep_until: CalendarDate
}

type ReceivedTables = { 'release.received': ReceivedRow; 'release.received_body': BodyRow }

const on = (db: Database) => db.withTables<ReceivedTables>()

/** What it says, while it may be kept. */
export interface ReceivedBody {
  readonly facts: ReleaseMessage['facts']
  readonly marking: string
  readonly legalBasis: string
  readonly keepUntil: CalendarDate
}

export function receivedId(partnerId: string, item: string): string {
  return settledId('received', partnerId, item)
}

export async function readReceived(db: Database, id: string): Promise<Received | undefined> {
  const row = await on(db).selectFrom('release.received').selectAll().where('id', '=', id).executeTakeFirst()
  return row && receivedOf(row)
}

export async function readBody(db: Database, id: string): Promise<ReceivedBody | undefined> {
  const row = await on(db).selectFrom('release.received_body').selectAll().where('received_id', '=', id).executeTakeFirst()
  return row && { facts: row.facts, marking: row.marking, legalBasis: row.legal_basis, keepUntil: row.keep_until }
}

export async function saveBody(tx: Database, id: string, { facts, marking, legalBasis, keepUntil }: ReceivedBody): Promise<void> {
  const row = { received_id: id, facts: sql<BodyRow['facts']>`${JSON.stringify(facts)}::jsonb`, marking, legal_basis: legalBasis, keep_until: keepUntil }
  await on(tx).insertInto('release.received_body').values(row).onConflict((clash) => clash.column('received_id').doUpdateSet(row)).execute()
}

export async function eraseBody(tx: Database, id: string): Promise<void> {
  await on(tx).deleteFrom('release.received_body').where('received_id', '=', id).execute()
}

/** What partners told us and we still hold, what waits for a person first. */
export async function receivedNow(db: Database): Promise<readonly (Received & { readonly body: ReceivedBody })[]> {
  const rows = await on(db).selectFrom('release.received as received').innerJoin('release.received_body as body', 'body.received_id', 'received.id').selectAll()
    .orderBy(sql`stage = 'waiting'`, 'desc').orderBy('told_at', 'desc').limit(itemsPerPage).execute()
  return rows.map((row) => ({ ...receivedOf(row), body: { facts: row.facts, marking: row.marking, legalBasis: row.legal_basis, keepUntil: row.keep_until } }))
}

/** Entries that wait for a person to look at them. */
export async function countReceivedWaiting(db: Database): Promise<number> {
  const row = await on(db).selectFrom('release.received').where('stage', '=', 'waiting').select((row) => row.fn.countAll<number>().as('waiting')).executeTakeFirstOrThrow()
  return row.waiting
}

/** Items whose last day has passed and whose body is still here. */
export async function receivedToForget(db: Database, today: CalendarDate): Promise<readonly string[]> {
  const rows = await on(db).selectFrom('release.received_body').select('received_id').where('keep_until', '<', today).limit(itemsPerPage).execute()
  return rows.map(({ received_id }) => received_id)
}

export const receivedItems: Thing<Received, ReceivedEvent> = {
  name: 'release-received',
  evolve: evolveReceived,
  read: readReceived,
  save: async (tx, _id, { id, item, kind, number, stage, partnerId, messageId, bodySha256, entryId, toldAt }) => {
    const row: ReceivedRow = { id, item, kind, number, stage, partner_id: partnerId, message_id: messageId, body_sha256: bodySha256, entry_id: entryId, told_at: toldAt }
    await on(tx).insertInto('release.received').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

function receivedOf(row: ReceivedRow): Received {
  const { id, item, kind, number, stage } = row
  return { id, item, kind, number, stage, partnerId: row.partner_id, messageId: row.message_id, bodySha256: row.body_sha256, entryId: row.entry_id, toldAt: row.told_at }
}

import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate, Instant, Plate } from '#values'
import { requestsListed } from '../limits.ts'
import { evolveRequest, type HistoryAnswered, type HistoryRequest, type HistoryRequested } from './history-request.ts'

interface RequestRow {
  id: string
  plate: Plate
  from_day: CalendarDate
  to_day: CalendarDate
  reason: string
  reference: string
  requested_by: string
  requested_by_name: string
  requested_at: Instant
  status: HistoryRequest['status']
  answered_by: string | null
  answered_by_name: string | null
  answered_at: Instant | null
}

type RequestTables = { 'coordination.history_request': RequestRow }

const on = (db: Database) => db.withTables<RequestTables>()

export const historyRequests: Thing<HistoryRequest, HistoryRequested | HistoryAnswered> = {
  name: 'history-request',
  evolve: evolveRequest,
  read: async (db, id) => {
    const row = await on(db).selectFrom('coordination.history_request').selectAll().where('id', '=', id).executeTakeFirst()
    return row && requestOf(row)
  },
  save: async (tx, _id, { id, plate, reason, reference, status, ...request }) => {
    const row: RequestRow = {
      id, plate, reason, reference, status, from_day: request.fromDay, to_day: request.toDay,
      requested_by: request.requestedBy, requested_by_name: request.requestedByName, requested_at: request.requestedAt,
      answered_by: request.answeredBy, answered_by_name: request.answeredByName, answered_at: request.answeredAt,
    }
    await on(tx).insertInto('coordination.history_request').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

/** Everybody's for those who answer and audit; an officer's own for everybody else. The newest first. */
export async function requestsFor(db: Database, officerId: string | undefined): Promise<readonly HistoryRequest[]> {
  const all = on(db).selectFrom('coordination.history_request').selectAll()
  const rows = await (officerId === undefined ? all : all.where('requested_by', '=', officerId)).orderBy('requested_at', 'desc').limit(requestsListed).execute()
  return rows.map(requestOf)
}

function requestOf({ id, plate, reason, reference, status, ...row }: RequestRow): HistoryRequest {
  return {
    id, plate, reason, reference, status, fromDay: row.from_day, toDay: row.to_day,
    requestedBy: row.requested_by, requestedByName: row.requested_by_name, requestedAt: row.requested_at,
    answeredBy: row.answered_by, answeredByName: row.answered_by_name, answeredAt: row.answered_at,
  }
}

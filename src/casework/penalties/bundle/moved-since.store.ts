import { sql } from 'kysely'
import { historyOfStreams, lastEntries } from '#platform/events'
import type { Database } from '#platform/database'
import type { Instant } from '#values'
import type { Appeal } from '../appeal/appeal.ts'
import { timelineTypes } from './write-timeline.ts'

/** Whether anything that a bundle is made of was written since then. Asked of the histories and the letters: the records themselves are not read. */
export async function hasMovedSince(db: Database, { id, caseId, penaltyId }: Appeal, since: Instant): Promise<boolean> {
  const { rows: [written] } = await sql<{ streams: readonly string[]; isWritten: boolean }>`
    select array(select 'dispatch:' || id from notice.dispatch where penalty_id = ${penaltyId} union all select 'evidence:' || id from penalties.evidence where case_id = ${caseId}) as streams,
      exists (select from notice.document where penalty_id = ${penaltyId} and created_at > ${since})
      or exists (select from ledger.account a join ledger.posting p on p.account_id = a.id join ledger.journal j on j.id = p.journal_id where a.penalty_id = ${penaltyId} and j.at > ${since}) as "isWritten"`.execute(db)
  if (written?.isWritten === true) return true
  const [last, days] = [await lastEntries(db, [`penalty:${penaltyId}`, ...(written?.streams ?? [])]), await historyOfStreams(db, [`case:${caseId}`, `appeal:${id}`])]
  return [...last, ...days.filter(({ type }) => timelineTypes.has(type))].some(({ by }) => by.at > since)
}

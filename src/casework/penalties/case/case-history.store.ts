import { sql } from 'kysely'
import { historyOfStream, historyOfStreams, othersSinceLook, type HistoryEntry } from '#platform/events'
import type { Database } from '#platform/database'

export interface CaseHistory {
  readonly caseId: string
  readonly personIds: readonly string[]
  readonly penaltyIds: readonly string[]
  readonly appealIds: readonly string[]
  /** Of what lies in the file. */
  readonly streams: readonly string[]
}

/** Everything that was done in a case, newest first, whichever thing it was done to; or only to the things that are asked for, by their streams. */
export async function actsOfCase(db: Database, { caseId, personIds, penaltyIds, appealIds, streams }: CaseHistory, isAsked: (stream: string) => boolean = () => true): Promise<readonly HistoryEntry[]> {
  const ofCase = [`case:${caseId}`, ...personIds.map((id) => `person:${id}`), ...penaltyIds.map((id) => `penalty:${id}`), ...appealIds.map((id) => `appeal:${id}`), ...streams]
  return (await historyOfStreams(db, ofCase.filter(isAsked))).toReversed()
}

/** Everyone who looked, and why. */
export async function looksAtCase(db: Database, caseId: string): Promise<readonly HistoryEntry[]> {
  return (await historyOfStream(db, `look:case:${caseId}`)).toReversed()
}

/**
 * What colleagues did in a case since this officer was last shown a page of it: to the case, its persons, penalties and appeals, and to
 * whatever of its file a decision rests on. Notes and links change nothing for anybody else's act.
 */
export async function actsSinceShown(db: Database, caseId: string, officerId: string): Promise<readonly HistoryEntry[]> {
  const { rows } = await sql<{ stream: string }>`
    select 'case:' || ${caseId}::uuid as stream
    union all select 'person:' || id from penalties.person where case_id = ${caseId}
    union all select 'penalty:' || id from penalties.penalty where case_id = ${caseId}
    union all select 'appeal:' || id from penalties.appeal where case_id = ${caseId}
    union all select 'flag:' || id from penalties.flag where case_id = ${caseId}
    union all select 'evidence:' || id from penalties.evidence where case_id = ${caseId}
    union all select 'information-request:' || id from penalties.information_request where case_id = ${caseId}`.execute(db)
  return othersSinceLook(db, { subject: `case:${caseId}`, officerId, streams: rows.map(({ stream }) => stream) })
}

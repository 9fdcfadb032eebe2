import { historyOfStream, historyOfStreams, type HistoryEntry } from '#platform/events'
import type { Database } from '#platform/database'

export interface CaseHistory {
  readonly caseId: string
  readonly personIds: readonly string[]
  readonly penaltyIds: readonly string[]
  readonly appealIds: readonly string[]
  /** Of what lies in the file. */
  readonly streams: readonly string[]
}

/** Everything that was done in a case, newest first, whichever thing it was done to. */
export async function actsOfCase(db: Database, { caseId, personIds, penaltyIds, appealIds, streams }: CaseHistory): Promise<readonly HistoryEntry[]> {
  const ofCase = [`case:${caseId}`, ...personIds.map((id) => `person:${id}`), ...penaltyIds.map((id) => `penalty:${id}`), ...appealIds.map((id) => `appeal:${id}`), ...streams]
  return (await historyOfStreams(db, ofCase)).toReversed()
}

/** Everyone who looked, and why. */
export async function looksAtCase(db: Database, caseId: string): Promise<readonly HistoryEntry[]> {
  return (await historyOfStream(db, `look:case:${caseId}`)).toReversed()
}

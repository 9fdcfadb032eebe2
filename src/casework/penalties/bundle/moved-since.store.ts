import { sql } from 'kysely'
import { historyOfStreams, lastEntries } from '#platform/events'
import type { Database } from '#platform/database'
import type { Appeal, AppealBundleMade } from '../appeal/appeal.ts'
import type { MadeBundle } from './bundle.ts'
import { timelineTypes } from './write-timeline.ts'

/** Whether anything that a bundle is made of has happened after it was made. The histories tell it by their order: the records themselves are not read. */
export async function hasMovedSince(db: Database, { id: appealId, caseId, penaltyId }: Appeal, { id }: Pick<MadeBundle, 'id'>): Promise<boolean> {
  const days = await historyOfStreams(db, [`case:${caseId}`, `appeal:${appealId}`])
  const made = days.find(({ type, body }) => type === 'appeal-bundle-made' && (body as AppealBundleMade | undefined)?.bundleId === id)
  if (made === undefined) throw new Error(`Bundle ${id} is in no history`)
  const { rows } = await sql<{ stream: string }>`
    select 'dispatch:' || id as stream from notice.dispatch where penalty_id = ${penaltyId}
    union all select 'evidence:' || id from penalties.evidence where case_id = ${caseId}
    union all select 'payment:' || id from ledger.payment where case_id = ${caseId}
    union all select 'write-off:' || id from ledger.write_off where penalty_id = ${penaltyId}`.execute(db)
  const last = await lastEntries(db, [`penalty:${penaltyId}`, ...rows.map(({ stream }) => stream)])
  return [...last, ...days.filter(({ type }) => timelineTypes.has(type))].some(({ seq }) => seq > made.seq)
}

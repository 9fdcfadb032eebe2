import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { dayOf, type By, type Instant } from '#values'
import { sha256 } from '../notice/document.store.ts'
import type { Comment, Evidence } from './evidence.ts'
import { evidenceThing } from './evidence.store.ts'
import type { EvidenceBefore } from './evidence-before.ts'

/** One officer and one rendition: when they first and last had it open. */
export interface Opening {
  readonly evidenceId: string
  readonly sha256: string
  readonly officerId: string
  readonly officerName: string
  readonly firstAt: Instant
  readonly lastAt: Instant
}

/** Notes that somebody had this rendition open, the first time and the last. */
export async function noteOpened(db: Database, { evidenceId, sha256 }: Pick<Opening, 'evidenceId' | 'sha256'>, by: By): Promise<void> {
  await sql`insert into penalties.evidence_opened (evidence_id, sha256, officer_id, officer_name, first_at, last_at)
    values (${evidenceId}, ${sha256}, ${by.officerId}, ${by.name}, ${by.at}, ${by.at})
    on conflict (evidence_id, sha256, officer_id) do update set last_at = excluded.last_at`.execute(db)
}

/** Who of all officers has opened what of a case. */
export async function openingsOf(db: Database, caseId: string): Promise<readonly Opening[]> {
  const { rows } = await sql<{ evidence_id: string; sha256: string; officer_id: string; officer_name: string; first_at: Instant; last_at: Instant }>`
    select o.* from penalties.evidence_opened o join penalties.evidence e on e.id = o.evidence_id where e.case_id = ${caseId} order by o.first_at, o.officer_id`.execute(db)
  return rows.map((row) => ({ evidenceId: row.evidence_id, sha256: row.sha256, officerId: row.officer_id, officerName: row.officer_name, firstAt: row.first_at, lastAt: row.last_at }))
}

/** What a comment is noted under when it was on a screen, as a rendition is under its hash. */
export function printOf(comment: Comment): string {
  return sha256(Buffer.from(comment.id))
}

/** What an officer who decides now has opened of the case's evidence and of what was said about it, and what not. */
export async function evidenceBefore(db: Database, caseId: string, officerId: string): Promise<EvidenceBefore> {
  const [items, openings] = [await evidenceThing.ofCase(db, caseId), await openingsOf(db, caseId)]
  const own = openings.filter((opening) => opening.officerId === officerId)
  const looked = items.filter(({ withdrawn }) => withdrawn === null).flatMap((item) => [
    { evidenceId: item.id, title: item.title, opened: renditionsIn(own, item) },
    ...(item.comments ?? []).map((comment) => ({ evidenceId: item.id, title: `${item.title}, comment of ${comment.from}`, opened: own.filter((opening) => opening.sha256 === printOf(comment)) })),
  ])
  return {
    opened: looked.flatMap(({ evidenceId, title, opened }) => opened.map(({ sha256: print, firstAt, lastAt }) => ({ evidenceId, title, sha256: print, firstAt, lastAt, lastOn: dayOf(lastAt) }))),
    unopened: looked.filter(({ opened }) => opened.length === 0).map(({ evidenceId, title }) => ({ evidenceId, title })),
  }
}

/** The openings of the item itself, without those of what was said about it. */
export function renditionsIn(openings: readonly Opening[], { id, comments = [] }: Pick<Evidence, 'id' | 'comments'>): readonly Opening[] {
  const prints = new Set(comments.map(printOf))
  return openings.filter((opening) => opening.evidenceId === id && !prints.has(opening.sha256))
}

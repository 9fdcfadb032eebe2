import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import { evolveMarking, type DistributionMarked, type Marking, type MarkingCode } from './marking.ts'

interface MarkingRow {
  subject_id: string
  subject: Marking['subject']
  marking: MarkingCode
  partner_ids: readonly string[] | null
}

type MarkingTables = { 'release.marking': MarkingRow }

const on = (db: Database) => db.withTables<MarkingTables>()

export async function readMarking(db: Database, subjectId: string): Promise<Marking | undefined> {
  const row = await on(db).selectFrom('release.marking').selectAll().where('subject_id', '=', subjectId).executeTakeFirst()
  return row && markingOf(row)
}

export async function markingsOf(db: Database, subjectIds: readonly string[]): Promise<ReadonlyMap<string, Marking>> {
  const rows = await on(db).selectFrom('release.marking').selectAll().where(sql<boolean>`subject_id = any(${[...new Set(subjectIds)]}::uuid[])`).execute()
  return new Map(rows.map((row) => [row.subject_id, markingOf(row)]))
}

export const markings: Thing<Marking, DistributionMarked> = {
  name: 'release-marking',
  evolve: evolveMarking,
  read: readMarking,
  save: async (tx, _id, { subjectId, subject, marking, partnerIds }) => {
    const row: MarkingRow = { subject_id: subjectId, subject, marking, partner_ids: partnerIds }
    await on(tx).insertInto('release.marking').values(row).onConflict((clash) => clash.column('subject_id').doUpdateSet(row)).execute()
  },
}

function markingOf({ subject_id, subject, marking, partner_ids }: MarkingRow): Marking {
  return { subjectId: subject_id, subject, marking, partnerIds: partner_ids }
}

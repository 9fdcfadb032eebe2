import { createHash } from 'node:crypto'
import { asJson, type Database } from '#platform/database'
import type { By, Instant } from '#values'
import type { AnyLetterFacts, Purpose } from './letter-facts.ts'

/** A letter as it was sent. */
export interface LetterDocument {
  readonly id: string
  /** Null for a letter that is about no penalty: `personId` then says whose it is. */
  readonly penaltyId: string | null
  readonly personId: string | null
  readonly purpose: Purpose
  readonly templateVersion: number
  readonly facts: AnyLetterFacts
  readonly pdf: Uint8Array
  readonly pdfSha256: string
  readonly createdBy: string
  readonly createdAt: Instant
}

type DocumentRow = {
  id: string
  penalty_id: string | null
  person_id: string | null
  purpose: Purpose
  language: string
  template_version: number
  facts: AnyLetterFacts
  pdf: Buffer
  pdf_sha256: string
  cause_id: string | null
  created_by_id: string
  created_by_name: string
  created_at: Instant
}

const on = (db: Database) => db.withTables<{ 'notice.document': DocumentRow }>()

export interface NewDocument {
  readonly id: string
  readonly penaltyId: string | null
  readonly personId?: string | null
  readonly templateVersion: number
  readonly facts: AnyLetterFacts
  readonly pdf: Uint8Array
  /** The history entry that called for it; null for a letter that an officer issued. */
  readonly causeId: string | null
  readonly by: By
}

/** Keeps the letter; false when its cause already has one. */
export async function keepDocument(tx: Database, { id, penaltyId, personId = null, templateVersion, facts, pdf, causeId, by }: NewDocument): Promise<boolean> {
  const row: DocumentRow = {
    id,
    penalty_id: penaltyId,
    person_id: personId,
    purpose: facts.purpose,
    language: facts.language,
    template_version: templateVersion,
    facts,
    pdf: Buffer.from(pdf),
    pdf_sha256: sha256(pdf),
    cause_id: causeId,
    created_by_id: by.officerId,
    created_by_name: by.name,
    created_at: by.at,
  }
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('notice.document')
    .values({ ...row, facts: asJson(facts) })
    .onConflict((conflict) => conflict.column('cause_id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function readDocument(db: Database, id: string): Promise<LetterDocument | undefined> {
  const row = await on(db).selectFrom('notice.document').selectAll().where('id', '=', id).executeTakeFirst()
  return row && documentOf(row)
}

/** The bytes of these letters as they were kept, by letter. */
export async function documentFiles(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  if (ids.length === 0) return new Map()
  const rows = await on(db).selectFrom('notice.document').select(['id', 'pdf']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, pdf }) => [id, pdf]))
}

/** The letters about one penalty, newest first. */
export async function documentsOfPenalty(db: Database, penaltyId: string): Promise<readonly LetterDocument[]> {
  const rows = await on(db).selectFrom('notice.document').selectAll().where('penalty_id', '=', penaltyId).orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(documentOf)
}

export async function latestDocument(db: Database, penaltyId: string, purpose: Purpose): Promise<LetterDocument | undefined> {
  const letters = await documentsOfPenalty(db, penaltyId)
  return letters.find((letter) => letter.purpose === purpose)
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function documentOf(row: DocumentRow): LetterDocument {
  return {
    id: row.id,
    penaltyId: row.penalty_id,
    personId: row.person_id,
    purpose: row.purpose,
    templateVersion: row.template_version,
    facts: row.facts,
    pdf: row.pdf,
    pdfSha256: row.pdf_sha256,
    createdBy: row.created_by_name,
    createdAt: row.created_at,
  }
}

import { sql } from 'kysely'
import { isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import type { Instant } from '#values'
import { changeInFileIn, thingInFile, type ActInFile, type Around } from '../file/kept-in-file.store.ts'
import { keepText } from './evidence-text.store.ts'
import { evolveEvidence, outwardOf, type Evidence, type EvidenceEvent, type KeptBytes, type Outward } from './evidence.ts'

export const evidenceThing = thingInFile<Evidence, EvidenceEvent>('evidence', 'evidence', evolveEvidence)

/** One item as a bundle or an export takes it: everything known of it, and what of it may leave the office. */
export interface EvidenceItem extends Evidence {
  readonly outward: Outward
}

/**
 * The evidence of a case in the order it came, withdrawn items too, each with its provenance, its hash and its redacted twins.
 * Whatever leaves the office takes `outward.bytes` and nothing else; where that is null, `outward.withheldBecause` says why.
 * The bytes of either are at `readEvidenceBytes(db, sha256)`.
 */
export async function evidenceOf(db: Database, caseId: string): Promise<readonly EvidenceItem[]> {
  return (await evidenceThing.ofCase(db, caseId)).map((item) => ({ ...item, outward: outwardOf(item) }))
}

/** Undefined only where the database has lost what it promised to keep. */
export async function readEvidenceBytes(db: Database, sha256: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from penalties.evidence_bytes where sha256 = ${sha256}`.execute(db)
  return rows[0]?.bytes
}

export interface WithBytes extends ActInFile {
  readonly kept: KeptBytes
  readonly bytes: Buffer
}

/** An act that brings bytes with it: the record and the bytes, both or neither. */
export async function changeEvidenceWithBytes(db: Database, { kept, bytes, ...act }: WithBytes, decide: (state: Evidence | undefined, around: Around<Evidence>) => Decision<EvidenceEvent>): Promise<Decision<EvidenceEvent>> {
  return db.transaction().execute(async (tx) => {
    const decision = await changeInFileIn(tx, evidenceThing, act, decide)
    if (isRefused(decision)) return decision
    await keepBytes(tx, kept.sha256, bytes, act.by.at)
    await keepText(tx, kept, bytes)
    return decision
  })
}

/** Bytes under their own hash; the database reckons it again and refuses a wrong one. */
export async function keepBytes(tx: Database, sha256: string, bytes: Buffer, at: Instant): Promise<void> {
  await sql`insert into penalties.evidence_bytes (sha256, bytes, kept_at) values (${sha256}, ${bytes}, ${at}) on conflict do nothing`.execute(tx)
}

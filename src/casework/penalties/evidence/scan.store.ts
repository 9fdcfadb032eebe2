import { sql } from 'kysely'
import { isRefused } from '#platform/decisions'
import type { Database } from '#platform/database'
import type { Scanned } from '#platform/virus-scan'
import type { By, Instant } from '#values'
import { changeInFileIn } from '../file/kept-in-file.store.ts'
import type { EvidenceType } from './evidence.ts'
import { keepText } from './evidence-text.store.ts'
import { evidenceThing, keepBytes } from './evidence.store.ts'
import { judgeScan } from './judge-scan.ts'

/** What is known of some bytes. */
export interface Scan {
  readonly found: Scanned['found']
  /** The name of what was found, or why it could not look. */
  readonly detail: string
  readonly definitions: string
  readonly scannedAt: Instant
}

export async function scansOf(db: Database, hashes: readonly string[]): Promise<ReadonlyMap<string, Scan>> {
  const { rows } = await sql<Scan & { readonly sha256: string }>`
    select sha256, found, detail, definitions, scanned_at as "scannedAt" from penalties.evidence_scan where sha256 = any(${hashes})`.execute(db)
  return new Map(rows.map(({ sha256, ...scan }) => [sha256, scan]))
}

/** Hashes that nobody has looked at by these definitions, what nobody has looked at ever first; one that failed is tried again after that moment. */
export async function hashesToScan(db: Database, { definitions, failedBefore, most }: { readonly definitions: string; readonly failedBefore: Instant; readonly most: number }): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select kept.sha256 from (select sha256, kept_at from penalties.evidence_bytes union all select sha256, kept_at from penalties.evidence_quarantine) kept
    left join penalties.evidence_scan scan on scan.sha256 = kept.sha256
    where scan.sha256 is null or (scan.found = 'failed' and scan.scanned_at < ${failedBefore}) or (scan.found <> 'failed' and scan.definitions <> ${definitions})
    order by scan.sha256 is not null, kept.kept_at limit ${most}`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}

/** The bytes wherever they lie: for the scanner, and for nobody else. */
export async function bytesToScan(db: Database, sha256: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from penalties.evidence_bytes where sha256 = ${sha256} union all select bytes from penalties.evidence_quarantine where sha256 = ${sha256}`.execute(db)
  return rows[0]?.bytes
}

/** Keeps what was found. Infected bytes go into quarantine and clean ones come out of it, with a word in the history of each piece they belong to: all of it, or nothing. */
export async function keepScan(db: Database, sha256: string, scanned: Scanned, { definitions, by }: { readonly definitions: string; readonly by: By }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (scanned.found !== 'failed') await tellPieces(tx, { sha256, threat: scanned.found === 'infected' ? scanned.threat : null, at: by.at }, by)
    if (scanned.found === 'infected') await putApart(tx, sha256)
    if (scanned.found === 'clean') await putBack(tx, sha256)
    await sql`insert into penalties.evidence_scan (sha256, found, detail, definitions, scanned_at) values (${sha256}, ${scanned.found}, ${detailOf(scanned)}, ${definitions}, ${by.at})
      on conflict (sha256) do update set found = excluded.found, detail = excluded.detail, definitions = excluded.definitions, scanned_at = excluded.scanned_at`.execute(tx)
  })
}

async function tellPieces(tx: Database, finding: Parameters<typeof judgeScan>[1], by: By): Promise<void> {
  for (const { id, case_id: caseId } of await piecesWith(tx, finding.sha256)) {
    const decision = await changeInFileIn(tx, evidenceThing, { id, caseId, by }, (item) => judgeScan(item, finding))
    if (isRefused(decision)) throw new Error(`What was found of evidence ${id} cannot be noted: ${decision.refused}`)
  }
}

function detailOf(scanned: Scanned): string {
  if (scanned.found === 'infected') return scanned.threat
  return scanned.found === 'failed' ? scanned.why : ''
}

interface Piece {
  readonly id: string
  readonly case_id: string
  readonly contentType: EvidenceType
}

async function piecesWith(tx: Database, sha256: string): Promise<readonly Piece[]> {
  const twin = JSON.stringify([{ sha256 }])
  const { rows } = await sql<Piece>`
    select id, case_id, state #>> '{file,contentType}' as "contentType" from penalties.evidence where state #>> '{file,sha256}' = ${sha256} or state -> 'twins' @> ${twin}::jsonb order by case_id, id`.execute(tx)
  return rows
}

/** What it says goes with it: nobody finds by its words what nobody is served. */
async function putApart(tx: Database, sha256: string): Promise<void> {
  await sql`delete from penalties.evidence_text where sha256 = ${sha256}`.execute(tx)
  await sql`with taken as (delete from penalties.evidence_bytes where sha256 = ${sha256} returning *)
    insert into penalties.evidence_quarantine (sha256, bytes, kept_at) select sha256, bytes, kept_at from taken on conflict do nothing`.execute(tx)
}

async function putBack(tx: Database, sha256: string): Promise<void> {
  const { rows } = await sql<{ bytes: Buffer; kept_at: Instant }>`delete from penalties.evidence_quarantine where sha256 = ${sha256} returning bytes, kept_at`.execute(tx)
  for (const { bytes, kept_at: keptAt } of rows) {
    await keepBytes(tx, sha256, bytes, keptAt)
    const [item] = await piecesWith(tx, sha256)
    if (item !== undefined) await keepText(tx, { sha256, contentType: item.contentType }, bytes)
  }
}

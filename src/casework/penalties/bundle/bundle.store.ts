import { asJson, type Database } from '#platform/database'
import type { Bundle, BundleLayout } from '#platform/documents'
import type { By, Instant } from '#values'
import type { MadeBundle, ManifestLine } from './bundle.ts'

type BundleRow = {
  id: string
  case_id: string
  appeal_id: string
  number: number
  manifest: readonly ManifestLine[]
  content: Bundle
  layout: BundleLayout
  pdf: Buffer
  pdf_sha256: string
  pages: number
  made_by_id: string
  made_by_name: string
  made_at: Instant
}

const on = (db: Database) => db.withTables<{ 'penalties.bundle': BundleRow }>()

const columns = ['id', 'case_id', 'appeal_id', 'number', 'manifest', 'pdf_sha256', 'pages', 'made_by_name', 'made_at'] as const

export interface NewBundle extends Omit<MadeBundle, 'madeBy' | 'madeAt'> {
  readonly content: Bundle
  readonly layout: BundleLayout
  readonly pdf: Uint8Array
  readonly by: By
}

export async function keepBundle(tx: Database, { id, caseId, appealId, number, manifest, content, layout, pdf, pdfSha256, pages, by }: NewBundle): Promise<void> {
  await on(tx).insertInto('penalties.bundle').values({
    id, number, layout, pages, case_id: caseId, appeal_id: appealId, pdf: Buffer.from(pdf), pdf_sha256: pdfSha256,
    manifest: asJson(manifest), content: asJson(content),
    made_by_id: by.officerId, made_by_name: by.name, made_at: by.at,
  }).execute()
}

export async function readBundle(db: Database, id: string): Promise<MadeBundle | undefined> {
  const row = await on(db).selectFrom('penalties.bundle').select(columns).where('id', '=', id).executeTakeFirst()
  return row && bundleOf(row)
}

/** The latest first. */
export async function bundlesOfAppeal(db: Database, appealId: string): Promise<readonly MadeBundle[]> {
  const rows = await on(db).selectFrom('penalties.bundle').select(columns).where('appeal_id', '=', appealId).orderBy('number', 'desc').execute()
  return rows.map(bundleOf)
}

/** The file as it was made, and what it was set from. */
export async function bundleFile(db: Database, id: string): Promise<Pick<BundleRow, 'pdf' | 'content' | 'layout'> | undefined> {
  return on(db).selectFrom('penalties.bundle').select(['pdf', 'content', 'layout']).where('id', '=', id).executeTakeFirst()
}

function bundleOf(row: Pick<BundleRow, (typeof columns)[number]>): MadeBundle {
  const { id, number, manifest, pages } = row
  return { id, number, manifest, pages, caseId: row.case_id, appealId: row.appeal_id, pdfSha256: row.pdf_sha256, madeBy: row.made_by_name, madeAt: row.made_at }
}

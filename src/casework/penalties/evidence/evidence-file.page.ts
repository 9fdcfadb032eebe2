import { download, type Download, type PageContext } from '#platform/web'
import { subjectOfCase } from '../case/enter-case.page.ts'
import { readCase } from '../case/case.store.ts'
import { asFile } from '../notice/letter-file.page.ts'
import { seeCases } from '../rights.ts'
import { addressOfItem, evidenceParams, itemOf } from './evidence-item.page.ts'
import type { EvidenceType, KeptBytes } from './evidence.ts'
import { readEvidenceBytes } from './evidence.store.ts'
import { noteOpened } from './opened.store.ts'
import { scansOf } from './scan.store.ts'
import { mayOpenOriginal } from './show-evidence.page.ts'

const endings: Readonly<Record<EvidenceType, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf', 'text/plain': 'txt' }

/** The bytes as they were supplied, to those who may open the original. */
export const originalFile = fileOf('original', async (ctx, params) => {
  const [found, item] = [await readCase(ctx.db, params.id), await itemOf(ctx, params)]
  return found !== undefined && item !== undefined && mayOpenOriginal(ctx, found, item) ? item.file : undefined
})

/** The twin in force, as it leaves the office. */
export const redactedFile = fileOf('redacted', async (ctx, params) => (await itemOf(ctx, params))?.twins.at(-1))

type Params = Parameters<typeof itemOf>[1]

function fileOf(which: 'original' | 'redacted', bytesOf: (ctx: PageContext, params: Params) => Promise<KeptBytes | undefined>) {
  return download({
    path: `/cases/:id/evidence/:itemId/${which}`,
    right: seeCases,
    params: evidenceParams,
    subject: ({ params }, ctx) => subjectOfCase(params, ctx),
    show: async ({ params }, ctx) => {
      const kept = await bytesOf(ctx, params)
      const file = kept && (await servedFile(ctx, kept))
      if (kept === undefined || file === undefined) return undefined
      const opening = { caseId: params.id, what: `piece of evidence, ${which} ${kept.sha256.slice(0, 12)}`, comeBackTo: addressOfItem(params) }
      return asFile(ctx, opening, async () => {
        await noteOpened(ctx.db, { evidenceId: params.itemId, sha256: kept.sha256 }, ctx.by())
        return file
      })
    },
  })
}

/** Bytes as they are handed out: only what a scanner found clean is opened in the browser by itself. Undefined for what is kept apart. */
export async function servedFile({ db }: Pick<PageContext, 'db'>, { sha256, contentType }: KeptBytes): Promise<Download | undefined> {
  const bytes = await readEvidenceBytes(db, sha256)
  const isClean = (await scansOf(db, [sha256])).get(sha256)?.found === 'clean'
  return bytes && { contentType, bytes, fileName: `evidence-${sha256.slice(0, 12)}.${endings[contentType]}`, isFromOutside: true, ...(isClean ? {} : { isUnscanned: true }) }
}

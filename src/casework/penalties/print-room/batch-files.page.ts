import { z } from 'zod'
import type { Database } from '#platform/database'
import { recordLook } from '#platform/events'
import { download, type PageContext } from '#platform/web'
import { zip, type ZipEntry } from '#platform/zip'
import { documentFiles } from '../notice/document.store.ts'
import { sendLetters } from '../rights.ts'
import { dispatchesByIds } from '../service/dispatch.store.ts'
import { lettersLeft, type PrintBatch } from './print-batch.ts'
import { lettersOpenTo } from './letters-to-print.store.ts'
import { readBatch } from './print-batch.store.ts'
import { fileOf, writeManifest } from './write-manifest.ts'

/** The letters of a batch as they were kept, byte for byte, with the list of them: each a file of its own, so that nobody's letter is printed on the back of another's. */
export const batchFiles = download({
  path: '/letters/print/:id/batch.zip',
  right: sendLetters,
  params: z.object({ id: z.uuid() }),
  show: async ({ params: { id } }, ctx) => {
    const batch = await readBatch(ctx.db, id)
    if (batch === undefined) return undefined
    const open = await lettersOpenTo(ctx.db, ctx.officer, lettersLeft(batch).map(({ dispatchId }) => dispatchId))
    const files = await filesOf(ctx.db, batch, open)
    await logLooks(ctx, batch, open)
    return { contentType: 'application/zip', fileName: `batch-${batch.number}.zip`, bytes: zip([{ name: 'manifest.csv', bytes: writeManifest(batch) }, ...files]) }
  },
})

/** What was taken out, or lies in a case that is closed to whoever prints, is on the list and not among the files. */
async function filesOf(db: Database, batch: PrintBatch, open: ReadonlySet<string>): Promise<readonly ZipEntry[]> {
  const dispatches = await dispatchesByIds(db, [...open])
  const files = await documentFiles(db, dispatches.map(({ documentId }) => documentId))
  return batch.letters.flatMap(({ dispatchId }, at) => {
    const bytes = files.get(dispatches.find(({ id }) => id === dispatchId)?.documentId ?? '')
    return bytes === undefined ? [] : [{ name: fileOf(at, dispatchId), bytes }]
  })
}

async function logLooks({ db, by }: PageContext, batch: PrintBatch, open: ReadonlySet<string>): Promise<void> {
  const cases = batch.letters.filter(({ dispatchId }) => open.has(dispatchId)).map((letter) => letter.caseId)
  for (const caseId of new Set(cases)) await recordLook(db, { subject: `case:${caseId}`, what: `letters to print, batch ${batch.number}`, by: by('Printing letters') })
}

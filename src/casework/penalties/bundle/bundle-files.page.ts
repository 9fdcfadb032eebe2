import { z } from 'zod'
import { download } from '#platform/web'
import { appealOfCase } from '../appeal/appeal-form.page.ts'
import { subjectThrough } from '../case/enter-case.page.ts'
import { asFile } from '../notice/letter-file.page.ts'
import { makeBundles, seeBundles } from '../rights.ts'
import { openAppealFile } from './appeal-file.store.ts'
import { bundleFile, readBundle } from './bundle.store.ts'
import { logLookAtFind } from './log-look.page.ts'
import { draftOf } from './make-bundle.store.ts'

const params = z.object({ id: z.uuid() })
const contentType = 'application/pdf'

/** Before anything is said of why, a draft may be looked at. */
const notSaidYet = 'Not said yet'

/** What is ticked, as it would be printed; nothing is kept of it. */
export const draftBundlePdf = download({
  path: '/appeals/:id/bundle/draft.pdf',
  right: makeBundles,
  params,
  query: z.object({ include: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]), whyRest: z.string().default(notSaidYet) }),
  subject: ({ params: asked }, ctx) => subjectThrough(appealOfCase.read)(asked, ctx),
  show: async ({ params: { id }, query: { include, whyRest } }, ctx) => {
    const appeal = await appealOfCase.read(ctx.db, id)
    if (appeal === undefined) return undefined
    const comeBackTo = `/appeals/${id}/bundle`
    return asFile(ctx, { caseId: appeal.caseId, what: 'draft of a bundle of evidence, PDF', comeBackTo }, async () => {
      await logLookAtFind(ctx, appeal)
      const bundling = { choice: { chosen: include, whyRest }, demonstration: ctx.mode === 'demo', by: ctx.by(`Appeal ${appeal.claimNumber}`) }
      const draft = await draftOf(ctx.db, await openAppealFile(ctx.db, appeal), bundling)
      return 'refused' in draft ? undefined : { contentType, fileName: `${nameOf(appeal.claimNumber)}-draft.pdf`, bytes: draft }
    })
  },
})

/** The bundle that was made, byte for byte. */
export const bundlePdf = download({
  path: '/bundles/:id/bundle.pdf',
  right: seeBundles,
  params,
  subject: ({ params: asked }, ctx) => subjectThrough(readBundle)(asked, ctx),
  show: async ({ params: { id } }, ctx) => {
    const [made, file] = [await readBundle(ctx.db, id), await bundleFile(ctx.db, id)]
    const appeal = made && (await appealOfCase.read(ctx.db, made.appealId))
    if (made === undefined || file === undefined || appeal === undefined) return undefined
    const fileName = `${nameOf(appeal.claimNumber)}-bundle-${made.number}.pdf`
    return asFile(ctx, { caseId: made.caseId, what: `bundle of evidence ${made.number}, PDF`, comeBackTo: `/bundles/${id}` }, async () => ({ contentType, fileName, bytes: file.pdf }))
  },
})

/** A court's number may hold strokes and spaces, which no file name should. */
function nameOf(claimNumber: string): string {
  return claimNumber.replaceAll(/[^A-Za-z0-9]+/g, '-')
}

import { z } from 'zod'
import type { PageContext } from '#platform/web'
import type { Appeal } from '../appeal/appeal.ts'
import { appealForm } from '../appeal/appeal-form.page.ts'
import { reasonsMax } from '../limits.ts'
import { makeBundles } from '../rights.ts'
import { openAppealFile } from './appeal-file.store.ts'
import { proposedKeys } from './choose-items.ts'
import { logLookAtFind } from './log-look.page.ts'
import { fingerprintOf, makeBundleOf } from './make-bundle.store.ts'

const form = z.object({
  include: z.array(z.string().max(200)),
  whyRest: z.string().max(reasonsMax).default(''),
  indexRead: z.string().default(''),
})

/** What goes before the court, item by item, and why the rest does not; then one act makes it. */
export const makeBundlePage = appealForm({
  end: 'bundle',
  right: makeBundles,
  template: 'casework/penalties/bundle/make-bundle.njk',
  form,
  what: 'bundle of evidence to make',
  view,
  act: async (ctx, appeal, { indexRead, include, whyRest }, by) => {
    await logLookAtFind(ctx, appeal)
    return makeBundleOf(ctx.db, appeal.id, { indexRead, choice: { chosen: include, whyRest }, demonstration: ctx.mode === 'demo', by })
  },
  done: { en: 'The bundle is made and kept. Read it through before it is filed.', fr: 'Le dossier de pièces est constitué et conservé. Relisez-le avant le dépôt.' },
})

async function view({ db }: PageContext, appeal: Appeal) {
  const file = await openAppealFile(db, appeal)
  return {
    appeal,
    heading: 'Bundle of evidence',
    detectionId: file.detection?.id,
    items: file.offered.filter(({ isBarred }) => !isBarred).map(({ key, title, on, from, outBecause }) => ({ key, title, on, from, outBecause })),
    barred: file.offered.filter(({ isBarred }) => isBarred),
    values: { include: proposedKeys(file.offered), indexRead: fingerprintOf(file), whyRest: '' },
  }
}

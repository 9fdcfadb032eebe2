import { z } from 'zod'
import { announce, isRefused, refuse, type Decision } from '#platform/decisions'
import { action, type PageContext } from '#platform/web'
import { someWords } from '../case/form-fields.ts'
import { bulkCasesAtOnce, bulkUndoWithinHours } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { approveBulk as mayApprove, prepareBulk as mayPrepare } from '../rights.ts'
import { actorOf, approveBulk, beginBulk, dropBulk, undoBulk, type BulkEvent } from './bulk-act.ts'
import { changeBulk, readBulk } from './bulk-act.store.ts'
import { bulkCounts, forgetChecks } from './bulk-results.store.ts'
import { goOn } from './go-on.store.ts'

const params = z.object({ id: z.uuid() })
const next = ({ id }: z.output<typeof params>): string => `/casework/bulk/${id}`

export const approveBulkButton = action({
  path: '/casework/bulk/:id/approve',
  right: mayApprove,
  params,
  refusals,
  submit: ({ id }, _form, { db, by }) => {
    const actor = by('Approving an act on many cases')
    return changeBulk(db, id, actor, (bulk) => approveBulk(bulk, named(actor)))
  },
  next,
  done: { en: 'Approved. It can be run now.', fr: 'Approuvé. L’opération peut être exécutée.' },
})

/** Tried again, because days have passed or somebody has acted meanwhile. */
export const checkAgainButton = action({
  path: '/casework/bulk/:id/check',
  right: mayPrepare,
  params,
  refusals,
  submit: async ({ id }, _form, ctx) => {
    const bulk = await readBulk(ctx.db, id)
    if (bulk === undefined) return refuse('no-such-bulk-act')
    if (bulk.stage !== 'prepared' && bulk.stage !== 'approved') return refuse('bulk-over')
    await forgetChecks(ctx.db, id)
    return begun(ctx, id, announce())
  },
  next,
})

export const runBulkButton = action({
  path: '/casework/bulk/:id/run',
  right: mayPrepare,
  params,
  refusals,
  submit: async ({ id }, _form, ctx) => {
    const { checked } = await bulkCounts(ctx.db, id)
    const [runBy, runAt] = [actorOf(ctx.officer), ctx.clock.now()]
    return begun(ctx, id, await changeBulk(ctx.db, id, ctx.by(), (bulk) => beginBulk(bulk, { runBy, runAt, isChecked: checked === bulk?.caseIds.length })))
  },
  next,
})

export const undoBulkButton = action({
  path: '/casework/bulk/:id/undo',
  right: mayPrepare,
  params,
  refusals,
  form: z.object({ reasons: someWords('Say why it is undone') }),
  submit: async ({ id }, { reasons }, ctx) => {
    const undoing = { by: actorOf(ctx.officer), at: ctx.clock.now(), reasons }
    return begun(ctx, id, await changeBulk(ctx.db, id, ctx.by(reasons), (bulk) => undoBulk(bulk, undoing, bulkUndoWithinHours)))
  },
  next,
})

export const dropBulkButton = action({
  path: '/casework/bulk/:id/drop',
  right: mayPrepare,
  params,
  refusals,
  submit: ({ id }, _form, { db, by }) => changeBulk(db, id, by('Dropping an act on many cases'), dropBulk),
  next: () => '/casework/picked',
  done: { en: 'Dropped. Nothing was done, and your cases are still picked.', fr: 'Abandonné. Rien n’a été fait ; vos dossiers restent choisis.' },
})

/** What fits into one answer is done with it; the rest goes on by itself. */
async function begun({ db, site, clock }: PageContext, id: string, decision: Decision<BulkEvent>): Promise<Decision<BulkEvent>> {
  if (!isRefused(decision)) await goOn(db, id, { site, clock, most: bulkCasesAtOnce })
  return decision
}

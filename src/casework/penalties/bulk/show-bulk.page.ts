import { z } from 'zod'
import { announce, isRefused, refuse } from '#platform/decisions'
import { may } from '#platform/identity'
import { action, download, page, type PageContext } from '#platform/web'
import { csv } from '../case/csv.ts'
import { bulkActsOnAPage } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { approveBulk as mayApprove, prepareBulk as mayPrepare } from '../rights.ts'
import { approveBulk, dropBulk, mayRun, type BulkAct } from './bulk-act.ts'
import { changeBulk, latestBulks, readBulk } from './bulk-act.store.ts'
import { bulkStageWords, bulkWords } from './bulk-words.ts'
import { pickedLines } from './picked-lines.store.ts'
import { putBack } from './picked.store.ts'
import { bulkResults, runBulk, tryBulk, type Running } from './run-bulk.store.ts'

const params = z.object({ id: z.uuid() })

export const listBulkPage = page({
  path: '/casework/bulk',
  right: mayPrepare,
  template: 'casework/penalties/bulk/list-bulk.njk',
  show: async (_input, { db }) => ({ bulks: (await latestBulks(db, bulkActsOnAPage)).map(inWords) }),
})

/** What will come of each case before it is run, and what came of it afterwards. */
export const showBulkPage = page({
  path: '/casework/bulk/:id',
  right: mayPrepare,
  template: 'casework/penalties/bulk/show-bulk.njk',
  params,
  show: async ({ params: { id } }, ctx) => {
    const bulk = await readBulk(ctx.db, id)
    if (bulk === undefined) return undefined
    const lines = await linesOf(ctx, bulk)
    const isOver = bulk.stage === 'run' || bulk.stage === 'dropped'
    return {
      bulk: inWords(bulk), lines, isOver,
      good: lines.filter(({ refused }) => refused === undefined).length, bad: lines.filter(({ refused }) => refused !== undefined).length,
      mayRunNow: !isRefused(mayRun(bulk)),
      mayApproveNow: bulk.stage === 'prepared' && bulk.needsTwo && may(ctx.officer, mayApprove) && bulk.preparedBy.officerId !== ctx.officer.id,
      isOwn: bulk.preparedBy.officerId === ctx.officer.id,
    }
  },
})

export const bulkReport = download({
  path: '/casework/bulk/:id/report.csv',
  right: mayPrepare,
  params,
  show: async ({ params: { id } }, ctx) => {
    const bulk = await readBulk(ctx.db, id)
    if (bulk === undefined) return undefined
    const rows = (await linesOf(ctx, bulk)).map(({ reference, refused }) => [reference, refused === undefined ? bulkWords[bulk.act].done : 'refused', refused ?? ''])
    return { contentType: 'text/csv; charset=utf-8', fileName: `act-on-many-${id}.csv`, bytes: new TextEncoder().encode(csv(['case', 'result', 'why_not'], rows)) }
  },
})

export const approveBulkButton = action({
  path: '/casework/bulk/:id/approve',
  right: mayApprove,
  params,
  refusals,
  submit: ({ id }, _form, { db, by }) => {
    const actor = by('Approving an act on many cases')
    return changeBulk(db, id, actor, (bulk) => approveBulk(bulk, { officerId: actor.officerId, name: actor.name }))
  },
  next: ({ id }) => `/casework/bulk/${id}`,
  done: { en: 'Approved. It can be run now.', fr: 'Approuvé. L’opération peut être exécutée.' },
})

export const runBulkButton = action({
  path: '/casework/bulk/:id/run',
  right: mayPrepare,
  params,
  refusals,
  submit: async ({ id }, _form, ctx) => {
    const bulk = await readBulk(ctx.db, id)
    const allowed = mayRun(bulk)
    if (isRefused(allowed)) return allowed
    if (bulk === undefined) return refuse('no-such-bulk-act')
    const running = runningOf(ctx, bulk)
    await runBulk(ctx.db, bulk, running)
    const results = [...(await bulkResults(ctx.db, id)).values()]
    const done = results.filter((refused) => refused === null).length
    await putBack(ctx.db, bulk.preparedBy.officerId, bulk.caseIds)
    return changeBulk(ctx.db, id, running.by, (current) => (current?.stage === 'run' ? announce() : announce({ type: 'bulk-run', done, refused: results.length - done })))
  },
  next: ({ id }) => `/casework/bulk/${id}`,
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

function runningOf({ officer, by, clock }: PageContext, { reasons }: BulkAct): Running {
  return { officer, by: by(reasons), today: clock.today() }
}

function inWords(bulk: BulkAct) {
  return { ...bulk, what: bulkWords[bulk.act].what, stageWords: bulkStageWords[bulk.stage], count: bulk.caseIds.length }
}

/** Where there is a result it is shown; what has none yet is tried. */
async function linesOf(ctx: PageContext, bulk: BulkAct) {
  const [lines, results] = await Promise.all([pickedLines(ctx.db, ctx.officer, bulk.caseIds), bulkResults(ctx.db, bulk.id)])
  const open = bulk.stage === 'prepared' || bulk.stage === 'approved' ? bulk.caseIds.filter((id) => !results.has(id)) : []
  const tried = await tryBulk(ctx.db, { ...bulk, caseIds: open }, runningOf(ctx, bulk))
  return lines.map((line) => {
    const code = results.get(line.id) ?? tried.get(line.id)?.refused
    const words = code === undefined || code === null ? undefined : refusals[code]
    return { ...line, isDone: results.has(line.id), refused: words && ctx.words(words.en, words.fr) }
  })
}

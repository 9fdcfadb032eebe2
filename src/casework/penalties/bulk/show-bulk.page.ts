import { z } from 'zod'
import { may } from '#platform/identity'
import { download, live, page, type PageContext } from '#platform/web'
import { dayOf } from '#values'
import { csv } from '../case/csv.ts'
import { pagesOf } from '../case/pages-of.ts'
import { bulkActsOnAPage, bulkLinesOnAPage, bulkUndoWithinHours, casesInABulkAct } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { approveBulk as mayApprove, prepareBulk as mayPrepare } from '../rights.ts'
import { isUndoable, passOf, type BulkAct } from './bulk-act.ts'
import { latestBulks, readBulk } from './bulk-act.store.ts'
import { bulkCounts, bulkLines, type BulkCounts, type BulkLine } from './bulk-results.store.ts'
import { bulkStageWords, bulkWords } from './bulk-words.ts'

const params = z.object({ id: z.uuid() })

export const listBulkPage = page({
  path: '/casework/bulk',
  right: mayPrepare,
  template: 'casework/penalties/bulk/list-bulk.njk',
  show: async (_input, { db }) => ({ bulks: (await latestBulks(db, bulkActsOnAPage)).map(inWords) }),
})

/** What will come of each case before it is run, how far it has come, and what came of it afterwards. */
export const showBulkPage = page({
  path: '/casework/bulk/:id',
  right: mayPrepare,
  template: 'casework/penalties/bulk/show-bulk.njk',
  params,
  query: z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) }),
  show: async ({ params: { id }, query }, ctx) => {
    const bulk = await readBulk(ctx.db, id)
    if (bulk === undefined) return undefined
    const window = { limit: bulkLinesOnAPage, offset: (query.page - 1) * bulkLinesOnAPage }
    const [counts, lines] = await Promise.all([bulkCounts(ctx.db, id), bulkLines(ctx.db, ctx.officer, bulk, window)])
    const [isWaiting, isOwn] = [bulk.stage === 'prepared' || bulk.stage === 'approved', bulk.preparedBy.officerId === ctx.officer.id]
    const isChecked = counts.checked === bulk.caseIds.length
    return {
      bulk: inWords(bulk), counts, progress: progressOf(bulk, counts), isWaiting, isChecked, isOwn,
      lines: lines.map((line) => lineView(line, bulk, ctx)),
      pages: pagesOf(query.page, { count: bulk.caseIds.length, onAPage: bulkLinesOnAPage, address: (place) => `?page=${place}` }),
      mayRunNow: isChecked && (bulk.stage === 'approved' || (bulk.stage === 'prepared' && !bulk.needsTwo)),
      mayApproveNow: isChecked && bulk.stage === 'prepared' && bulk.needsTwo && may(ctx.officer, mayApprove) && !isOwn,
      mayUndoNow: counts.done > 0 && isUndoable(bulk, ctx.clock.now(), bulkUndoWithinHours), undoHours: bulkUndoWithinHours,
    }
  },
})

/** How far the act has come, while somebody looks. */
export const bulkProgress = live({
  path: '/live/bulk/:id',
  right: mayPrepare,
  params,
  topics: ['bulk'],
  fragments: async ({ params: { id } }, { db }, changed) => {
    const bulk = changed === undefined || changed.id === id ? await readBulk(db, id) : undefined
    return bulk === undefined ? [] : [{ id: 'bulk-progress', template: 'casework/penalties/bulk/bulk-progress.njk', view: { bulk: { id }, progress: progressOf(bulk, await bulkCounts(db, id)) } }]
  },
})

export const bulkReport = download({
  path: '/casework/bulk/:id/report.csv',
  right: mayPrepare,
  params,
  show: async ({ params: { id } }, ctx) => {
    const bulk = await readBulk(ctx.db, id)
    if (bulk === undefined) return undefined
    const lines = await bulkLines(ctx.db, ctx.officer, bulk, { limit: casesInABulkAct, offset: 0 })
    const rows = lines.map((line) => lineView(line, bulk, ctx)).map(({ reference, result, refused }) => [reference, result.word, refused ?? ''])
    return { contentType: 'text/csv; charset=utf-8', fileName: `act-on-many-${id}.csv`, bytes: new TextEncoder().encode(csv(['case', 'result', 'why_not'], rows)) }
  },
})

function inWords(bulk: BulkAct) {
  const { act, stage, caseIds, preparedAt, runAt, undoing } = bulk
  const days = { preparedOn: dayOf(preparedAt), runOn: runAt && dayOf(runAt), undoneOn: undoing && dayOf(undoing.at) }
  return { ...bulk, ...days, what: bulkWords[act].what, stageWords: bulkStageWords[stage], count: caseIds.length }
}

const passWords = { check: 'Checked', run: 'Done', undo: 'Undone' } as const

/** What is under way, in numbers; nothing where all of it is over. */
function progressOf(bulk: BulkAct, { checked, ran, done, undone, notUndone }: BulkCounts) {
  const pass = passOf(bulk)
  if (pass === undefined) return undefined
  const so = { check: checked, run: ran, undo: undone + notUndone }[pass]
  const of = pass === 'undo' ? done : bulk.caseIds.length
  return pass === 'check' && so === of ? undefined : { word: passWords[pass], so, of }
}

interface LineResult {
  readonly word: string
  readonly kind: string
  /** The code of what stood against it. */
  readonly code: string | null
}

/** What came of one case in the last pass that reached it. */
function resultOf({ isChecked, checkRefused, hasRun, runRefused, undoneAt, undoRefused }: BulkLine, { act, stage }: BulkAct): LineResult {
  const [{ done, undone }, code] = [bulkWords[act], null]
  if (undoRefused !== null) return { word: `${done}, and stays so`, kind: 'done', code: undoRefused }
  if (undoneAt !== null) return { word: undone, kind: 'quiet', code }
  const refused = hasRun ? runRefused : checkRefused
  if (refused !== null) return { word: 'Refused', kind: 'stop', code: refused }
  if (hasRun) return { word: done, kind: 'done', code }
  if (stage === 'dropped') return { word: 'Not done', kind: 'quiet', code }
  return isChecked ? { word: 'Can be done', kind: 'going', code } : { word: 'Not checked yet', kind: 'quiet', code }
}

function lineView(line: BulkLine, bulk: BulkAct, { words }: PageContext) {
  const { id, reference } = line
  const result = resultOf(line, bulk)
  const refusal = result.code === null ? undefined : refusals[result.code]
  return { id, reference, result, refused: refusal && words(refusal.en, refusal.fr) }
}
